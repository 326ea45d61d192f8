r"""Make text of unknown origin safe to print: `"\x1b[2Jdead"` must not clear the screen of whoever reads it."""

import re
import unicodedata

ESCAPE_SEQUENCE = re.compile(
    r"""
    (?:\x1b\[|\x9b) [0-?]* [ -/]* [@-~]                    # control sequence: colours, cursor, screen
    | (?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f]) [^\x07\x1b\x9c]* (?:\x07|\x1b\\|\x9c)?    # title, clipboard, links
    | \x1b [ -/]* [0-~]                                    # two-character escapes
    """,
    re.VERBOSE,
)
BLANKS = re.compile(" +")
JOINERS = "\u200c\u200d"
"""Invisible, but they shape words in Persian, Hindi and others, and hide nothing."""


def printable(text: str) -> str:
    """One line of text without anything that steers a terminal or turns the reading direction.

    Escape sequences, control and format characters (bidirectional overrides among them) are dropped, lone surrogates
    become a replacement character, and each run of white space becomes one blank.

    Args:
        text: Any string.

    Returns:
        A string that is safe to print, and shows the same words.
    """
    return printable_piece(text).strip()


def printable_piece(text: str) -> str:
    """The same for a piece of a line: a blank at either end stays, where the piece meets the next."""
    return BLANKS.sub(" ", "".join(map(_shown, ESCAPE_SEQUENCE.sub("", text))))


def printable_lines(text: str) -> str:
    """The same for several lines: the breaks between them stay, and so do blanks."""
    return "\n".join("".join(map(_shown, line)) for line in ESCAPE_SEQUENCE.sub("", text).split("\n"))


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    return "" if category in {"Cc", "Cf"} and character not in JOINERS else character
