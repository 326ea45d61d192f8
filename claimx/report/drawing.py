"""Turn rich's tables and texts into a string of a given width, the same in every environment."""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimx.report.sanitize import printable_piece

NARROWEST = 40


def draw(parts: Iterable[RenderableType], *, width: int, color: bool) -> str:
    """Render parts below one another.

    Args:
        parts: Texts and tables; strings inside them are taken literally and never read as markup.
        width: Columns; fewer than 40 are taken as 40.
        color: Whether escape codes for colour are used.

    Returns:
        Lines without trailing blanks, with a newline at the end.
    """
    console = Console(
        file=StringIO(),
        width=max(width, NARROWEST),
        color_system="standard" if color else None,
        force_terminal=color,
        no_color=not color,
        force_interactive=False,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        _environ={},
    )
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def words(text: str, style: str = "") -> Text:
    """Text of unknown origin, made safe; a blank at either end stays."""
    return Text(printable_piece(text), style=style)


def indented(part: RenderableType, columns: int = 2) -> Padding:
    """A part that stands further to the right."""
    return Padding(part, (0, 0, 0, columns))


def columns_of(*ratios: int) -> Table:
    """An empty table without lines; a column with ratio 0 is as wide as its content, the others share the rest."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=False)
    for ratio in ratios:
        table.add_column(overflow="fold", no_wrap=ratio == 0, ratio=ratio or None)
    return table
