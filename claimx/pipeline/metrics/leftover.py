"""Numbers that no entry claims: a count of whatever the noun names, or of what was named before."""

import re
from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc

from claimx.pipeline.metrics.counts import GUESSED, LIKELY
from claimx.pipeline.metrics.nouns import PEOPLE, unit_of
from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import governors

THOUSAND = 1000
HYPHENS = frozenset({"-", "‑"})
VOTE_AFTER = re.compile(r"[-‑–](to[-‑])?\d")
VOTE_BEFORE = re.compile(r"\d[-‑–](to[-‑])?$")
PARENTS = frozenset({"father", "mother", "parent", "parents", "family", "crowd", "group", "team", "crew"})
SIZES = frozenset({"sample", "turnout", "attendance", "population", "membership", "enrollment", "enrolment"})


def read_leftover(doc: Doc, readings: list[Reading], words: Mapping[str, frozenset[str]]) -> list[Reading]:
    """Make plain counts of what is left, where a noun or the context says of what.

    Args:
        doc: The document.
        readings: Readings in order of their numbers.
        words: Lists of words by name.
    """
    done: list[Reading] = []
    for reading in readings:
        if reading.metric is None:
            done.append(_plain(doc, reading, done, words))
        elif _is_bare_one(doc, reading) and not _in_list(reading, done):
            done.append(replace(reading, metric=None))
        else:
            done.append(reading)
    return done


def _is_bare_one(doc: Doc, reading: Reading) -> bool:
    """ "one shooting may have several victims": one that only its noun makes a figure."""
    return reading.confidence == GUESSED and doc.text[reading.number.start : reading.number.end].casefold() == "one"


def _plain(doc: Doc, reading: Reading, before: list[Reading], words: Mapping[str, frozenset[str]]) -> Reading:
    if reading.number.kind != "count" or reading.noun == "uncounted" or reading.number.value == 0:
        return reading
    if reading.number.weak:
        return _weak(doc, reading, words["shapes"])
    if reading.phrase.head is None or reading.antecedent is not None:
        if _is_sum(doc, reading, words["sums"]):
            return replace(reading, metric="money", unit="", rule="money.bare", confidence=GUESSED)
        sized = _of_person(doc, reading)
        return sized if sized.metric else _elliptic(doc, reading)
    if reading.number.value == 1 and not _in_list(reading, before):
        return reading
    unit = PEOPLE if reading.noun == "person" else unit_of(doc, reading.phrase)
    return replace(reading, metric="count", unit=unit, rule="count", confidence=GUESSED)


def _weak(doc: Doc, reading: Reading, shapes: frozenset[str]) -> Reading:
    """What the grammar leaves to the context: a side of a vote ("a 5-4 ruling"), a size ("a 46-page report")."""
    after = doc.text[reading.number.core_end : reading.number.core_end + 5]
    before = doc.text[max(0, reading.number.core_start - 4) : reading.number.core_start]
    if VOTE_AFTER.match(after) or VOTE_BEFORE.search(before):
        return replace(reading, metric="votes", unit="vote", rule="votes.sides", confidence=LIKELY)
    if after[:1] in HYPHENS and reading.phrase.head is not None and doc[reading.phrase.head].lower_ not in shapes:
        unit = PEOPLE if reading.noun == "person" else unit_of(doc, reading.phrase)
        return replace(reading, metric="count", unit=unit, rule="count.size", confidence=GUESSED)
    return reading


def _in_list(reading: Reading, before: list[Reading]) -> bool:
    """Whether "one" stands in a list of figures: "two rifles, one carbine", and is no "one study found"."""
    return bool(before) and before[-1].metric is not None and reading.first - before[-1].after <= 2


def _elliptic(doc: Doc, reading: Reading) -> Reading:
    """ "Of the 10 judges, six were …": a bare number counts what was counted last, where it is a subject or stands beside it."""
    named = reading.antecedent
    if named is None or named.head is None:
        return reading
    root = doc[reading.first : reading.last].root
    beside = reading.phrase.head is not None or doc[reading.first - 1].lower_ in {"than", "and", "or", "to"}
    if beside or any(governor.function in {"subject", "object"} for governor in governors(doc, root.i)):
        unit = PEOPLE if reading.noun == "person" else unit_of(doc, named)
        return replace(reading, metric="count", unit=unit, rule="count.elliptic", confidence=GUESSED)
    return reading


def _is_sum(doc: Doc, reading: Reading, sums: frozenset[str]) -> bool:
    """ "losses estimated to be in the millions": a bare large number beside words for sums."""
    number = reading.number
    if reading.phrase.head is not None or number.low is None or number.low < THOUSAND:
        return False
    start = doc[reading.first].sent.start
    return any(token.lower_ in sums for token in doc[max(start, reading.first - 8) : reading.last + 4])


def _of_person(doc: Doc, reading: Reading) -> Reading:
    """ "a father of seven" counts children; "the sample is 834" counts those asked."""
    index = reading.first - 1
    if index > 0 and doc[index].lower_ == "of" and doc[index - 1].lower_ in PARENTS:
        return replace(reading, metric="count", unit=PEOPLE, rule="count.children", confidence=GUESSED)
    if index > 0 and doc[index].lower_ in {"is", "was", "of", "to", "at"}:
        start = doc[reading.first].sent.start
        if any(token.lower_ in SIZES for token in doc[max(start, index - 4) : index]):
            return replace(reading, metric="count", unit=PEOPLE, rule="count.size", confidence=GUESSED)
    return reading
