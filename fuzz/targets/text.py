"""Plain text in any encoding, or none."""

from claimx.sources import Format
from fuzz.reading import reads
from fuzz.target import Target

PIECES = (
    "\xef\xbb\xbf",
    "\xff",
    "\x00",
    "ÿþ",
    "café",
    "naïve",
    "\x1f",
    "31 people died",
    "\ud800",
    "Привет",
    "日本",
    "\n",
)

TARGET = Target(reads(Format.TEXT), PIECES, max_bytes=2048)
