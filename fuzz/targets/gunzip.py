"""Data packed with gzip on standard input: what is packed is read, and what is broken is refused."""

import gzip

from fuzz.reading import read_stream
from fuzz.target import Target

PIECES = ("\x1f\x8b\x08\x00", "\x00\x00\x00\x00", "WARC/1.0\r\n", '{"text": "Ten died."}\n', "\x03", "<html>", "<rss>")


def check(data: bytes) -> None:
    """Read bytes behind the mark of gzip as they are, whole, and cut at the place that the first byte names."""
    read_stream(b"\x1f\x8b" + data)
    packed = gzip.compress(data, compresslevel=1, mtime=0)
    read_stream(packed + packed)
    read_stream(packed[: (data[0] if data else 0) % len(packed)])


TARGET = Target(check, PIECES)
