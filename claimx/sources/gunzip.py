"""What is compressed with gzip, unpacked while it is read, and no further than honest text is ever packed."""

import io
import zlib
from typing import BinaryIO

from claimx.sources.interface import BROKEN, TOO_LARGE, refuse

MAGIC = b"\x1f\x8b"
SUFFIX = ".gz"

MAX_RATIO = 200
"""News text packs to a fifth, logs of one line over and over to a fiftieth; a bomb to a thousandth."""
FREE_BYTES = 10 * 1024 * 1024
"""So much is unpacked at any ratio."""

PIECE = 64 * 1024
GZIP = 31
"""What zlib calls its largest window with a header of gzip."""


class Gunzip(io.RawIOBase):
    """Reads what was packed; several packed pieces one after another are read as one, as WARC has them.

    Reading raises SourceError where the data are broken or end too early, and where they unpack to far more than text
    does.

    Args:
        packed: The compressed bytes.
        name: The file, for messages.
    """

    def __init__(self, packed: BinaryIO, name: str | None) -> None:
        super().__init__()
        self._packed = packed
        self._name = name
        self._member = zlib.decompressobj(GZIP)
        self._waiting = b""
        self._inside = False
        self._taken = 0
        self._given = 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # narrower
        """Fill a buffer, or a part of it; 0 only at the end."""
        while True:
            if self._member.eof:
                self._waiting = (self._member.unused_data or self._waiting).lstrip(b"\0")
                self._member, self._inside = zlib.decompressobj(GZIP), False
            if not self._waiting and not self._fill():
                return 0
            if not self._inside and not self._waiting.strip(b"\0"):
                self._waiting = b""  # tapes are padded
                continue
            piece = self._unpack(len(buffer))
            if piece:
                buffer[: len(piece)] = piece
                return len(piece)

    def _fill(self) -> bool:
        self._waiting = self._packed.read(PIECE)
        self._taken += len(self._waiting)
        if not self._waiting and self._inside:
            raise self._broken("it ends too early")
        return bool(self._waiting)

    def _unpack(self, size: int) -> bytes:
        self._inside = True
        try:
            piece = self._member.decompress(self._waiting, size)
        except zlib.error as err:
            raise self._broken("its compressed data are damaged") from err
        self._waiting = self._member.unconsumed_tail
        self._given += len(piece)
        if self._given > FREE_BYTES and self._given > MAX_RATIO * self._taken:
            raise refuse(
                f"it unpacks to more than {MAX_RATIO} times its size, as no text does",
                remedy="look at what it holds; unpack it yourself if that is right",
                code=TOO_LARGE,
                path=self._name,
            )
        return piece

    def _broken(self, what: str) -> Exception:
        return refuse(what, remedy="fetch or pack the file anew", code=BROKEN, path=self._name)
