"""Look at the beginning of a stream without losing it, and read no more of the rest than is allowed."""

import io
from typing import BinaryIO, Protocol

from claimx.sources.interface import TOO_LARGE, refuse

HEAD_BYTES = 4096


class ByteStream(Protocol):
    """What is needed of a stream: standard input, a file, or bytes in memory."""

    def read(self, size: int = -1, /) -> bytes:
        """Read up to `size` bytes; fewer only at the end."""
        ...

    def read1(self, size: int = -1, /) -> bytes:
        """Read what is there, up to `size` bytes; nothing only at the end."""
        ...


def beginning(stream: ByteStream) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and all of it once more."""
    head = stream.read(HEAD_BYTES)
    return head, io.BufferedReader(_Rejoined(head, stream))


class _Rejoined(io.RawIOBase):
    """A stream whose beginning has been read already."""

    def __init__(self, head: bytes, rest: ByteStream) -> None:
        super().__init__()
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # narrower
        piece = self._head[: len(buffer)] or self._rest.read1(len(buffer))
        self._head = self._head[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)


def read_all(stream: BinaryIO, name: str | None, limit: int) -> bytes:
    """All of a stream.

    Args:
        stream: The stream.
        name: What it is called in messages.
        limit: How many bytes it may hold.

    Raises:
        SourceError: If it holds more.
    """
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise refuse(
            f"it is larger than the limit of {limit:,} bytes",
            remedy="split it, or raise --max-file-bytes",
            code=TOO_LARGE,
            path=name,
        )
    return content
