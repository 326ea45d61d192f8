"""Find the cue before quotation marks by the words that stand there."""

from collections.abc import Sequence
from decimal import Decimal

from spacy.tokens import Doc, Token

from claimx.pipeline.layers import Frame
from claimx.pipeline.quotes.nounphrases import noun_phrase
from claimx.pipeline.quotes.outer import is_somebody, near_source, outer_source
from claimx.pipeline.quotes.subjects import is_passive, subject_before, subject_of
from claimx.pipeline.quotes.surface import (
    REACH,
    SENTENCE_ENDS,
    has_hearer,
    is_cue,
    phrase_end,
    starts_phrase,
    takes_clause,
)
from claimx.pipeline.quotes.words import CueWords
from claimx.pipeline.wording import Wording

NEAR = 5
"""Tokens between a noun of speaking and its clause: "his statement on Monday in Tarn that"."""


def cue_before(doc: Doc, index: int, limit: int, words: CueWords, frames: Sequence[Frame]) -> Frame | None:
    """The cue that leads in: The mayor said: “…”; he told the crowd, “…”; saying “…”.

    Args:
        doc: The document.
        index: The token of the opening mark.
        limit: First token that may belong to the cue.
        words: Cue words.
        frames: Frames from the parse, which know the subject best.

    Returns:
        A frame without pieces, None where nothing leads in.
    """
    last, words_of = index - 1, Wording.of(doc).words
    while last >= limit and words_of[last].isspace():
        last -= 1
    if last < limit:
        return None
    lead = words_of[last]
    according = _according_to(doc, last, limit, words) if lead in {",", ":"} else None
    according = according or _in_whose_words(doc, last if lead == "," else last + 1, limit)
    according = according or _owned_noun(doc, last if lead == "that" else last - 1, limit, words)
    if according is not None:
        return according
    for i in range(last, max(limit, last - REACH) - 1, -1):
        token = doc[i]
        if words_of[i] in SENTENCE_ENDS or words_of[i] == ";":
            return None
        near = lead in {",", ":"} or i == last or (i >= last - 3 and takes_clause(token, words))
        near = near or (lead == "that" and takes_clause(token, words))
        if not near or not is_cue(token, words):
            continue
        known = next((frame for frame in frames if frame.cue[0] == i and frame.source is not None), None)
        if known is not None and known.source is not None and known.source[1] <= index:
            return Frame(known.cue, known.source, (), "before", known.meaning, Decimal("0.9"))
        found = _lead_in(token, limit, index, frames, words)
        return found if found is None or found.source is not None or lead in {",", ":"} else None
    return None


def clause_cue_before(index: int, limit: int, doc: Doc, words: CueWords, frames: Sequence[Frame]) -> Frame | None:
    """The last verb of a sentence that takes a clause, where the parser has lost the clause.

    Args:
        index: The token of the opening mark.
        limit: First token of the sentence.
        doc: The document.
        words: Cue words.
        frames: Frames from the parse.
    """
    for i in range(index - 1, limit - 1, -1):
        if doc[i].text == ";":
            return None
        if not is_cue(doc[i], words) or not takes_clause(doc[i], words):
            continue
        known = next((frame for frame in frames if frame.cue[0] == i and frame.source is not None), None)
        frame = Frame(known.cue, known.source, (), "before", known.meaning, Decimal("0.5")) if known else None
        frame = frame or _lead_in(doc[i], limit, index, frames, words)
        if frame is not None and frame.source is not None:
            return frame
    return None


def _according_to(doc: Doc, last: int, limit: int, words: CueWords) -> Frame | None:
    """The source of "According to the port authority, “…”", "in the words of Ana Lind, “…”"."""
    for i in range(last - 1, max(limit, last - REACH), -1):
        if doc[i].text in SENTENCE_ENDS or doc[i].text == ";":
            return None
        size = next((n for n in words.phrase_sizes if _phrase_ends(doc, i, n, words)), 0)
        if size:
            end = phrase_end(doc, i + 1, last)
            cue = (i + 1 - size, i + 1)
            return Frame(cue, (i + 1, end), (), "before", "say", Decimal("0.9")) if end > i + 1 else None
    return None


def _in_whose_words(doc: Doc, end: int, limit: int) -> Frame | None:
    """The owner of the words: "in her words, “…”", "in the mayor’s own words, “…”"."""
    noun = end - 1
    if noun <= limit or doc[noun].lower_ != "words":
        return None
    holder = next((child for child in doc[noun].children if child.dep_ == "poss"), None)
    if holder is None or holder.left_edge.i <= limit or doc[holder.left_edge.i - 1].lower_ != "in":
        return None
    source = noun_phrase(holder, outside=noun)
    return Frame((noun, noun + 1), source, (), "before", "say", Decimal("0.8"))


