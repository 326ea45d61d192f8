"""Numbers beside a figure that only the parse tells to be none: ages in lists of names, "one" for a noun, "a third"."""

from spacy.tokens import Doc

from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import NOUNS, PLURALS

OLDEST = 115
NEXT = frozenset({"third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
CLOSING = frozenset({",", ";", ".", ")", "-", "--", ":"})


def is_age(doc: Doc, reading: Reading) -> bool:
    """Whether a bare number between commas follows a name: "Ada Marlow, 53; Ben Teller, 24".

    Newswire that is all lower case hides the name from the number grammar. So does a list of ages after its second:
    "three riders, ages 19, 22 and 40, were hurt".
    """
    first, value = reading.first, reading.number.value
    if first <= 1 or reading.number.kind != "count" or value is None or not 0 < value <= OLDEST:
        return False
    if _in_ages(doc, first):
        return True
    closed = reading.last >= len(doc) or doc[reading.last].text in CLOSING or _next_name(doc, reading.last)
    name = doc[first - 2]
    named = doc[first - 1].text == "," and name.pos_ in NOUNS and name.tag_ not in PLURALS
    return closed and named and doc[first].is_digit and reading.last - first == 1


def is_pronoun(doc: Doc, reading: Reading) -> bool:
    """Whether "one" stands for a noun: "the most important one since the war"."""
    written = reading.text[reading.number.start : reading.number.end].casefold()
    return written == "one" and reading.phrase.head is None and doc[max(0, reading.first - 1)].pos_ in {"ADJ", "DET"}


def is_next_one(doc: Doc, reading: Reading) -> bool:
    """Whether "a third" is one more in a row and no share: "killed two guards and wounded a third"."""
    words = doc[reading.first : reading.last].text.casefold().split()
    alone = reading.number.kind == "percent" and words[:1] == ["a"] and words[-1] in NEXT
    shared = reading.number.basis == "change" or doc[reading.last : reading.last + 1].text.casefold() == "of"
    before = doc[doc[reading.first].sent.start : reading.first]
    in_row = any(token.like_num for token in before) and before[-1].pos_ == "VERB"
    return alone and not shared and in_row


def _in_ages(doc: Doc, first: int) -> bool:
    """Whether nothing but numbers stands between "ages" and a number."""
    index = first - 1
    while index > 0 and (doc[index].like_num or doc[index].lower_ in {",", "and"}):
        index -= 1
    return doc[index].lower_ in {"ages", "aged"}


def _next_name(doc: Doc, last: int) -> bool:
    """Whether another name with an age follows: "Marlow, 24 and Teller, 31"."""
    follows = [token.lower_ for token in doc[last : last + 4]]
    return follows[:1] == ["and"] and follows[2:3] == [","] and follows[-1].isdigit()
