"""Cut a text into the tokens that the number grammar reads."""

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

NUMBER = "number"
WORD = "word"
SYMBOL = "symbol"
BREAK = "break"
FRACTION = "fraction"

# Separators inside a number stand between digits only: "2,430", "81 000" with any narrow space, "4,75,20,000",
# "19.03.2024". Characters that nobody sees stand for nothing: "more\u200b than 50", "thou\u00adsand".
_TOKEN = re.compile(
    r"""
    # Nearly all words of a text are of plain letters: they are found at once, for they begin nothing else.
    (?P<plain>[A-Za-z]{2,}+(?![^\W\d_]|['’\u00ad\u2060]))
  | (?P<number>
        (?:\d{1,3}(?:[ \u00a0\u2007\u2009\u202f]\d{3})+(?![ ]?\d)(?:[.,\u066b]\d+)?)
      | (?:\d+(?:[.,\u066b\u066c]\d+|['’]\d{3}(?!\d))*)
      | (?:(?<![\w.])\.\d+)
    )
  | (?P<fraction>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
  | (?P<break>\n[^\S\n]*\n\s*)
  | (?P<word>(?:[^\W\d_]\.){2,} | [^\W\d_]+(?:['’\u00ad\u2060]+[^\W\d_]+)*)
  | (?P<symbol>[^\s\w\u00ad\u200b-\u200f\u2060\ufeff] | _)
    """,
    re.VERBOSE,
)

_PLAIN = str.maketrans({"’": "'", "\u00ad": None, "\u2060": None})


class Token(NamedTuple):
    """A piece of the text.

    Attributes:
        kind: Number, word, symbol, fraction sign, or a break between paragraphs.
        low: Its text in lower case, apostrophes made straight.
        start: First code point.
        end: One past the last.
        upper: Whether it has a capital letter.
    """

    kind: str
    low: str
    start: int
    end: int
    upper: bool


END = Token(BREAK, "", -1, -1, upper=False)
"""Stands before the first and after the last token."""


class Tokens:
    """The tokens of a text; reading past either end gives `END`."""

    __slots__ = ("_lows", "items", "size", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.items = [*_cut(text)]
        self.size = len(self.items)
        self._lows = [token[1] for token in self.items]

    def __getitem__(self, index: int) -> Token:
        return self.items[index] if 0 <= index < self.size else END

    def low(self, index: int) -> str:
        """Lower-case text of a token; empty beyond the ends."""
        return self._lows[index] if 0 <= index < self.size else ""

    def starting(self, words: Container[str], others: Container[str]) -> list[int]:
        """The tokens at which a number or one of some words and others stands, in order."""
        return [
            index for index, (kind, low, *_) in enumerate(self.items) if kind == NUMBER or low in words or low in others
        ]

    def glued(self, index: int) -> bool:
        """Whether a token follows the one before it without a space."""
        return 0 < index < self.size and self.items[index - 1].end == self.items[index].start

    def opens_line(self, index: int) -> bool:
        """Whether a token is the first of its line."""
        return index <= 0 or "\n" in self.text[self.items[index - 1].start : self.items[index].start]

    def dash(self, index: int) -> bool:
        """Whether a token is a hyphen or a dash."""
        return self.low(index) in DASHES

    def hyphen(self, index: int) -> bool:
        """Whether a token is a hyphen or dash with no space on either side ("thirty-one", "20-30")."""
        return self.low(index) in DASHES and self.glued(index) and self.glued(index + 1)


def _cut(text: str) -> Iterator[Token]:
    """The tokens of a text; made as bare tuples, which takes half the time, for there is one for each word."""
    make = tuple.__new__
    for match in _TOKEN.finditer(text):
        piece, group = match[0], match.lastgroup
        low = piece.lower()
        start, end = match.span()
        if group == "plain":
            yield make(Token, (WORD, low, start, end, piece != low))
        else:
            plain = low if low.isascii() else low.translate(_PLAIN)
            yield make(Token, (group or SYMBOL, plain, start, end, piece != low))


DASHES = frozenset("-–—‐‑−")
"""Hyphens, dashes and the minus sign."""
