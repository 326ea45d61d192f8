"""Physical measures, and magnitudes that are written without a unit."""

from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc

from claimx.pipeline.metrics.reading import Reading

MAGNITUDE = frozenset({"magnitude", "mw", "richter"})
QUAKES = frozenset({"quake", "earthquake", "tremor", "temblor", "aftershock", "quakes", "earthquakes"})
SURE = Decimal("0.9")
FEW = 10
"""A vague measure below is none: "ran a few metres"."""


def read_measure(doc: Doc, reading: Reading, bores: frozenset[str]) -> Reading:
    """Give a measure its metric: one with a unit, or the strength of a quake ("a 3.0 quake", "around magnitude 2").

    Args:
        doc: The document.
        reading: A reading of kind measure or count; a count that is no measure comes back as it is.
        bores: Words for weapons, whose bore is a label: "a 9 mm pistol".
    """
    if reading.number.kind == "measure" and any(token.lower_ in bores for token in doc[reading.last : reading.last + 4]):
        return reading
    if (
        reading.number.kind == "measure"
        and reading.number.low is not None
        and reading.number.comparator == "vague"
        and reading.number.low < FEW
    ):
        return reading
    if reading.number.kind == "measure":
        return replace(reading, metric="measure", unit=reading.number.unit or "", rule="measure", confidence=SURE)
    around = [token.lower_ for token in doc[max(0, reading.first - 2) : reading.last + 3]]
    value = reading.number.value
    strength = value is not None and 0 < value < 10
    decimal = value is not None and value != value.to_integral_value() or "." in reading_text(doc, reading)
    if strength and (MAGNITUDE & set(around) or decimal and QUAKES & set(around)):
        return replace(reading, metric="measure", unit="magnitude", rule="measure.magnitude", confidence=SURE)
    return reading


def reading_text(doc: Doc, reading: Reading) -> str:
    """The number as written."""
    return doc.text[reading.number.core_start : reading.number.core_end]
