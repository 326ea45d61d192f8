"""What is shown on a terminal: nothing of a text steers it or turns the reading direction."""

import unicodedata

from claimx.report.sanitize import JOINERS, printable, printable_lines, printable_piece
from fuzz.target import Target, hold, text_of

PIECES = (
    *("\x1b[2J", "\x1b]0;", "\x07", "\x1b\\", "\x9b31m", "\x1bP", "\x1b[", "\x1b", "\r", "\b", "\u202e", "\u2066"),
    *("\u200b", "\u200d", "\x85", "\u2028", "\n", "\t", "31 dead", "\x1b]8;;http://x.example\x1b\\", "\x9c", "\x00"),
)


def check(data: bytes) -> None:
    """Make a text printable in each of the ways."""
    text = text_of(data)
    for shown, breaks in ((printable(text), ""), (printable_piece(text), ""), (printable_lines(text), "\n")):
        steering = [
            char
            for char in shown
            if char not in JOINERS + breaks and unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        ]
        hold(not steering, f"{steering!r} reaches the terminal")
        shown.encode()
    hold(printable(printable(text)) == printable(text), "what is printable changes when it is made printable again")


TARGET = Target(check, PIECES, max_bytes=300)
