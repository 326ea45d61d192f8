"""What a number without a noun counts: what was counted just before."""

from dataclasses import replace

from spacy.tokens import Doc

from claimx.pipeline.metrics.reading import Reading

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
        same = doc[earlier.first].sent.start == doc[reading.first].sent.start
        plural = earlier.phrase.head is None or doc[earlier.phrase.head].tag_ in {"NNS", "NNPS"}
        if earlier.noun == "person" or (same and plural):
            source = earlier.antecedent or earlier.phrase
            noun = earlier.noun if earlier.noun in {"person", "animal"} else reading.noun
            return replace(reading, antecedent=source, noun=noun)
        return reading
    return reading
