"""What a large run is told on the command line: inputs and a folder beside them, languages by their codes."""

import re
from collections.abc import Sequence
from fnmatch import fnmatchcase
from glob import has_magic
from pathlib import Path

import typer

from claimx.errors import ClaimxError

INSIDE = "CX980"
CODE = re.compile(r"[a-z]{2}")


def inputs_and_folder(paths: Sequence[str]) -> tuple[list[str], Path]:
    """The inputs and the folder.

    Raises:
        typer.BadParameter: If only one is named.
        ClaimxError: If the folder is inside of what is read, or is it: the run would read what it writes.
    """
    *names, last = paths
    if not names:
        raise typer.BadParameter("name what is to be read, and then the folder to write to", param_hint="IN... OUT_DIR")
    folder = Path(last)
    for name in names:
        if _reads_from(name, folder):
            raise ClaimxError(
                f"{folder} is inside of {name}, which is read", remedy="name a folder elsewhere", code=INSIDE
            )
    return names, folder


def _reads_from(name: str, folder: Path) -> bool:
    """Whether an input is a folder around another, or a pattern that takes in what will lie in it, as "news/**"."""
    given, inside = Path(name).absolute(), folder.absolute().parts
    if given.is_dir():
        return folder.resolve().is_relative_to(given.resolve())
    parts = given.parts
    if not has_magic(name):
        return False
    if "**" in parts:
        parts = parts[: parts.index("**")]
        inside = inside[: len(parts)]
    elif len(parts) <= len(inside):
        return False
    return len(inside) <= len(parts) and all(map(fnmatchcase, inside, parts))


def codes_of(languages: Sequence[str]) -> tuple[str, ...]:
    """The codes of languages, in order.

    Raises:
        typer.BadParameter: If one is no code: no article would be of that language.
    """
    codes = {each.lower() for each in languages}
    for code in sorted(codes):
        if not CODE.fullmatch(code):
            raise typer.BadParameter(f"{code!r} is no code of two letters, as en", param_hint="--language")
    return tuple(sorted(codes))