def _owned_noun(doc: Doc, that: int, limit: int, words: CueWords) -> Frame | None:
    """The owner of a noun of speaking with its clause in marks: "his statement on Monday that “…”"."""
    if that <= limit or doc[that].lower_ != "that":
        return None
    for index in range(that - 1, max(limit, that - NEAR) - 1, -1):
        if doc[index].pos_ == "VERB" or doc[index].is_punct:
            return None
        sense = words.noun(doc[index]) if doc[index].pos_ == "NOUN" else None
        if sense is None or "clause" not in sense.complements:
            continue
        holder = next((child for child in doc[index].children if child.dep_ == "poss"), None)
        if holder is None:
            return None
        return Frame((index, index + 1), noun_phrase(holder, outside=index), (), "before", "say", Decimal("0.8"))
    return None


def _phrase_ends(doc: Doc, index: int, size: int, words: CueWords) -> bool:
    """Whether one of the phrases before a source ends in a token and has so many."""
    first = index + 1 - size
    return (
        first >= 0 and doc[index].lower_ in words.phrase_ends and doc[first : index + 1].text.lower() in words.sources
    )


def _lead_in(verb: Token, limit: int, index: int, frames: Sequence[Frame], words: CueWords) -> Frame | None:
    """The cue in the middle or at the end of what leads in, with its subject.

    Args:
        verb: The cue.
        limit: First token that may belong to the cue.
        index: The token of the opening mark: no subject stands behind it.
        frames: Frames from the parse.
        words: Cue words.
    """
    cue = (verb.i, verb.i + 1)
    if is_passive(verb) and verb.tag_ == "VBN" and not any(child.dep_ == "agent" for child in verb.children):
        asked = verb.i + 1 < index <= verb.i + 2 and verb.nbor(-1).pos_ == "AUX"  # "He was asked, “…”"
        source = _what_reads(verb, limit)
        return Frame(cue, source, (), "before", "say", Decimal("0.5")) if asked or source is not None else None
    subject = subject_of(verb)
    if subject is not None and subject.i >= index:
        subject = None
    outer = outer_source(verb, subject.i if subject is not None else None, frames)
    if outer is not None:
        return Frame(cue, outer, (), "before", "say", Decimal("0.8"))
    if verb.tag_ == "VBG" and (subject is None or (subject.tag_ == "NN" and not is_somebody(subject))):
        near_by = near_source(verb, limit, words) or _last_source(verb, frames)
        if near_by is not None:
            return Frame(cue, near_by, (), "before", "say", Decimal("0.7"))
    if subject is not None and subject.i >= limit - REACH:
        return Frame(cue, noun_phrase(subject, outside=verb.i), (), "before", "say", Decimal("0.9"))
    near = subject_before(verb, limit)
    if near is not None:
        return Frame(cue, noun_phrase(near, outside=verb.i), (), "before", "say", Decimal("0.8"))
    behind = _source_behind(verb, index) if not has_hearer(verb, words) else None
    return Frame(cue, behind, (), "before", "say", Decimal("0.8" if behind is not None else "0.4"))


def _what_reads(verb: Token, limit: int) -> tuple[int, int] | None:
    """The document that the parser takes to be read by somebody: "The ruling of the court read in part: “…”"."""
    if verb.lemma_ != "read" or verb.dep_ != "acl":
        return None
    return noun_phrase(subject_before(verb, limit) or verb.head, outside=verb.i)


def _source_behind(verb: Token, index: int) -> tuple[int, int] | None:
    """The source between a cue and the words: "Continued Lind: “…”"."""
    if verb.i + 1 >= index or not starts_phrase(verb.nbor()):
        return None
    end = phrase_end(verb.doc, verb.i + 1, index)
    return (verb.i + 1, end) if verb.i + 1 < end and end in {index - 1, index} else None


def _last_source(verb: Token, frames: Sequence[Frame]) -> tuple[int, int] | None:
    """Who spoke last before a participle, in its paragraph: “… messy.” Adding, “…”."""
    said = [frame for frame in frames if frame.cue[0] < verb.i and frame.source is not None]
    last = max(said, key=lambda frame: frame.cue, default=None)
    near = last is not None and not any(token.is_space for token in verb.doc[last.cue[0] : verb.i])
    return last.source if last is not None and near else None
