"""`claimx cache`: what is kept from earlier runs, and how it goes."""

import json
import os
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli import options
from claimx.cli.exits import ExitCode
from claimx.cli.saying import counted
from claimx.cli.streams import UNWRITABLE, output, say, wants_table
from claimx.errors import ClaimxError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claimx.cache_folder import Kept

EXAMPLES = """\
claimx cache info
claimx cache clear"""

HELP = """Show and remove what claimx keeps from earlier runs: extractions, names of places in order, checks of models.

All of it is made anew when it is missing. Extractions that were not used for longest go by themselves when all of them
together are too large."""

INFO_HELP = """Show the folder, and what is kept in it: number and bytes of each sort.

CLAIMX_CACHE_DIR names another folder."""

INFO_EXAMPLES = """\
claimx cache info
claimx cache info -f json | jq .folder"""

CLEAR_HELP = """Remove all that is kept; files that are not claimx's stay."""

CLEAR_EXAMPLES = """\
claimx cache clear
CLAIMX_CACHE_DIR=/tmp/claimx claimx cache clear"""


class InfoFormat(StrEnum):
    """What is written; `auto` is text on a terminal and JSON elsewhere."""

    AUTO = "auto"
    TEXT = "text"
    JSON = "json"


def info(
    *,
    form: Annotated[
        InfoFormat, typer.Option("-f", "--format", help="auto is text on a terminal, json elsewhere.")
    ] = InfoFormat.AUTO,
    out: options.Output = None,
) -> ExitCode:
    """Run the command; the arguments are its options."""
    from claimx.cache_folder import CACHE_VARIABLE, default_cache, kept_files
    from claimx.workflow.cache import MOST_BYTES

    folder, origin = default_cache(), CACHE_VARIABLE if os.environ.get(CACHE_VARIABLE) else "default"
    as_text = form is InfoFormat.TEXT or (form is InfoFormat.AUTO and wants_table(out))
    render = _text if as_text else _json
    with output(out) as stream:
        stream.write(render(folder, origin, kept_files(), {"extractions": MOST_BYTES}).encode())
        stream.flush()
    return ExitCode.OK


def clear(*, quiet: options.Quiet = False) -> ExitCode:
    """Run the command; the arguments are its options.

    Raises:
        ClaimxError: If a file cannot be removed.
    """
    from claimx.cache_folder import clear as remove
    from claimx.cache_folder import default_cache

    try:
        removed = remove()
    except OSError as err:
        what = f"{err.filename or default_cache()}: it cannot be removed: {err.strerror or err}"
        raise ClaimxError(what, remedy="look at who may write into the folder", code=UNWRITABLE) from err
    if not quiet:
        say(f"{default_cache()}: {counted(removed.files, 'file')} removed, {_mebibytes(removed.size)}")
    return ExitCode.OK


def _text(folder: "Path", origin: str, kept: "Sequence[Kept]", most: "dict[str, int]") -> str:

    wide = max(len(each.sort) for each in kept)
    lines = [f"{'folder':{wide}}  {folder}  # {origin}"]
    for each in kept:
        limit = f" of at most {_mebibytes(most[each.sort])}" if each.sort in most else ""
        lines.append(f"{each.sort:{wide}}  {counted(each.files, 'file')}, {_mebibytes(each.size)}{limit}")
    return "\n".join(lines) + "\n"


def _json(folder: "Path", origin: str, kept: "Sequence[Kept]", most: "dict[str, int]") -> str:
    listed = {
        "folder": str(folder),
        "origin": origin,
        "kept": [
            {"sort": each.sort, "files": each.files, "bytes": each.size, "most_bytes": most.get(each.sort)}
            for each in kept
        ],
    }
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def _mebibytes(size: int) -> str:
    return f"{size / 1024**2:,.1f} MiB"
