"""Read the cue behind a speech by the form of its words, where the tagger takes a verb for a noun.

“…,” the letter reads. “…,” a voice in the film states. Right behind marks the tagger is at its worst.
"""

from decimal import Decimal

from spacy.tokens import Doc, Token

from claimx.pipeline.layers import Frame
from claimx.pipeline.quotes.nounphrases import is_break, is_time
from claimx.pipeline.quotes.words import CueWords

LONGEST = 14
"""Tokens of whoever speaks."""

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CLOSED = frozenset({".", "?", "!", ",", ";", ":"})
BEHIND = frozenset({"in", "on", "at", "to", "during", "after", "as", "of", "that", "about"})
"""What may stand behind the verb, where it does not end the sentence."""

NO_OPENERS = frozenset({"that", "which", "who", "and", "but", "or", "as", "when", "while", "to", "in", "on"})


def cue_by_form(doc: Doc, start: int, stop: int, words: CueWords) -> Frame | None:
    """The cue of a clause that a speech ends in: whoever speaks, then a verb of saying.

    “It was a lie,” screenwriter Ana Lind wrote on her page; but not: “It was a lie,” and the reports of it grew.

    Args:
        doc: The document.
        start: First token of the clause.
        stop: One past the last token that may belong to it.
        words: Cue words.
    """
    if start >= stop or doc[start].lower_ in NO_OPENERS or doc[start].is_punct:
        return None
    for index in range(start + 1, min(stop, start + LONGEST)):
        token = doc[index]
        if token.lower_ in words.tag_forms and _may_end(doc, index + 1, stop):
            source = _source(doc, start, index)
            return Frame((index, index + 1), source, (), "after", "say", Decimal("0.8")) if source else None
        if is_break(token) or token.tag_ in FINITE:
            return None
    return None


def _may_end(doc: Doc, index: int, stop: int) -> bool:
    """Whether a clause may end, or go on with a circumstance, before a token."""
    if index >= stop or index >= len(doc):
        return True
    token = doc[index]
    return token.is_space or token.text in CLOSED or token.lower_ in BEHIND or is_time(token)


def _source(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """Whoever speaks; None where the words hold nobody. The tagger errs behind marks: the editorial."""
    determined = end - start > 1 and doc[start].pos_ == "DET"
    return (start, end) if determined or any(_names(token) for token in doc[start:end]) else None


def _names(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN", "PRON"} and not is_time(token)
