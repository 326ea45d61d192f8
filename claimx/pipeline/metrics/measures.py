"""Physical measures, and the strength of quakes that is written without a unit."""

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc

from claimx.pipeline.metrics.counts import SURE
from claimx.pipeline.metrics.reading import Reading

FEW = 10
"""A vague measure below is none: "ran a few metres"."""

STRONGEST = 10
"""No quake is as strong."""

NEAR_BEFORE, NEAR_AFTER = 2, 4


def read_measure(doc: Doc, reading: Reading, words: Mapping[str, frozenset[str]]) -> Reading:
    """Give a measure its metric: one with a unit, or the strength of a quake ("a 3.0 quake", "around magnitude 2").

    Args:
        doc: The document.
        reading: A reading of kind measure or count; a count that is no measure comes back as it is.
        words: Lists of words by name.
    """
    number = reading.number
    if number.kind == "measure":
        few = number.comparator == "vague" and number.low is not None and number.low < FEW
        bore = any(token.lower_ in words["bores"] for token in doc[reading.last : reading.last + NEAR_AFTER])
        if few or bore:
            return reading
        return replace(reading, metric="measure", unit=number.unit or "", rule="measure", confidence=SURE)
    if number.value is None or not 0 < number.value < STRONGEST:
        return reading
    around = {token.lower_ for token in doc[max(0, reading.first - NEAR_BEFORE) : reading.last + NEAR_AFTER - 1]}
    decimal = "." in reading.text[number.core_start : number.core_end]
    if around & words["magnitudes"] or (decimal and around & words["quakes"]):
        return replace(reading, metric="measure", unit="magnitude", rule="measure.magnitude", confidence=SURE)
    return reading
