"""One run at a time in a folder; the system lets go of the lock when its holder ends, however that is."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import BinaryIO

from claimx.batch.durable import said_plainly
from claimx.errors import ClaimxError

LOCK = "lock"
TRIES, PAUSE = 5, 0.1
LOCKED, NO_LOCKS = "CX981", "CX983"


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Keep other runs out of a folder.

    Raises:
        ClaimxError: If another run is at work in it, it cannot be written, or its file system has no locks.
    """
    path = folder / LOCK
    with said_plainly(path):
        stream = path.open("a+b")
    with stream:
        try:
            taken = _take_soon(stream)
        except OSError as err:
            raise ClaimxError(
                f"{path}: the file system has no locks, so that two runs could write there: {err.strerror or err}",
                remedy="write to a folder on a disk of this machine, and copy it when it is done",
                code=NO_LOCKS,
            ) from err
        if not taken:
            raise ClaimxError(
                f"another run is at work in {folder}", remedy="let it end, or give another folder", code=LOCKED
            )
        yield


def _take_soon(stream: BinaryIO) -> bool:
    """Take a lock that may be held for a moment by who asks how far a run is."""
    for _ in range(TRIES):
        if _take(stream):
            return True
        sleep(PAUSE)
    return False


def is_held(folder: Path) -> bool:
    """Whether a run is at work in a folder; who may only read it, and several at once, may ask.

    Where the file system has no locks, none can be at work.
    """
    try:
        with (folder / LOCK).open("rb") as stream:
            return not _take(stream, shared=True)
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _take(stream: BinaryIO, *, shared: bool = False) -> bool:
        del shared  # there is no such lock here
        stream.seek(0)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def _take(stream: BinaryIO, *, shared: bool = False) -> bool:
        try:
            fcntl.flock(stream.fileno(), (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
