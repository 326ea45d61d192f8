"""Put what the tagger marked together: a cue with its source, reported words with their cue."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from claimx.pipeline.tagger.tags import Tagged

Span = tuple[int, int]

SENTENCE = 80
"""How many code points a sentence's end counts for."""

TO_SOURCE = 160
TO_CUE = 90
TO_CUE_OF_MARKED = 170
TO_BARE_SOURCE = 85
"""How far apart two spans may stand, in code points and ends of sentences."""

CARRIED = 2
"""Paragraphs over which a speaker goes on to words in marks that nobody is named for."""


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution of the tagger's; code points, half-open.

    Attributes:
        content: The reported words, in pieces.
        cue: The words that say so.
        source: The words that name whose they are.
    """

    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None


class Linker:
    """Links spans that stand near one another in one paragraph.

    Args:
        paragraphs: Where paragraphs begin, in order.
        sentences: Where sentences begin, in order.
        marked: The words in quotation marks, in order.
    """

    def __init__(self, paragraphs: Sequence[int], sentences: Sequence[int], marked: Sequence[Span]) -> None:
        self.paragraphs = paragraphs
        self.sentences = sentences
        self.marked = marked

    def link(self, tagged: Tagged) -> list[Linked]:
        """The attributions, in order of their first words."""
        source_of = {cue: self._nearest(cue, tagged.source, TO_SOURCE) for cue in tagged.cue}
        told: dict[Span, list[Span]] = {}
        out = []
        for content in tagged.content:
            cue = self._nearest(content, tagged.cue, TO_CUE_OF_MARKED if self._is_marked(content) else TO_CUE)
            if cue is None:
                out.append(Linked((content,), source=self._nearest(content, tagged.source, TO_BARE_SOURCE)))
            else:
                told.setdefault(cue, []).append(content)
        out += [Linked(tuple(contents), cue, source_of[cue]) for cue, contents in told.items()]
        return self._carried(sorted(out, key=lambda each: each.content))

    def _carried(self, found: list[Linked]) -> list[Linked]:
        """With the speaker before, for words in marks that go on without one."""
        out: list[Linked] = []
        last: tuple[Span, int] | None = None
        for each in found:
            here = self._paragraph(each.content[0])
            source = each.source
            bare = source is None and each.cue is None and any(map(self._is_marked, each.content))
            if bare and last is not None and here - last[1] <= CARRIED:
                source = last[0]
            if source is not None:
                last = source, self._paragraph(each.content[-1])
            out.append(Linked(each.content, each.cue, source))
        return out

    def _paragraph(self, span: Span) -> int:
        return bisect_right(self.paragraphs, span[0])

    def _nearest(self, span: Span, others: Sequence[Span], limit: int) -> Span | None:
        """The nearest of some spans in the same paragraph; of two as near the one that begins nearer."""
        here = [other for other in others if self._paragraph(other) == self._paragraph(span)]
        near = min(((self._gap(span, other), abs(other[0] - span[0]), other) for other in here), default=None)
        return near[2] if near is not None and near[0] <= limit else None

    def _gap(self, one: Span, other: Span) -> int:
        first, second = sorted((one, other))
        ends = bisect_right(self.sentences, second[0]) - bisect_left(self.sentences, first[1])
        return max(0, second[0] - first[1]) + SENTENCE * max(0, ends)

    def _is_marked(self, span: Span) -> bool:
        """Whether most of a span stands in marks."""
        shared = (min(span[1], end) - max(span[0], start) for start, end in self.marked)
        return any(5 * each > 4 * (span[1] - span[0]) for each in shared)
