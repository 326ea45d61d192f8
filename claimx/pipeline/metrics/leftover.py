"""Numbers that no entry claims: a count of whatever the noun names, or of what was named before."""

from dataclasses import replace

from spacy.tokens import Doc

from claimx.pipeline.metrics.counts import GUESSED
from claimx.pipeline.metrics.nouns import PEOPLE, unit_of
from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import governors


def read_leftover(doc: Doc, readings: list[Reading]) -> list[Reading]:
    """Make plain counts of what is left, where a noun or the context says of what.

    Args:
        doc: The document.
        readings: Readings in order of their numbers.
    """
    done: list[Reading] = []
    for reading in readings:
        done.append(_plain(doc, reading, done) if reading.metric is None else reading)
    return done


def _plain(doc: Doc, reading: Reading, before: list[Reading]) -> Reading:
    if reading.number.kind != "count" or reading.noun == "uncounted" or reading.number.weak or reading.number.value == 0:
        return reading
    if reading.phrase.head is None:
        return _elliptic(doc, reading, before)
    unit = PEOPLE if reading.noun == "person" else unit_of(doc, reading.phrase)
    return replace(reading, metric="count", unit=unit, rule="count", confidence=GUESSED)


def _elliptic(doc: Doc, reading: Reading, before: list[Reading]) -> Reading:
    """ "Of the 10 judges, six were …": a bare number that is a subject counts what was counted last."""
    last = before[-1] if before else None
    if last is None or last.metric is None or last.number.kind != "count":
        return reading
    near = doc[last.first].sent.end >= doc[reading.first].sent.start
    root = doc[reading.first : reading.last].root
    if near and any(governor.function == "subject" for governor in governors(doc, root.i)):
        return replace(reading, metric="count", unit=last.unit, rule="count.elliptic", confidence=GUESSED)
    return reading
