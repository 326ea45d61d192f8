"""One run at a time in a folder; the system lets go of the lock when its holder ends, however that is."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from claimx.batch.durable import said_plainly
from claimx.errors import ClaimxError

LOCK = "lock"
LOCKED = "CX981"


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Keep other runs out of a folder.

    Raises:
        ClaimxError: If another run is at work in it, or it cannot be written.
    """
    path = folder / LOCK
    with said_plainly(path):
        stream = path.open("a+b")
    with stream:
        if not _take(stream):
            raise ClaimxError(
                f"another run is at work in {folder}", remedy="let it end, or give another folder", code=LOCKED
            )
        yield


def is_held(folder: Path) -> bool:
    """Whether a run is at work in a folder; who may only read it, and several at once, may ask."""
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
        except OSError:
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
