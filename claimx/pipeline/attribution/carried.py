"""Carry a source on to the next sentences where it clearly goes on."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from claimx.pipeline.layers import Candidate, Layers
from claimx.pipeline.quotes.tokens import TokenIndex
from claimx.pipeline.speakers.vocabulary import SpeakerWords

POLLS = frozenset({"poll", "survey"})
POLL_REACH = 3
"""Paragraphs over which the shares of a poll are its own."""

ANAPHORS = frozenset({"these", "this"})
OTHER_TIME = frozenset({"in", "as", "since", "until", "by", "last", "earlier", "previously", "that"})
"""Words with which a sentence turns from the document's figures to others: "In August", "That surpasses"."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure's source, with the place of the figure."""

    token: int
    sentence: int
    paragraph: int | None
    source: tuple[int, int]


def carried_source(  # noqa: PLR0913 - a figure, its text and what came before it
    doc: Doc, index: TokenIndex, candidate: Candidate, told: Sequence[Told], layers: Layers, words: SpeakerWords
) -> tuple[int, int] | None:
    """The source of an earlier figure that goes on to this one.

    "The census counted 310 homes. Forty stood empty.": the census tells both. "The mayor named 310 homes. Forty stood empty.": the
    article may have the second from elsewhere.

    Args:
        doc: The document.
        index: Its tokens.
        candidate: A figure with no source in its sentence.
        told: Figures before it that have a source, in order.
        layers: What is known of the document.
        words: Words for speakers.
    """
    if not told:
        return None
    last = told[-1]
    at = index.at(candidate.start)
    paragraph = layers.paragraph_at(candidate.start)
    noun = doc[last.source[0] : last.source[1]].root.lower_
    if noun in POLLS and candidate.metric == "votes" and candidate.unit.startswith("percent"):
        near = paragraph is not None and last.paragraph is not None and paragraph - last.paragraph <= POLL_REACH
        return last.source if near else None
    first = doc[at].sent.start
    if paragraph != last.paragraph or first == last.sentence:
        return None
    opening = doc[first].lower_
    read = words.noun(noun)
    if read is not None and read.kind == "document" and opening not in OTHER_TIME:
        return last.source
    return last.source if opening in ANAPHORS and doc[first].dep_ == "det" else None
