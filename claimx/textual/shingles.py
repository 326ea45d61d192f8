"""The words of a text as two copies of it have them in common, with their offsets, and the stretches to compare."""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from sys import intern

_WORD = re.compile(r"[^\W_]+(?:[.,'’\-‐‑][^\W_]+)*")
_CONTACT = re.compile(r"\d{3}[-.‐‑ ]\d{3,4}\b|\bwww\.|://|@\w|©|\bcopyright\b", re.IGNORECASE)
_BREAK = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)|\n\s*\n|\n")

SOFT_WRAP_WIDTH = 60
"""A line this long is broken by its width; a shorter one ends something."""


KEPT = 32_768
"""Words whose folded form is kept: nearly all that are in a day's news, and no more for a year's."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order, folded so that copies that differ in case, accents or marks are alike.

    Attributes:
        folded: The words.
        starts: Code point at which each begins.
        ends: One past its last.
        breaks: Indices of words that open a sentence, a line or a paragraph; the first is 0 where there are words.
    """

    folded: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    breaks: Sequence[int]

    def __len__(self) -> int:
        return len(self.folded)

    def units(self) -> Iterator[tuple[int, int]]:
        """Sentences and lines as half-open indices of words."""
        yield from pairwise((*self.breaks, len(self)))


def read_words(pieces: Iterable[tuple[int, str]]) -> Words:
    """Read a text, or stretches of one that is not there in full.

    Args:
        pieces: Offsets in code points and the words there, in order: `[(0, text)]`, or sentence by sentence.
    """
    folded: list[str] = []
    starts, ends, breaks = array("I"), array("I"), array("I")  # an eighth of what lists take, for millions of words
    for offset, text in pieces:
        cuts = _cuts(text)
        opens, cut = True, 0
        for match in _WORD.finditer(text):
            while cut < len(cuts) and cuts[cut] <= match.start():
                opens, cut = True, cut + 1
            if opens:
                breaks.append(len(folded))
                opens = False
            start, end = match.span()
            folded.append(_folded_once(match.group()))
            starts.append(offset + start)
            ends.append(offset + end)
    return Words(tuple(folded), starts, ends, breaks)


def contact_lines(text: str) -> tuple[tuple[int, int], ...]:
    """Sentences and lines that say whom to call or whose page it is, as offsets: they are alike all over the web.

    Args:
        text: A text.
    """
    edges = [0, *_cuts(text), len(text)]
    return tuple((start, end) for start, end in pairwise(edges) if _CONTACT.search(text, start, end))


@lru_cache(maxsize=KEPT)
def _folded_once(word: str) -> str:
    return intern(fold_word(word))


def fold_word(word: str) -> str:
    """Lower case without diacritics; one apostrophe for all."""
    plain = word.casefold()
    if not plain.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
    return plain.replace("’", "'")


def shingles(words: Sequence[str], length: int) -> frozenset[tuple[str, ...]]:
    """All runs of so many words; of a shorter text, the text itself."""
    if len(words) <= length:
        return frozenset({tuple(words)}) if words else frozenset()
    return frozenset(tuple(words[start : start + length]) for start in range(len(words) - length + 1))


def _cuts(text: str) -> list[int]:
    """Offsets at which a new sentence or line begins."""
    cuts = []
    line = 0
    for match in _BREAK.finditer(text):
        if match.group() == "\n":
            if match.start() - line < SOFT_WRAP_WIDTH:
                cuts.append(match.end())
            line = match.end()
        else:
            cuts.append(match.end())
            line = match.end() if "\n" in match.group() else line
    return cuts
