"""The tier `figures`: of an article only the sentences that may state a figure are parsed.

They make a document of their own, shorter than the article. Everything that was found in it is told with the offsets of
the article: whatever leaves a document goes through `Excerpt.origin`.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.layers import Context, Paragraph, update
from claimx.pipeline.tokens import make_tokens
from claimx.pipeline.wording import Wording
from claimx.textual.layout import Block
from claimx.textual.numbers import NumberMention
from claimx.textual.sentences import find_sentences

if TYPE_CHECKING:
    from thinc.types import Ints2d

NO_FIGURE = frozenset({"age", "duration"})
"""Kinds of numbers that no claim is made of."""

CONTEXT = frozenset({"headline", "lead"})
"""Zones that are read in any case: they say what the article is about, and where."""

NOT_READ = frozenset({"table", "furniture"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article that is read.

    Attributes:
        start: First code point in the article.
        end: One past its last.
        at: First code point in the excerpt.
        paragraph: Number of the article's paragraph that holds it.
    """

    start: int
    end: int
    at: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The sentences of an article that are read.

    Attributes:
        text: They, put together.
        pieces: Where they are from, in order.
        paragraphs: The paragraphs of the excerpt.
        numbers: Its number expressions.
    """

    text: str
    pieces: tuple[Piece, ...]
    paragraphs: tuple[Paragraph, ...]
    numbers: tuple[NumberMention, ...]

    def origin(self, offset: int) -> int:
        """Where a code point of the excerpt stands in the article."""
        piece = self.pieces[max(0, bisect_right(self.pieces, offset, key=_at) - 1)]
        return piece.start + min(offset - piece.at, piece.end - piece.start)

    def document(self, nlp: Language, context: Context) -> Doc:
        """A document of the excerpt, with its paragraphs and numbers, and each piece a sentence or several."""
        doc = make_tokens(nlp, self.text)
        starts = {piece.at for piece in self.pieces}
        if len(doc):  # all at once: to set it for one token, spaCy looks at all of them
            opens = [start in starts for start in Wording.of(doc).starts]
            doc.from_array([SENT_START], cast("Ints2d", np.array(opens, dtype=np.uint64)))
        return update(doc, context=context, paragraphs=self.paragraphs, numbers=self.numbers)


def _at(piece: Piece) -> int:
    return piece.at


def take_excerpt(text: str, blocks: Sequence[Block], numbers: Sequence[NumberMention]) -> Excerpt:
    """Choose the sentences with a number that may be a figure, and the beginning of the article.

    Args:
        text: The article's text.
        blocks: Its paragraphs.
        numbers: Its number expressions.
    """
    figures = [each for each in numbers if each.kind not in NO_FIGURE]
    written: list[str] = []
    pieces: list[Piece] = []
    paragraphs: list[Paragraph] = []
    length = 0
    for number, block in enumerate(blocks):
        first = length
        for start, end in _chosen(text, block, figures):
            if pieces:
                written.append(" " if pieces[-1].paragraph == number else "\n\n")
                length += len(written[-1])
                first = first if pieces[-1].paragraph == number else length
            pieces.append(Piece(start, end, length, number))
            written.append(text[start:end])
            length += end - start
        if pieces and pieces[-1].paragraph == number:
            paragraphs.append(Paragraph(first, length, block.zone))
    kept = tuple(_moved(pieces, numbers))
    return Excerpt("".join(written), tuple(pieces), tuple(paragraphs), kept)


def _chosen(text: str, block: Block, figures: Sequence[NumberMention]) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph that are read, those beside one another together."""
    here = _within(figures, block.start, block.end)
    if block.zone in NOT_READ or not (here or block.zone in CONTEXT):
        return
    held: tuple[int, int] | None = None
    for number, (start, end) in enumerate(find_sentences(text, block.start, block.end)):
        if (number == 0 and block.zone in CONTEXT) or _within(here, start, end):
            held = (held[0] if held else start, end)
        elif held:
            yield held
            held = None
    if held:
        yield held


def _within(numbers: Sequence[NumberMention], start: int, end: int) -> Sequence[NumberMention]:
    """Those of some numbers in order that begin in a stretch."""
    first = bisect_right(numbers, start - 1, key=_core)
    return numbers[first : bisect_right(numbers, end - 1, key=_core)]


def _core(number: NumberMention) -> int:
    return number.core_start


def _moved(pieces: Sequence[Piece], numbers: Sequence[NumberMention]) -> Iterator[NumberMention]:
    """The numbers of some pieces, with their offsets in the excerpt."""
    for piece in pieces:
        by = piece.at - piece.start
        for each in _within(numbers, piece.start, piece.end):
            if each.start >= piece.start and each.end <= piece.end:
                yield replace(
                    each,
                    start=each.start + by,
                    end=each.end + by,
                    core_start=each.core_start + by,
                    core_end=each.core_end + by,
                )
