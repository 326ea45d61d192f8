"""What a figure leaves in or out: confirmed or suspected, destroyed or damaged, with the gunman or without."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from claimx.lexicon.contrasts import Contrast, read_contrasts
from claimx.records.claim import Claim
from claimx.records.group import ScopeRelation

WORDS_AFTER = 7
WORDS_BEFORE = 3
WORD = re.compile(r"\w+")
CLAUSE_END = re.compile(r"[,;:.!?(\u2013\u2014]|\d|\b(?:and|but|while)\b")


@cache
def _sides() -> tuple[Contrast, ...]:
    return read_contrasts()


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase for a side, as it is looked for."""

    order: int
    pattern: re.Pattern[str]
    side: Contrast


@cache
def _phrases() -> Mapping[str, Sequence[_Phrase]]:
    """The phrases for sides, longer ones first, by the first word of each: few of some hundred can be in a text."""
    pairs = [(phrase, entry) for entry in _sides() for phrase in entry.words]
    pairs.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    found: dict[str, list[_Phrase]] = {}
    for order, (phrase, entry) in enumerate(pairs):
        made = _Phrase(order, re.compile(rf"\b{re.escape(phrase)}\b"), entry)
        found.setdefault(next(iter(WORD.findall(phrase)), ""), []).append(made)
    return found


def sides(claim: Claim) -> Mapping[str, Contrast]:
    """The sides of contrasts that a figure takes, by axis.

    "600 houses damaged and 40 destroyed": 600 are damaged; the words belong to the nearest figure. A longer phrase
    hides the shorter ones inside it: "not including the gunman". Sides that say nothing of its metric are left out.
    """
    near = " ".join(filter(None, (claim.counting, claim.who.text if claim.who else None, _around(claim)))).casefold()
    found: dict[str, Contrast] = {}
    phrases = _phrases()
    possible = [phrase for word in {"", *WORD.findall(near)} for phrase in phrases.get(word, ())]
    for phrase in sorted(possible, key=lambda phrase: phrase.order):
        near, hits = phrase.pattern.subn(" ", near)
        if hits:
            found.setdefault(phrase.side.axis, phrase.side)
    for entry in _sides():
        if claim.rule in entry.rules:
            found.setdefault(entry.axis, entry)
    return {axis: entry for axis, entry in found.items() if entry.says_something_of(claim.metric)}


def _around(claim: Claim) -> str:
    text = claim.sentence.text
    start, end = claim.start - claim.sentence.start, claim.end - claim.sentence.start
    if claim.within != claim.sentence.within or start < 0 or end > len(text):
        return ""
    after = CLAUSE_END.split(text[end:], maxsplit=1)[0].split()[:WORDS_AFTER]
    before = CLAUSE_END.split(text[:start])[-1].split()[-WORDS_BEFORE:]
    return " ".join([*before, "|", *after])


def picked(one: Mapping[str, Contrast], other: Mapping[str, Contrast]) -> bool:
    """Whether both figures pick some of the counted, and perhaps not the same: two in one hospital, three elsewhere."""
    return any(side.picks and axis in other for axis, side in one.items())


def relate_counting(one: Mapping[str, Contrast], other: Mapping[str, Contrast]) -> ScopeRelation:
    """How the counting rules of two figures relate, seen from the first."""
    relation: ScopeRelation = "equal"
    for axis in sorted(one.keys() | other.keys()):
        mine, theirs = one.get(axis), other.get(axis)
        if mine and theirs:
            if mine.id != theirs.id:
                return "different"
        elif (mine and mine.strict) or (theirs and theirs.strict):
            return "different"
        elif mine:
            relation = "narrower" if mine.narrows else relation
        elif theirs and theirs.narrows:
            relation = "wider"
    return relation
