"""Find a bare name as the speaker: before a colon ("Ana Lind: “…”"), or after a dash ("“…” — Ana Lind, pilot")."""

from decimal import Decimal

from spacy.tokens import Doc, Token

from claimx.pipeline.layers import Frame
from claimx.pipeline.quotes.nounphrases import NAMED, noun_phrase
from claimx.pipeline.quotes.stretches import MarkedTokens
from claimx.pipeline.quotes.words import CueWords

LONGEST = 14
"""Tokens of "From Ana Lind, writing in the Harbour Gazette"."""

SENTENCE_ENDS = frozenset({".", "?", "!", ";", "”", "''", '"', "]"})
DASHES = frozenset({"-", "—", "–", "--"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def name_before_colon(doc: Doc, colon: int, limit: int, words: CueWords) -> Frame | None:
    """The speaker of "Ana Lind: “…”", "From the report: “…”", "Here’s Lind in May: “…”"; the colon is the cue.

    Args:
        doc: The document.
        colon: The token of the colon.
        limit: First token that may belong to the name.
        words: Cue words.

    Returns:
        A frame without pieces, None where a verb stands before the colon or nobody is named.
    """
    start = colon
    while start > limit and not _opens(doc[start - 1]):
        start -= 1
        if colon - start > LONGEST:
            return None
    while start < colon and doc[start].lower_ in words.leading:
        start += 1
    if start < colon and doc[start].lower_ in words.tag_forms:
        start += 1  # "Stated Lind: “…”", where the tagger takes the verb for a name
    if start == colon or any(token.tag_ in FINITE for token in doc[start:colon]):
        return None
    head = next((token for token in doc[start:colon] if _heads(token)), None)
    if head is None or not _can_speak(head, words):
        return None
    first, last = noun_phrase(head)
    return Frame((colon, colon + 1), (max(first, start), min(last, colon)), (), "announced", "say", Decimal("0.7"))


def _opens(token: Token) -> bool:
    """Whether a sentence or a part of a line ends before this token."""
    dash = token.text in DASHES and (token.text != "-" or bool(token.whitespace_))
    return token.is_space or token.text in SENTENCE_ENDS or dash


def _heads(token: Token) -> bool:
    """Whether a token heads its phrase: the last of "Foreign Minister Ana Lind"."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in {"compound", "nmod", "amod", "poss"}:
        return False
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return following is None or following.pos_ != "PROPN" or following.ent_iob_ != "I"


def _can_speak(head: Token, words: CueWords) -> bool:
    named = head.pos_ == "PROPN" and head.ent_type_ in {*NAMED, ""}
    return named or head.lower_ in words.speakers or head.lemma_.lower() in words.speakers


def name_after_dash(doc: Doc, index: int, limit: int) -> Frame | None:
    """The speaker of a signed quotation: “…” — Ana Lind; the dash is the cue.

    Args:
        doc: The document.
        index: First token after the closing mark.
        limit: One past the last token of the paragraph; where it ends with the words, the next line is looked at.

    Returns:
        A frame without pieces, None where no person signs, or a clause goes on behind the dash.
    """
    if index >= limit:
        index, limit = _next_line(doc, index)
    if index + 1 >= limit or doc[index].text not in DASHES or doc[index + 1].ent_type_ != "PERSON":
        return None
    end = index + 1
    while end < limit and doc[end].ent_type_ == "PERSON" and (end == index + 1 or doc[end].ent_iob_ == "I"):
        end += 1
    goes_on = end < limit and not doc[end].is_space and doc[end].text not in {",", "(", "."}
    if goes_on or any(token.pos_ in {"VERB", "AUX"} for token in doc[end:limit]):
        return None
    return Frame((index, index + 1), (index + 1, end), (), "announced", "say", Decimal("0.8"))


def owned_by(doc: Doc, stretch: MarkedTokens, words: CueWords) -> Frame | None:
    """The speaker of words that a noun of speaking owns: Marsh’s “dead canal” remark; the noun is the cue.

    Args:
        doc: The document.
        stretch: The words in marks.
        words: Cue words.
    """
    last = stretch.before - 1
    if last < stretch.first or stretch.after >= stretch.last or doc[last].tag_ not in {"POS", "PRP$"}:
        return None
    if words.noun(doc[stretch.after]) is None:
        return None
    start, end = noun_phrase(doc[last if doc[last].tag_ == "PRP$" or last == stretch.first else last - 1])
    return Frame(
        (stretch.after, stretch.after + 1), (start, min(end, stretch.before)), (), "announced", "say", Decimal("0.7")
    )


def _next_line(doc: Doc, index: int) -> tuple[int, int]:
    """The line below the words, where the name may stand alone: “…”⏎— Ana Lind."""
    while index < len(doc) and doc[index].is_space:
        index += 1
    end = index
    while end < len(doc) and end - index <= LONGEST and not doc[end].is_space:
        end += 1
    return index, end
