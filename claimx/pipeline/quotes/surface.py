"""Read cues and phrases off the words that stand beside quotation marks, where the parse is at its worst."""

from spacy.tokens import Doc, Token

from claimx.pipeline.quotes.nounphrases import breaks_before
from claimx.pipeline.quotes.words import CueWords
from claimx.pipeline.wording import Wording

REACH = 45
"""Tokens between a quotation and its cue, a long apposition included."""

SENTENCE_ENDS = frozenset({".", "?", "!"})
HEARD = frozenset({"tell", "ask", "answer", "warn"})
"""Entries of verbs whose object is whoever hears the words."""


def is_cue(token: Token, words: CueWords) -> bool:
    """Whether a token is a verb that the lexicon knows, and no part of "so-called"."""
    sense = words.verb(token)
    if sense is None or not (token.pos_ in {"VERB", "AUX"} or token.tag_.startswith("VB")):
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    return before not in {"-", "so"}  # "so-called", "self-described"


def has_hearer(verb: Token, words: CueWords) -> bool:
    """Whether the object of a verb is whoever hears the words: "telling reporters, “…”"."""
    sense = words.verb(verb)
    return sense is not None and any(each.id in HEARD for each in sense.entries)


def takes_clause(token: Token, words: CueWords) -> bool:
    """Whether a cue verb may report a clause: "said that the road was shut"."""
    sense = words.verb(token)
    return sense is not None and "clause" in sense.complements


def starts_phrase(token: Token) -> bool:
    """Whether a phrase that names somebody may begin with a token."""
    if token.pos_ == "ADP" or token.lower_ in {"that", "to", "in", "on", "at"}:
        return False
    if token.pos_ == "ADV":  # "said Marsh", where the tagger does not know the name
        return is_capital(token)
    return token.pos_ in {"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "X"} and token.ent_type_ != "DATE"


def is_capital(token: Token) -> bool:
    """Whether a token begins with a capital."""
    return token.text[:1].isupper()


def is_attribute(doc: Doc, index: int, stop: int) -> bool:
    """Whether a participle belongs to the noun behind it: said retired judge Ana Lind."""
    return index + 1 < stop and doc[index].tag_ == "VBN" and doc[index + 1].pos_ in {"NOUN", "PROPN", "ADJ"}


def phrase_end(doc: Doc, start: int, stop: int) -> int:
    """Where a phrase that names somebody ends: at a comma, a verb, a time, a preposition but "of" and "for"."""
    index, wording = start, Wording.of(doc)
    while index < stop and not breaks_before(wording, index):
        token = doc[index]
        other = token.pos_ in {"VERB", "AUX", "SCONJ", "ADV"} and not (
            index == start and (is_capital(token) or is_attribute(doc, index, stop))
        )
        if other or wording.lower[index] in {"who", "which"}:
            break
        if token.ent_type_ in {"DATE", "TIME"} and token.pos_ in {"PROPN", "NOUN"} and index > start:
            break
        if token.pos_ == "ADP" and wording.lower[index] not in {"of", "for"} and not _inside_name(token):
            break
        index += 1
    while index > start and doc[index - 1].pos_ in {"CCONJ", "PUNCT", "ADP", "DET", "PART"}:
        if doc[index - 1].pos_ == "PART" and index - 1 > start:
            break
        index -= 1
    return index


def _inside_name(token: Token) -> bool:
    return token.ent_type_ in {"ORG", "PERSON", "GPE", "FAC"} and token.ent_iob_ == "I"
