"""From what the user names (files, folders, patterns, addresses, `-`) to what is read, always in the same order."""

import glob
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimx.errors import SourceError
from claimx.sources.formats import SUFFIXES, suffix_of
from claimx.sources.interface import NOTHING_FOUND, refuse

STDIN = "-"
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
"""Whatever the scheme: those that are not fetched are refused by their name, and not as a file that is not there."""
LIKE_ADDRESS = re.compile(r"www\.\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*", re.IGNORECASE)
"""What a person types into a browser: `www.example.org/story`, `news.example.org/story`."""
_BREAK = f"[{re.escape(os.sep + (os.altsep or ''))}]"
_DEEP = re.compile(rf"((?:(?<={_BREAK})|^)\*\*(?:{_BREAK}|$))")
"""Any folders below, or none."""
NOT_ARTICLES = frozenset({"readme", "license", "licence", "changelog", "notice"})
"""Names of files that stand in a folder beside the articles."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file or an address to read.

    Attributes:
        path: The file; None for standard input and for an address.
        name: The path or the address as the user named it; None for standard input.
        folder: The folder that the user named, where the file was found in one.
        is_address: Whether it is fetched.
    """

    path: Path | None
    name: str | None
    folder: Path | None = None
    is_address: bool = False


def discover(names: Iterable[str]) -> Iterator[Found | SourceError]:
    """Find the files that are meant.

    A folder gives all files below it whose suffix is one of `SUFFIXES`, but for hidden ones and READMEs, and for links
    that lead out of it; links to folders are not followed. A name that is no file is tried as a pattern (`*`, `?`,
    `**`).

    Args:
        names: Files, folders, patterns, addresses; `-` is standard input.

    Yields:
        The files in the order of the names, those of a folder or pattern sorted; an error where nothing is found.
    """
    for name in names:
        path = Path(name)
        if name == STDIN:
            yield Found(None, None)
        elif ADDRESS.match(name):
            yield Found(None, name, is_address=True)
        elif not name:
            yield _refused("an empty name is no file", "give the path of a file, or - for standard input", name)
        elif path.is_dir():
            yield from _in_folder(path, name)
        elif not path.exists() and LIKE_ADDRESS.fullmatch(name):
            what = "there is no such file, and an address begins with https://"
            yield _refused(what, f"if this is an address, give https://{name}", name)
        elif path.exists() or not glob.has_magic(name):
            yield Found(path, name)
        else:
            yield from _matching(name)


def _in_folder(folder: Path, name: str) -> Iterator[Found | SourceError]:
    unreadable: list[OSError] = []
    files: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=unreadable.append):
        folders[:] = [each for each in folders if not each.startswith(".")]
        files += [file for each in names if is_input(Path(each)) and is_inside(file := Path(parent, each), folder)]
    for err in unreadable:
        yield _refused(err.strerror or "it cannot be read", "give a folder that can be read", str(err.filename))
    if not files and not unreadable:
        suffixes = " ".join(sorted(SUFFIXES))
        yield _refused("there is no article in this folder", f"give a folder with files of {suffixes}", name)
    yield from (Found(file, str(file), folder) for file in sorted(files, key=lambda each: each.parts))


def _matching(pattern: str) -> Iterator[Found | SourceError]:
    matches = [each for each in sorted(set(_expanded(pattern))) if Path(each).is_file()]
    if not matches:
        yield _refused("no file matches this pattern", "check the pattern and the folder", pattern)
    yield from (Found(Path(each), each) for each in matches)


def _expanded(pattern: str) -> Iterator[str]:
    """The paths that match, written as the user wrote the pattern.

    The library follows links to folders below `**`: two that lead back to their own folder give it 2⁴⁰ paths.
    """
    before, deep, after = _DEEP.split(pattern, maxsplit=1) if _DEEP.search(pattern) else (pattern, "", "")
    if not deep:
        yield from glob.glob(pattern)  # noqa: PTH207 - keeps the user's way of writing paths
        return
    for base in glob.glob(before) if before else [""]:  # noqa: PTH207
        for parent, folders, names in os.walk(base or "."):
            folders[:] = [each for each in folders if not each.startswith(".")]
            here = parent if base else parent[2:]
            if after:
                yield from _expanded(os.path.join(glob.escape(here), after))  # noqa: PTH118
            else:
                yield from (os.path.join(here, each) for each in names if not each.startswith("."))  # noqa: PTH118


def is_inside(file: Path, folder: Path) -> bool:
    """Whether a file that is found in a folder is one, and no link to what lies elsewhere."""
    try:
        if file.is_symlink():
            return file.resolve(strict=True).is_relative_to(folder.resolve()) and file.is_file()
        return file.is_file()
    except (OSError, RuntimeError):  # it leads nowhere, or back to itself
        return False


def is_input(file: Path) -> bool:
    """Whether a file that is found in a folder is read, by its suffix and its name."""
    return suffix_of(file.name) in SUFFIXES and not file.name.startswith(".") and file.stem.lower() not in NOT_ARTICLES


def _refused(what: str, remedy: str, path: str) -> SourceError:
    return refuse(what, remedy=remedy, code=NOTHING_FOUND, path=path)
