"""The words of a quotation as two outlets may write them alike, and where the words of two differ."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from claimx.textual.shingles import fold_word

GAP = "…"
"""Stands for what a reporter says that he left out or put in: an ellipsis, words in square brackets."""

LONGEST_PHRASE = 2
"""Words of the longest entry of a spelling list."""

MUCH_LONGER = 2
"""Words by which the end of one quotation outruns that of another, so that the rest is left out in the other."""

LEAST_STEM = 3
"""Letters before an ending that is respelled: "hour" is no "hor"."""

_TOKEN = re.compile(r"\[[^\]\n]{0,200}\]|…|\.(?:\s?\.){2,}|%|[^\W_]+(?:[.,'’\-‐‑][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Spellings:
    """Spellings that are one.

    Attributes:
        same: What stands for a word or phrase; nothing for what is left out.
        endings: Endings and what stands for them, the longest first.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    endings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word of a quotation: as it is compared, and its half-open code points in the quotation."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two quotations differ: half-open indices of words on either side; one of the two may be empty."""

    one: tuple[int, int]
    other: tuple[int, int]


def read_utterance(text: str, spellings: Spellings) -> tuple[Spoken, ...]:
    """The words of a quotation, spelled one way; marks, case and fillers play no part.

    "We’ll free [the hostages] … all 1,160" is read as "we will … … all 1,160".

    Args:
        text: The quotation without its marks.
        spellings: What is spelled in several ways.
    """
    raw = []
    for match in _TOKEN.finditer(text):
        if match.group()[0] in "[….":
            raw.append(Spoken(GAP, match.start(), match.end()))
        else:
            raw += _parts(match)
    out: list[Spoken] = []
    at = 0
    while at < len(raw):
        length, words = _respelled(raw, at, spellings)
        out += [Spoken(word, raw[at].start, raw[at + length - 1].end) for word in words]
        at += length
    return tuple(out)


def _parts(match: re.Match[str]) -> list[Spoken]:
    """The words of a compound: "cease-fire" is "cease fire"."""
    first = match.start()
    parts = re.finditer(r"[^\-‐‑]+", match.group())
    return [Spoken(fold_word(part.group()), first + part.start(), first + part.end()) for part in parts]


def _respelled(raw: Sequence[Spoken], at: int, spellings: Spellings) -> tuple[int, list[str]]:
    """How many words are taken, and the words that stand for them."""
    for length in range(LONGEST_PHRASE, 0, -1):
        phrase = " ".join(each.word for each in raw[at : at + length])
        if at + length <= len(raw) and phrase in spellings.same:
            return length, spellings.same[phrase].split()
    word = raw[at].word
    for ending, first in spellings.endings:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            return 1, [word.removesuffix(ending) + first]
    return 1, [word]


def differences(one: Sequence[str], other: Sequence[str]) -> tuple[int, tuple[Difference, ...]]:
    """How many words two quotations share in order, and where they differ between the first and last of those.

    What stands before the first shared word, or behind the last, of one quotation only is an excerpt; of both, it is a
    difference. Where a reporter marks that words are left out or put in, there is none.

    Args:
        one: The words of a quotation.
        other: Those of another.
    """
    found: list[Difference] = []
    shared = 0
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            shared += sum(word != GAP for word in one[a:b])
            continue
        outer = (a == 0 and c == 0) or (b == len(one) and d == len(other))
        if GAP in one[a:b] or GAP in other[c:d] or (outer and (a == b or c == d)) or _beside_gap(one, a, b):
            continue
        if not _beside_gap(other, c, d):
            found.append(_without_the_rest(Difference((a, b), (c, d)), len(one), len(other)))
    return shared, tuple(found)


def _without_the_rest(found: Difference, ones: int, others: int) -> Difference:
    """At an end, where one quotation goes on much longer, no more words of it than of the other."""
    (a, b), (c, d) = found.one, found.other
    if abs((b - a) - (d - c)) <= MUCH_LONGER:
        return found
    length = min(b - a, d - c)
    if (b, d) == (ones, others):
        return Difference((a, a + length), (c, c + length))
    if (a, c) == (0, 0):
        return Difference((b - length, b), (d - length, d))
    return found


def _beside_gap(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a mark of omission stands at one end of some words, so that it may stand for them."""
    return GAP in words[max(0, start - 1) : start] or GAP in words[end : end + 1]
