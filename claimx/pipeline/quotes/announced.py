"""Find who speaks where no cue verb stands beside the quotation: the sentence before tells."""

from decimal import Decimal

from spacy.tokens import Doc, Token

from claimx.pipeline.layers import Frame
from claimx.pipeline.quotes.nounphrases import NAMED, noun_phrase
from claimx.pipeline.quotes.surface import SENTENCE_ENDS
from claimx.pipeline.quotes.words import CueWords

POINTING = frozenset({"it", "they", "this", "that", "these", "those", "there", "here"})
"""Subjects that point at the words to come: "Here they are: “…”"."""


LONGEST = 200
"""Tokens of a sentence that are read back; each of thousands of marks without a stop between them would read all."""


def sentence_start(doc: Doc, end: int, limit: int) -> int:
    """First token of the sentence that ends before `end`, not before `limit`."""
    index, limit = end - 1, max(limit, end - LONGEST)
    while index > limit and doc[index - 1].text not in SENTENCE_ENDS and not doc[index - 1].is_space:
        index -= 1
    return max(index, limit)


def announced(doc: Doc, end: int, limit: int, words: CueWords) -> Frame | None:
    """The speaker of a sentence that ends in a colon without a cue verb.

    "Marlow’s message: “…”", "The board issued the following notice: “…”".

    Args:
        doc: The document.
        end: The token of the colon.
        limit: First token that may belong to the sentence.
        words: Cue words.
    """
    start = sentence_start(doc, end, limit)
    if end - start > 1 and doc[end - 1].lower_ == "follows" and doc[start].pos_ in {"NOUN", "PROPN", "ADJ", "DET"}:
        noun = next((token for token in doc[start:end] if token.pos_ == "NOUN"), None)
        if noun is not None:  # "Transcript as follows:"
            return _frame(doc[end - 1], noun, "0.5")
    for token in doc[start:end]:
        if words.noun(token) is not None:
            holder = next((child for child in token.children if child.dep_ == "poss"), None)
            if holder is not None:
                return _frame(token, holder, "0.7")
    if any(token.dep_ == "nsubj" and token.lower_ in POINTING for token in doc[start:end]):
        return None
    if doc[end - 1].ent_type_ == "PERSON" and end - start > 1:  # "It was no surprise to trader Ana Lind: “…”"
        head = doc[end - 1]
        cue = next((token for token in reversed(doc[start:end]) if token.pos_ in {"VERB", "AUX"}), head)
        return _frame(cue, head, "0.5")
    return subject_of_sentence(doc, start, end)


def subject_of_sentence(doc: Doc, start: int, end: int, *, people: bool = False) -> Frame | None:
    """The subject of the main verb of a sentence, as the speaker of what follows.

    Args:
        doc: The document.
        start: First token.
        end: One past the last.
        people: Take nobody but a person or a body by name or pronoun.
    """
    for token in doc[start:end]:
        if token.dep_ != "nsubj" or not start <= token.head.i < end or token.head.dep_ not in {"ROOT", "conj", "ccomp"}:
            continue
        if people and not (token.lower_ in {"he", "she", "they"} or token.ent_type_ in NAMED or token.pos_ == "PROPN"):
            return None
        return _frame(token.head, token, "0.5")
    return None


def _frame(cue: Token, source: Token, sure: str) -> Frame:
    return Frame((cue.i, cue.i + 1), noun_phrase(source, outside=cue.i), (), "announced", "say", Decimal(sure))
