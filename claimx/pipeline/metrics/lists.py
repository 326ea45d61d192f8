"""Figures that take their metric from a neighbour: parts after a total, members of a list, ellipsis."""

from dataclasses import replace

from spacy.tokens import Doc

from claimx.pipeline.metrics.counts import THING_METRICS
from claimx.pipeline.metrics.nouns import PEOPLE, unit_of
from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import governors

JOINERS = frozenset({
    ",", ";", ":", "—", "–", "-", "--", "and", "or", "including", "include", "included", "among", "them", "as", "well", "of", "whom", "which", "the",
    "their", "his", "its", "also", "plus", "another", "with", "at", "least", "(", "both", "they", "are", "were", "comprising", "namely",
})  # fmt: skip
"""Words that may stand between two figures of one list."""

OPENING_MARKS = frozenset({";", ":", "—", "–", "--", "("})
HELD = frozenset({"prisoners_held", "hostages_held", "personnel"})
"""Metrics of people as they are, which what happens to their total overrides: "freed 90 men, including 12 serving life"."""
REACH = 18
PERSON_METRICS_FIT = frozenset({"person", None})


def share_metrics(doc: Doc, readings: list[Reading]) -> list[Reading]:
    """Let figures that the words leave open take the metric of the list that they stand in.

    "33 presumed dead — eight soldiers and 25 civilians" gives all three as killed; "81 Israelis and 24 foreigners were freed" both.

    Args:
        doc: The document.
        readings: Readings in order of their numbers.

    Returns:
        The same readings, more of them with a metric.
    """
    shared = list(readings)
    for index in range(1, len(shared)):
        if _joins(doc, shared[index - 1], shared[index]):
            shared[index] = _take(doc, shared[index], shared[index - 1])
    for index in range(len(shared) - 2, -1, -1):
        if _joins(doc, shared[index], shared[index + 1], coordinated=True):
            shared[index] = _take(doc, shared[index], shared[index + 1])
    return shared


def _open(reading: Reading) -> bool:
    """Whether a better metric may still come: none yet, or only what the noun hints at."""
    return reading.number.kind == "count" and (reading.metric is None or reading.confidence < 0.7)


def _joins(doc: Doc, one: Reading, other: Reading, *, coordinated: bool = False) -> bool:
    """Whether nothing but joining words, and words of the first phrase, stand between two figures."""
    if one.number.kind != "count" or other.number.kind != "count" or other.first < one.after:
        return False
    if _some_of_them(doc, one, other) and not coordinated:
        return True
    between = doc[_resume(doc, one, other) : other.first]
    if len(between) > 14 or any(token.is_space and "\n" in token.text for token in between):
        return False
    if coordinated:
        return (
            len(between) <= 3
            and bool(between)
            and all(token.lower_ in {",", "and", "or", "their", "--"} for token in between)
        )
    verbs = [token for token in between if token.pos_ in {"VERB", "AUX"} and token.lower_ not in JOINERS]
    if verbs and not any(token.lower_ in {"including", "among", "well"} for token in between):
        return False
    words = [
        token
        for token in between
        if token.lower_ not in JOINERS and token.pos_ not in {"ADJ", "NOUN", "PROPN", "ADP", "DET", "ADV", "PUNCT"}
    ]
    return bool(between) and not [token for token in words if token not in verbs] and between[-1].lower_ in JOINERS


def _some_of_them(doc: Doc, one: Reading, other: Reading) -> bool:
    """ "15 people were detained, nine of them Salvadorans": parts of the same sentence's figure."""
    pronoun = other.phrase.partitive and other.phrase.head is None and other.phrase.end > other.phrase.start
    return pronoun and doc[one.first].sent.start == doc[other.first].sent.start


def _resume(doc: Doc, one: Reading, other: Reading) -> int:
    """Where the list of a total begins: after its dash, colon or semicolon ("33 presumed dead — eight soldiers and 25 civilians")."""
    if other.first - one.after > REACH or any(
        governor.function == "subject" for governor in governors(doc, other.after - 1)
    ):
        return one.after
    clause = _relative_end(doc, one, other)
    if clause is not None:
        return clause
    marks = [token.i for token in doc[one.after : other.first] if token.text in OPENING_MARKS]
    return marks[-1] if marks else one.after


def _relative_end(doc: Doc, one: Reading, other: Reading) -> int | None:
    """Where a list goes on after a relative clause: "13 foreigners, who will be sent home, and 22 politicians"."""
    between = doc[one.after : other.first]
    if len(between) > 3 and any(token.lower_ == "who" for token in between[:2]) and between[-1].lower_ == "and" and between[-2].text == ",":
        return other.first - 2
    return None


def _take(doc: Doc, reading: Reading, neighbour: Reading) -> Reading:
    metric = neighbour.metric
    listed = doc[reading.first - 1].lower_ == "including" and reading.metric in HELD
    if not (_open(reading) or listed) or metric is None or metric in {"count", "personnel"} or (neighbour.confidence < 0.7):
        return reading
    things = metric in THING_METRICS
    if reading.noun == "person" and metric in {"infrastructure_damaged", "seized", "attacks"}:
        return reading
    if reading.noun not in PERSON_METRICS_FIT and not things:
        return reading
    if reading.phrase.head is None and things:
        unit = neighbour.unit
    else:
        unit = unit_of(doc, reading.phrase) if things and reading.noun != "person" else PEOPLE
    return replace(
        reading,
        metric=metric,
        unit=unit,
        rule=neighbour.rule,
        predicate=neighbour.predicate,
        confidence=neighbour.confidence,
    )
