"""Where claimx keeps what may be made anew at any time, and how: whole files with a checksum, by names of its own."""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR

import platformdirs

CACHE_VARIABLE = "CLAIMX_CACHE_DIR"

NOWHERE = Path(os.devnull) / "claimx"
"""A folder that cannot be."""

PART = r"(\.\w+\.part)?"
"""At the end of a file that a killed run left unfinished."""

SORTS: Mapping[str, re.Pattern[str]] = {
    "extractions": re.compile(rf"extractions/[0-9a-f]{{2}}/[0-9a-f]{{62}}\.json{PART}"),
    "places": re.compile(rf"places-[a-z]+-[0-9a-f]{{16}}\.txt{PART}"),
    "checks of models": re.compile(r"model-[0-9a-f]{32}\.verified"),
}
"""All that claimx keeps: what it is, and how its files are named. Nothing else in the folder is claimx's to remove."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Files of one sort that are kept.

    Attributes:
        sort: What they are.
        files: Their number.
        size: Bytes of all of them.
    """

    sort: str
    files: int
    size: int


def default_cache() -> Path:
    """The folder that `CLAIMX_CACHE_DIR` names, else claimx's part of the user's cache folder.

    A user without a home has none: a folder that is called `~` in the one where claimx runs would be found by surprise.
    """
    named = os.environ.get(CACHE_VARIABLE)
    if named:
        return Path(named)
    try:
        folder = platformdirs.user_cache_path("claimx", appauthor=False)
    except RuntimeError:  # what later versions of platformdirs say of it
        return NOWHERE
    return folder if folder.is_absolute() else NOWHERE


def kept_files() -> tuple[Kept, ...]:
    """What is kept, sort by sort; an empty folder has all sorts, with no file."""
    found = list(_ours(default_cache()))
    by_sort = {sort: [each for each in found if each.sort == sort] for sort in SORTS}
    return tuple(Kept(sort, len(some), sum(each.size for each in some)) for sort, some in by_sort.items())


def clear() -> Kept:
    """Remove all that is kept; a run that goes on makes anew what it misses.

    Returns:
        What was removed.

    Raises:
        OSError: If a file cannot be removed.
    """
    found = list(_ours(default_cache()))
    for each in found:
        each.path.unlink(missing_ok=True)
    for folder in {each.path.parent for each in found} - {default_cache()}:
        with suppress(OSError):  # another run has just written into it
            folder.rmdir()
    return Kept("all", len(found), sum(each.size for each in found))


@dataclass(frozen=True, slots=True)
class _File:
    sort: str
    path: Path
    size: int


def _ours(folder: Path) -> Iterator[_File]:
    for path in (*folder.glob("*"), *folder.glob("extractions/??/*")):
        name = path.relative_to(folder).as_posix()
        sort = next((sort for sort, pattern in SORTS.items() if pattern.fullmatch(name)), None)
        if sort is not None:
            with suppress(OSError):  # gone in this moment
                stat = path.lstat()
                if not S_ISDIR(stat.st_mode):
                    yield _File(sort, path, stat.st_size)


def read_kept(file: Path) -> bytes:
    """What `keep` wrote.

    Raises:
        OSError: If it cannot be read.
        ValueError: If it is damaged.
    """
    checksum, _, content = file.read_bytes().partition(b"\n")
    if checksum.decode("ascii") != checksum_of(content):
        raise ValueError(f"{file}: its checksum is another")
    return content


def keep(file: Path, content: bytes) -> None:
    """Write a file with its checksum, whole or not at all, whoever else writes it at the same time.

    Raises:
        OSError: If it cannot be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=file.parent, prefix=f"{file.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(checksum_of(content).encode() + b"\n" + content)
        Path(part).replace(file)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


def checksum_of(content: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
