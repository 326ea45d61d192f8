"""Numbers beside a figure that only the parse tells to be none: ages in lists of names, and "one" for a noun."""

from spacy.tokens import Doc

from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import NOUNS, PLURALS

OLDEST = 115
CLOSING = frozenset({",", ";", ".", ")", "-", "--", ":"})


def is_age(doc: Doc, reading: Reading) -> bool:
    """Whether a bare number between commas follows a name: "Ada Marlow, 53; Ben Teller, 24".

    Newswire that is all lower case hides the name from the number grammar.
    """
    first, value = reading.first, reading.number.value
    if first <= 1 or reading.number.kind != "count" or value is None or not 0 < value <= OLDEST:
        return False
    closed = reading.last >= len(doc) or doc[reading.last].text in CLOSING
    name = doc[first - 2]
    named = doc[first - 1].text == "," and name.pos_ in NOUNS and name.tag_ not in PLURALS
    return closed and named and doc[first].is_digit and reading.last - first == 1


def is_pronoun(doc: Doc, reading: Reading) -> bool:
    """Whether "one" stands for a noun: "the most important one since the war"."""
    written = reading.text[reading.number.start : reading.number.end].casefold()
    return written == "one" and reading.phrase.head is None and doc[max(0, reading.first - 1)].pos_ in {"ADJ", "DET"}
