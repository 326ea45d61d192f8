"""Between code points and tokens."""

from bisect import bisect_left

from spacy.tokens import Doc

from claimx.pipeline.layers import Layers, Offsets
from claimx.pipeline.quotes.stretches import MarkedTokens
from claimx.pipeline.wording import Wording
from claimx.textual.quotemarks import Marked


class TokenIndex:
    """Looks tokens of a document up by code point."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._wording = Wording.of(doc)

    def first_from(self, offset: int) -> int:
        """Index of the first token that begins at or after an offset."""
        return bisect_left(self._wording.starts, offset)

    def at(self, offset: int) -> int:
        """Index of the token that holds an offset."""
        return self._wording.at(offset)

    def offsets(self, span: tuple[int, int]) -> Offsets:
        """Code points of a stretch of tokens."""
        return Offsets(*self._wording.offsets(*span))


def marked_tokens(doc: Doc, index: TokenIndex, marked: tuple[Marked, ...]) -> list[MarkedTokens]:
    """The outermost marked stretches of a document with their tokens."""
    layers = Layers.of(doc)
    out = []
    for one in marked:
        paragraph = layers.paragraph_at(one.outer_start)
        if one.depth or paragraph is None:
            continue
        bounds = layers.paragraphs[paragraph]
        start, end = index.first_from(one.start), index.at(max(one.end - 1, one.start)) + 1
        if start >= end:
            start = index.at(one.start)
        after = index.first_from(one.outer_end)
        out.append(
            MarkedTokens(
                one,
                start,
                end,
                min(index.at(one.outer_start), start),
                max(after, end),
                paragraph,
                index.first_from(bounds.start),
                index.first_from(bounds.end),
            )
        )
    return out
