"""`claimx batch status`: how far a large run is."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli import options
from claimx.cli.exits import ExitCode
from claimx.cli.progress import duration
from claimx.cli.streams import output, wants_table

if TYPE_CHECKING:
    from claimx.batch.status import Status

HELP = """Say how far a run is: parts and articles done, what is left, what failed, and how fast it goes."""

EXAMPLES = """\
claimx batch status out/
claimx batch status out/ -f json | jq .left"""

MEGABYTE = 1_000_000
WITH_LARGER_LIMIT = "of these may be read with a larger limit and --retry-failed"


class StatusFormat(StrEnum):
    """What is written; `auto` is a table on a terminal and JSON elsewhere."""

    AUTO = "auto"
    TABLE = "table"
    JSON = "json"


def show_status(
    folder: Annotated[Path, typer.Argument(metavar="OUT_DIR", help="The folder that a run wrote to.")],
    *,
    form: Annotated[
        StatusFormat, typer.Option("-f", "--format", help="auto is a table on a terminal, json elsewhere.")
    ] = StatusFormat.AUTO,
    out: options.Output = None,
) -> ExitCode:
    """Run the command; the arguments are its options.

    Raises:
        ClaimxError: If no run was begun in the folder.
    """
    from claimx.batch.status import read_status

    found = read_status(folder)
    table = form is StatusFormat.TABLE or (form is StatusFormat.AUTO and wants_table(out))
    text = _table(found) if table else json.dumps(found.plain(), ensure_ascii=False, indent=2) + "\n"
    with output(out) as stream:
        stream.write(text.encode())
        stream.flush()
    return ExitCode.OK


def _table(found: "Status") -> str:
    left = "not known" if found.left is None else f"{found.left:,}"
    if found.left and found.seconds_left:
        left += f", about {duration(found.seconds_left)} at this pace"
    pace = "not known" if found.per_second is None else f"{found.per_second:,} a second"
    rows = {
        "state": found.state,
        "parts": f"{found.parts:,} done, {_size(found.bytes)}",
        "articles": f"{found.articles:,} done, {found.claims:,} figures, {found.quotes:,} quotes",
        "left": left,
        "failed": f"{found.failed:,}" + (f", see {found.dead_letters}" if found.dead_letters else ""),
        "again": f"{found.again:,} {WITH_LARGER_LIMIT}" if found.again else "0",
        "left out": f"{found.left_out:,}",
        "pace": pace,
    }
    return "".join(f"{name:<9} {value}\n" for name, value in rows.items())


def _size(number: int) -> str:
    """`13.1 kB`, `4.0 MB`."""
    return f"{number / 1e3:,.1f} kB" if number < MEGABYTE else f"{number / MEGABYTE:,.1f} MB"
