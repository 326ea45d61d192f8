"""Find who speaks in the paragraph above words in marks that open their own."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc

from claimx.pipeline.layers import Frame
from claimx.pipeline.quotes.announced import announced, sentence_start, subject_of_sentence
from claimx.pipeline.quotes.leading import cue_before
from claimx.pipeline.quotes.stretches import MarkedTokens
from claimx.pipeline.quotes.words import CueWords


def subject_above(doc: Doc, stretch: MarkedTokens) -> Frame | None:
    """Whoever the last sentence of the paragraph before is about: "Lind spoke to the crowd.⏎“We are home.”"."""
    end = stretch.first
    while end > 0 and doc[end - 1].is_space:
        end -= 1
    start = sentence_start(doc, end - 1, paragraph_before(doc, stretch)) if end > 1 else end
    found = subject_of_sentence(doc, start, end, people=True)
    return replace(found, confidence=Decimal("0.3")) if found is not None else None


def led_in_from_above(doc: Doc, stretch: MarkedTokens, words: CueWords, frames: Sequence[Frame]) -> Frame | None:
    """The last cue of the paragraph before, where its last sentence announces what is said."""
    index = stretch.first - 1
    while index >= 0 and doc[index].is_space:
        index -= 1
    if index < 0 or doc[index].text != ":":
        return None
    start = doc[index].sent.start
    if doc[index - 1].lower_ == "follows":
        return announced(doc, index, start, words)
    near = cue_before(doc, index + 1, start, words, frames)
    if near is not None and near.source is not None:
        return near
    cues = [frame for frame in frames if start <= frame.cue[0] <= index and frame.source]
    if cues:
        return replace(cues[-1], pieces=(), confidence=Decimal("0.7"))
    return announced(doc, index, start, words)


def paragraph_before(doc: Doc, stretch: MarkedTokens) -> int:
    """First token of the paragraph before."""
    index = stretch.first - 1
    while index > 0 and doc[index].is_space:
        index -= 1
    while index > 0 and "\n" not in doc[index - 1].text:
        index -= 1
    return max(index, 0)
