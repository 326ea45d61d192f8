"""Write files so that a run may be killed at any moment, or the power may fail: whole, or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from claimx.errors import ClaimxError

UNWRITABLE = "CX960"
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
        with beside.open("w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(target)
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


def sync_folder(folder: Path) -> None:
    """Wait until the names of a folder's files are on the disk, where the system lets one wait for that."""
    if os.name != "posix":
        return
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
