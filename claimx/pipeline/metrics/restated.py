"""Bare figures that say anew, or place by place, what the figure before them counted."""

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimx.pipeline.metrics.counts import LIKELY
from claimx.pipeline.metrics.nouns import PEOPLE
from claimx.pipeline.metrics.reading import Reading

REACH = 40
"""How far back, in tokens, the figure may stand."""

BEFORE = 6
"""Tokens before "at" in which a verb and its "the number" stand."""

PLACING = frozenset({"in", "at", "near", "around", "outside"})
STANDING = frozenset({"killed", "injured", "casualties", "missing", "arrested", "attendance", "infected", "displaced"})
"""Metrics that such a figure goes on with."""


def restate(doc: Doc, readings: list[Reading], words: Mapping[str, frozenset[str]]) -> list[Reading]:
    """Let bare figures go on with the metric of the figure before.

    "The hosts counted 8,000 marchers; police put the number at 5,000." · "The gale killed 48 people. Thirty were in
    Orsa and 18 in Tarvo." Not so "Thirty were in hospital", nor "police put the fine at 5,000".

    Args:
        doc: The document.
        readings: Readings in order of their numbers, with the metrics that words of their own give.
        words: Lists of words by name.
    """
    done: list[Reading] = []
    placed = False
    for reading in readings:
        last = next((each for each in reversed(done) if each.metric in STANDING), None)
        bare = reading.metric is None and reading.number.kind == "count" and reading.phrase.head is None
        near = last is not None and last.unit == PEOPLE and reading.first - last.after <= REACH
        if last is None or not (bare and near):
            placed = False
            done.append(reading)
            continue
        placed = _is_place_after(doc, reading.last) if placed else _is_placed(doc, reading, last)
        goes_on = placed or _is_put(doc, reading, words)
        taken = replace(reading, metric=last.metric, unit=PEOPLE, rule=last.rule, confidence=LIKELY, noun=None)
        done.append(taken if goes_on else reading)
    return done


def _is_put(doc: Doc, reading: Reading, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether it is what somebody puts "the number" at: "police put the figure at"."""
    at = reading.first - 1
    before = doc[max(doc[reading.first].sent.start, at - BEFORE) : max(at, 0)]
    if at < 1 or doc[at].lower_ != "at" or not len(before) or before[-1].lower_ not in words["counts"]:
        return False
    return any(token.lower_ in words["putting"] for token in before)


def _is_placed(doc: Doc, reading: Reading, last: Reading) -> bool:
    """Whether it opens a sentence that puts so many of those before in a place: "Thirty were in Orsa"."""
    verb = doc[reading.last : reading.last + 1]
    opens = reading.first == doc[reading.first].sent.start and doc[last.first].sent.end == reading.first
    fits = last.number.value is None or (reading.number.value or 0) < last.number.value
    return opens and fits and verb.text in {"were", "was", "are"} and _is_place_after(doc, reading.last + 1)


def _is_place_after(doc: Doc, index: int) -> bool:
    """Whether "in" and a name stand at a token."""
    return index + 1 < len(doc) and doc[index].lower_ in PLACING and _is_name(doc[index + 1])


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ not in {"DATE", "TIME"}
