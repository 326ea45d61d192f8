"""The page of a code: what it says, why, an example, when to leave it alone."""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType

from claimx.lexicon.codes import CodePage
from claimx.report.drawing import columns_of, draw, indented, words

NO_FINDING = "no finding: it speaks of an input or a file"


def render_code(page: CodePage, *, width: int, color: bool) -> str:
    """Render one page.

    Args:
        page: The page.
        width: Columns to fill.
        color: Whether escape codes for colour are used.

    Returns:
        The text, which ends with a newline.
    """
    return draw(_parts(page), width=width, color=color)


def render_code_list(pages: Iterable[CodePage], *, width: int, color: bool) -> str:
    """Render all codes, a line each; the arguments are those of `render_code`."""
    table = columns_of(0, 1)
    for page in pages:
        table.add_row(words(page.id, "bold"), words(page.says))
    return draw([table], width=width, color=color)


def _parts(page: CodePage) -> Iterator[RenderableType]:
    yield words(f"{page.id}: {page.says}", "bold")
    yield words(", ".join(page.levels) or NO_FINDING, "dim")
    if page.remedy:
        yield from _section("What to do", [page.remedy])
        return
    yield from _section("Why", [page.why])
    yield from _section("Example", page.example)
    yield from _section("No finding here", page.silent)
    yield from _section("When to leave it alone", [f"Where {page.ignore_when}"])


def _section(title: str, lines: Iterable[str]) -> Iterator[RenderableType]:
    yield ""
    yield words(title, "bold")
    for line in lines:
        yield indented(words(" ".join(line.split())))
