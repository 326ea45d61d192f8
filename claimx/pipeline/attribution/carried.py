"""Carry a source on to the next sentences where it clearly goes on."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimx.pipeline.attribution.vocabulary import SourceVocabulary
from claimx.pipeline.layers import Candidate, Layers
from claimx.pipeline.quotes.tokens import TokenIndex

LISTED = 8
"""Tokens between two members of a list."""

POLL_REACH = 3
"""Paragraphs over which the shares of a poll are its own."""


@dataclass(frozen=True, slots=True)
class Told:
    """A source and where it was last given a figure.

    Attributes:
        token: The figure, or the source itself where it has none yet.
        sentence: First token of the sentence.
        paragraph: Its paragraph.
        source: The source's tokens.
        carried: Whether the figure's own sentence does not name it.
        spoken_of: Whether a sentence is only about it: a poll "was taken in May". Its sample is the article's to tell.
    """

    token: int
    sentence: int
    paragraph: int | None
    source: tuple[int, int]
    carried: bool = False
    spoken_of: bool = False


def carried_source(
    doc: Doc, index: TokenIndex, candidate: Candidate, told: Sequence[Told], layers: Layers, words: SourceVocabulary
) -> tuple[int, int] | None:
    """The source of an earlier figure that goes on to this one.

    "The census counted 310 homes. Forty stood empty.": the census tells both. "The mayor named 310 homes. Forty stood
    empty.": the article may have the second from elsewhere.

    Args:
        doc: The document.
        index: Its tokens.
        candidate: A figure with no source in its sentence.
        told: Sources of figures, and polls that have none yet.
        layers: What is known of the document.
        words: Words about sources.
    """
    at = index.at(candidate.start)
    told = [each for each in told if each.token < at]
    if not told:
        return None
    last = max(told, key=lambda each: each.token)
    paragraph = layers.paragraph_at(candidate.start)
    noun = doc[last.source[0] : last.source[1]].root.lower_
    if noun in words.polls and candidate.metric == "votes" and candidate.unit.startswith("percent"):
        near = paragraph is not None and last.paragraph is not None and paragraph - last.paragraph <= POLL_REACH
        return last.source if near else None
    goes_on = not last.spoken_of and _goes_on(doc, at, last, noun, words, same_paragraph=paragraph == last.paragraph)
    return last.source if goes_on else None


def _goes_on(doc: Doc, at: int, last: Told, noun: str, words: SourceVocabulary, *, same_paragraph: bool) -> bool:
    """Whether the sentence of a figure goes on with what a source told before."""
    first = doc[at].sent.start
    if first == last.sentence:
        return last.carried or _is_listed(doc, last.token, at)
    if not same_paragraph:
        return False
    if not last.spoken_of and doc[last.token].sent.end == first and _adds(doc, first, words):
        return True
    if noun in words.polls and doc[last.token].sent.end != first:
        return False
    opening = doc[first].lower_
    read = words.speakers.noun(noun)
    told = ((read is not None and read.kind == "document") or noun in words.inquiries) and not _is_bare(last)
    if told and opening not in words.other_times:
        return True
    return opening in words.anaphors and doc[first].dep_ == "det"


def _is_bare(last: Told) -> bool:
    """Whether nothing says which documents are meant: "Reports say that"."""
    return last.source[1] - last.source[0] == 1


def _adds(doc: Doc, first: int, words: SourceVocabulary) -> bool:
    """Whether a sentence opens as one that adds to the figures before it: "In addition, 17 pistols were seized"."""
    return any(doc[first : first + length].text.casefold() in words.additive for length in (1, 2))


def _is_listed(doc: Doc, one: int, other: int) -> bool:
    """Whether two figures are members of one list, whatever the parser made of it: "31 shotguns and five carbines"."""
    between = doc[one + 1 : other]
    joined = len(between) and (between[-1].lower_ in {"and", "or", ",", "as"})
    return bool(joined) and len(between) <= LISTED and all(_may_stand_in_list(token) for token in between)


def _may_stand_in_list(token: Token) -> bool:
    """Whether a word tells no more than another member: no clause begins with it, and no part of the sentence ends."""
    return token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "CCONJ"} or token.lower_ in {",", "as", "well", "of", "-"}
