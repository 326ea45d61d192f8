"""Numbers that no entry claims: a count of whatever the noun names, or of what was named before."""

import re
from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc

from claimx.pipeline.clauses import governors
from claimx.pipeline.metrics.counts import GUESSED, LIKELY, is_size
from claimx.pipeline.metrics.nouns import PEOPLE, unit_of
from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import counted_phrase

DOZEN = 12
BARE_SUM = 1000
"""A bare number below this is no sum of money."""

SUM_BEFORE, SUM_AFTER = 8, 4
"""How many tokens before and after a bare number words for sums are sought."""

LISTING = frozenset({",", ";", "and", "or"})
LIST_GAP = 2
"""How many tokens at most part the members of a list."""

BESIDE = frozenset({"than", "and", "or", "to", "from"})
VOTE_AFTER = re.compile(r"([-‑–](to[-‑])?| to )\d")
VOTE_BEFORE = re.compile(r"\d([-‑–](to[-‑])?| to )$")
VOTE_WIDTH = 5


class LeftoverReader:
    """Makes plain counts of what the entries leave.

    Attributes:
        words: Lists of words by name.
    """

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        self.words = words

    def read(self, doc: Doc, readings: list[Reading]) -> list[Reading]:
        """Give readings without a metric that of a plain count, where a noun or the context says of what.

        Args:
            doc: The document.
            readings: Readings in order of their numbers.
        """
        done: list[Reading] = []
        for reading in readings:
            listed = _in_list(doc, reading, done)
            if reading.metric is None:
                done.append(self._plain(doc, reading, listed=listed))
            elif _is_bare_one(reading) and not listed:
                done.append(replace(reading, metric=None))
            else:
                done.append(reading)
        return done

    def _plain(self, doc: Doc, reading: Reading, *, listed: bool) -> Reading:
        number = reading.number
        if number.kind != "count" or reading.noun == "uncounted" or number.value == 0:
            return reading
        if number.weak or is_size(doc, reading):
            return self._weak(doc, reading)
        if reading.phrase.head is None or reading.antecedent is not None:
            return self._without_noun(doc, reading)
        return reading if number.value == 1 and not listed else _count(doc, reading, "count")

    def _weak(self, doc: Doc, reading: Reading) -> Reading:
        """What the grammar leaves to the context: a side of a vote ("a 5-4 ruling"), a size ("a 30-page report")."""
        number = reading.number
        after = reading.text[number.core_end : number.core_end + VOTE_WIDTH]
        before = reading.text[max(0, number.core_start - VOTE_WIDTH) : number.core_start]
        if number.unit == "vote" and (VOTE_AFTER.match(after) or VOTE_BEFORE.search(before)):
            return replace(reading, metric="votes", unit="vote", rule="votes.sides", confidence=LIKELY)
        head = reading.phrase.head
        if is_size(doc, reading) and head is not None and doc[head].lower_ not in self.words["shapes"]:
            sized = counted_phrase(doc, reading.phrase.end)
            counted = _count(doc, reading, "count.size")
            return replace(counted, antecedent=sized) if sized.head is not None else counted
        return reading

    def _without_noun(self, doc: Doc, reading: Reading) -> Reading:
        if self._is_sum(doc, reading):
            return replace(reading, metric="money", unit="", rule="money.bare", confidence=GUESSED)
        if self._is_of_people(doc, reading):
            return replace(reading, metric="count", unit=PEOPLE, rule="count.people", confidence=GUESSED)
        if _is_crowd(reading):
            return replace(reading, metric="count", unit=PEOPLE, rule="count.crowd", confidence=GUESSED)
        if reading.antecedent is not None and reading.antecedent.head is not None and _stands_alone(doc, reading):
            return _count(doc, reading, "count.elliptic")
        return reading

    def _is_sum(self, doc: Doc, reading: Reading) -> bool:
        """Whether a bare large number stands beside words for sums: "damage put in the millions"."""
        if reading.phrase.head is not None or reading.number.low is None or reading.number.low < BARE_SUM:
            return False
        start = max(doc[reading.first].sent.start, reading.first - SUM_BEFORE)
        return any(token.lower_ in self.words["sums"] for token in doc[start : reading.last + SUM_AFTER])

    def _is_of_people(self, doc: Doc, reading: Reading) -> bool:
        """Whether a bare number counts people: "a mother of six", "the sample was 640"."""
        index = reading.first - 1
        if index < 1:
            return False
        if doc[index].lower_ == "of" and doc[index - 1].lower_ in self.words["parents"]:
            return True
        start = max(doc[reading.first].sent.start, index - 4)
        sized = any(token.lower_ in self.words["sizes"] for token in doc[start:index])
        return sized and doc[index].lower_ in {"is", "was", "of", "to", "at"}


def _count(doc: Doc, reading: Reading, rule: str) -> Reading:
    unit = PEOPLE if reading.noun == "person" else unit_of(doc, reading.named)
    return replace(reading, metric="count", unit=unit, rule=rule, confidence=GUESSED)


def _is_crowd(reading: Reading) -> bool:
    """Whether a vague number stands for people: "with millions watching"; "a few" does not."""
    number = reading.number
    vague = number.comparator == "vague" and number.low is not None and number.low >= DOZEN
    return vague and reading.phrase.head is None and reading.noun in {"person", None} and not reading.phrase.partitive


def _is_or_two(doc: Doc, reading: Reading) -> bool:
    """Whether a number only rounds off a noun: "a delegate or two"."""
    return reading.first > 1 and doc[reading.first - 1].lower_ == "or" and not doc[reading.first - 2].like_num


def _is_bare_one(reading: Reading) -> bool:
    """Whether only its noun makes "one" a figure: "one shooting may have several victims"."""
    return reading.confidence == GUESSED and reading.text[reading.number.start : reading.number.end].casefold() == "one"


def _in_list(doc: Doc, reading: Reading, before: list[Reading]) -> bool:
    """Whether a number goes on with a list of figures: "two vans, one lorry"; "one study found" does not."""
    if not before or before[-1].metric is None or before[-1].number.kind != "count":
        return False
    between = doc[before[-1].after : reading.first]
    return len(between) <= LIST_GAP and all(token.lower_ in LISTING for token in between)


def _is_of_place(doc: Doc, reading: Reading) -> bool:
    """Whether a member of a list says where: "40 jobs in France, 37 in Spain"."""
    lead = doc[reading.first - 1].lower_ in LISTING if reading.first else False
    after = doc[reading.last : reading.last + 2]
    return lead and len(after) > 1 and after[0].lower_ == "in" and after[1].ent_type_ in {"GPE", "LOC"}


def _stands_alone(doc: Doc, reading: Reading) -> bool:
    """Whether a bare number is an argument of its clause or stands beside another: "six of them were", "10 or 11"."""
    if reading.phrase.head is not None or doc[reading.first - 1].lower_ in BESIDE:
        return reading.phrase.head is not None or not _is_or_two(doc, reading)
    root = doc[reading.first : reading.last].root
    if doc[reading.last : reading.last + 1].text == "who" or _is_of_place(doc, reading):
        return True
    return any(governor.function in {"subject", "object"} for governor in governors(doc, root.i))
