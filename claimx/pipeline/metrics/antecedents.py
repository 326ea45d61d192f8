"""What a number without a noun counts: what was counted just before."""

from dataclasses import replace

from spacy.tokens import Doc

from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import PLURALS, sentence_bounds

PRO_NOUNS = frozenset({"other", "others", "more"})
REACH = 60
"""How far back, in tokens, what was counted is still remembered."""


def with_antecedents(doc: Doc, readings: list[Reading]) -> list[Reading]:
    """Let numbers without a noun of their own point at the reading that names what they count.

    "Gunmen took 30 nurses; six were freed": six of the nurses. Things are taken up only within the sentence.

    Args:
        doc: The document.
        readings: Readings in order of their numbers, before their metrics are sought.
    """
    done: list[Reading] = []
    for reading in readings:
        done.append(_with_antecedent(doc, reading, done) if _is_open(doc, reading) else reading)
    return done


def _is_open(doc: Doc, reading: Reading) -> bool:
    head = reading.phrase.head
    return reading.number.kind == "count" and (head is None or doc[head].lower_ in PRO_NOUNS)


def _with_antecedent(doc: Doc, reading: Reading, before: list[Reading]) -> Reading:
    for earlier in reversed(before):
        if reading.first - earlier.after > REACH:
            return reading
        if earlier.number.kind != "count" or earlier.noun is None or earlier.noun == "uncounted":
            continue
        if not _is_part(doc, earlier) and _can_hold(doc, earlier, reading):
            noun = earlier.noun if reading.phrase.head is not None or earlier.noun != "thing" else reading.noun
            return replace(reading, antecedent=earlier.named, noun=noun)
    return reading


def _can_hold(doc: Doc, earlier: Reading, reading: Reading) -> bool:
    """Whether a number may count what an earlier one counted: persons, or things named in the same sentence.

    Of what another sentence counts, it may be a part, and no more than all.
    """
    if sentence_bounds(doc, earlier.first) == sentence_bounds(doc, reading.first):
        head = earlier.phrase.head
        return earlier.noun == "person" or head is None or doc[head].tag_ in PLURALS
    whole, part = earlier.number.value, reading.number.value
    fits = whole is None or part is None or part <= whole or earlier.antecedent is not None
    return earlier.noun == "person" and fits


def _is_part(doc: Doc, earlier: Reading) -> bool:
    """Whether a figure stands in a list of parts: "killed 19 people, including 9 clerks, and hurt 50 others"."""
    for token in reversed(doc[sentence_bounds(doc, earlier.first)[0] : earlier.first]):
        if token.lower_ == "including":
            return True
        if token.pos_ in {"VERB", "AUX"}:
            return False
    return False
