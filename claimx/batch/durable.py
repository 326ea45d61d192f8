"""Write files so that a run may be killed at any moment, or the power may fail: whole, or not at all."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from claimx.errors import ClaimxError

UNWRITABLE, NOT_OURS = "CX960", "CX980"
UNFINISHED = ".tmp"
"""How the name of a file ends while it is written."""


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its place when all is written and on the disk: temporary name, fsync, rename, fsync.

    Args:
        target: The file; what stands there is replaced.

    Raises:
        ClaimxError: If it cannot be written.
    """
    beside = target.with_name(target.name + UNFINISHED)
    with said_plainly(target):
        try:
            with beside.open("w+b") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(target)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise
        sync_folder(target.parent)


def append_line(target: Path, line: bytes) -> None:
    """Add a line to a file and wait until it is on the disk; one that is torn off has no line break.

    Raises:
        ClaimxError: If it cannot be written.
    """
    with said_plainly(target), target.open("ab") as stream:
        stream.write(line + b"\n")
        stream.flush()
        os.fsync(stream.fileno())


def read_if_there(source: Path) -> bytes | None:
    """The bytes of a file of ours; None where it is not there.

    Raises:
        ClaimxError: If it cannot be read.
    """
    try:
        return source.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as err:
        raise ClaimxError(
            f"{source}: it cannot be read: {err.strerror or err}",
            remedy="mend its permissions, or the disk; the same command then goes on",
            code=NOT_OURS,
        ) from err


def remove(targets: Iterable[Path]) -> None:
    """Take files away that may be there, and wait until they are gone from the disk.

    Raises:
        ClaimxError: If one cannot be taken away.
    """
    folders = set()
    for target in targets:
        with said_plainly(target), suppress(FileNotFoundError):
            target.unlink()
            folders.add(target.parent)
    for folder in sorted(folders):
        sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Wait until the names of a folder's files are on the disk, where the system lets one wait for that."""
    if os.name != "posix":
        return
    with said_plainly(folder):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def said_plainly(target: Path) -> Iterator[None]:
    """Turn what the system says of a file into an error that names it."""
    try:
        yield
    except OSError as err:
        raise ClaimxError(
            f"{target}: it cannot be written: {err.strerror or err}",
            remedy="make room or mend its permissions; the same command then goes on",
            code=UNWRITABLE,
        ) from err
