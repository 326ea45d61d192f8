"""Who said what, as far as a cue in the text tells: direct, mixed and indirect quotations."""

import re
from bisect import bisect_left
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal

from spacy.language import Language
from spacy.tokens import Doc

from claimx.lexicon.packs import read_packs
from claimx.pipeline.layers import Frame, Layers, NoteLayer, Offsets, QuoteLayer, update
from claimx.pipeline.quotes.attach import Attached, Attacher
from claimx.pipeline.quotes.frames import find_frames
from claimx.pipeline.quotes.surroundings import with_surroundings
from claimx.pipeline.quotes.tokens import TokenIndex, marked_tokens
from claimx.pipeline.quotes.via import via_of
from claimx.pipeline.quotes.words import CueWords, load_cue_words
from claimx.pipeline.wording import Wording
from claimx.textual.quotemarks import Pairing, pair_marks

DATELINE = re.compile(
    r"(?:[A-Z][A-Z'’ .]{2,}(?:,[^—–(\n]{1,60})?(?: ?\([^)\n]{1,40}\))?"
    r"|[A-Z][^—–(\n]{2,60}\([^)\n]{1,40}\)) ?(?:[—–]|--?) "
)
"""A place in capitals, or any words with an agency in brackets, before a dash."""


class Quotes:
    """Writes `Layers.frames`, and `Layers.quotes` without their speakers.

    Args:
        words: Cue words.
    """

    def __init__(self, *, words: CueWords) -> None:
        self.words = words

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotations of a parsed document."""
        layers = Layers.of(doc)
        paragraphs = [(each.start, each.end) for each in layers.paragraphs if each.zone != "furniture"]
        text = Wording.of(doc).text
        pairing = pair_marks(text, paragraphs, elisions=self.words.elisions)
        index = TokenIndex(doc)
        stretches = marked_tokens(doc, index, pairing.marked)
        found = find_frames(doc, self.words)
        frames = [frame for frame in found if frame.shape != "figure"]
        attacher = Attacher(doc, self.words, frames, stretches)
        attached = attacher.attach()
        quotes = [self._marked(doc, index, each) for each in attached]
        in_marks = attacher.in_marks
        told = {each.frame.cue for each in attached if each.frame is not None and not each.mixed}
        furniture = [(each.start, each.end) for each in layers.paragraphs if each.zone in {"furniture", "table"}]
        sources = {each.frame.cue: each.frame.source for each in attached if each.frame is not None and each.mixed}
        around = {(each.frame.cue, each.frame.source) for each in attached if each.frame is not None and each.mixed}
        free = [each for each in frames if each.cue[0] not in in_marks and each.cue not in told]
        free = [each for each in free if sources.get(each.cue, each.source) == each.source]
        for frame in (*_outermost(free, always=around), *with_surroundings(doc, attached, in_marks, self.words)):
            offset = doc[frame.cue[0]].idx
            if not any(start <= offset < end for start, end in furniture):
                quotes += self._indirect(index, frame, in_marks, sources.keys())
        quotes = [_with_marks(_without_dateline(text, layers, quote), pairing) for quote in quotes]
        return update(doc, frames=found, quotes=_ordered(quotes), notes=layers.notes + _notes(pairing))

    def _via(self, doc: Doc, index: TokenIndex, frame: Frame) -> Offsets | None:
        via = via_of(doc, frame.cue[0], self.words)
        is_source = via is not None and frame.source is not None and frame.source[0] <= via[0] < frame.source[1]
        if via is None or is_source:
            return None
        span = index.offsets(via)
        stopped = doc[via[1] - 1].text.endswith(".")  # "posted on X.", which is one token
        return replace(span, end=span.end - 1) if stopped else span

    def _marked(self, doc: Doc, index: TokenIndex, attached: Attached) -> QuoteLayer:
        frame, marked = attached.frame, attached.tokens.marked
        if frame is None:
            return QuoteLayer(marked.start, marked.end, "direct", confidence=Decimal("0.3"))
        return QuoteLayer(
            marked.start,
            marked.end,
            "mixed" if attached.mixed else "direct",
            mention=index.offsets(frame.source) if frame.source else None,
            cue=index.offsets(frame.cue),
            via=self._via(doc, index, frame),
            confidence=frame.confidence,
        )

    def _indirect(
        self, index: TokenIndex, frame: Frame, in_marks: frozenset[int], quoted: AbstractSet[tuple[int, int]]
    ) -> list[QuoteLayer]:
        """The reported words outside marks; none where all stand in marks.

        Args:
            index: The document's tokens.
            frame: The cue with what it reports.
            in_marks: Tokens within marks.
            quoted: Cues of fragments in marks, which are told by themselves.
        """
        if all(i in in_marks for start, end in frame.pieces for i in range(start, end)):
            return []
        out = []
        via = self._via(index.doc, index, frame)
        for piece in frame.pieces:
            if frame.cue in quoted and all(i in in_marks for i in range(*piece)):
                continue
            span = index.offsets(piece)
            out.append(
                QuoteLayer(
                    span.start,
                    span.end,
                    "indirect",
                    mention=index.offsets(frame.source) if frame.source else None,
                    cue=index.offsets(frame.cue),
                    via=via,
                    confidence=frame.confidence - Decimal("0.1"),
                )
            )
        return out


def _with_marks(quote: QuoteLayer, pairing: Pairing) -> QuoteLayer:
    """A reported clause with the mark that the cutting left off at one of its ends: the lock was “a trap”."""
    if quote.kind != "indirect":
        return quote
    start, end = quote.start, quote.end
    for one in pairing.marked:
        if start < one.start and one.end - 1 <= end <= one.outer_end:
            end = one.outer_end
        if one.outer_start <= start <= one.start and one.outer_end < end:
            start = one.outer_start
    return quote if (start, end) == (quote.start, quote.end) else replace(quote, start=start, end=end)


def _without_dateline(text: str, layers: Layers, quote: QuoteLayer) -> QuoteLayer:
    """The words without the dateline that opens their paragraph: "TARN, Norway, May 3 (Meridian) — The bridge fell"."""
    paragraph = layers.paragraph_at(quote.start)
    if quote.kind != "indirect" or paragraph is None:
        return quote
    found = DATELINE.match(text, layers.paragraphs[paragraph].start)
    return replace(quote, start=found.end()) if found and quote.start < found.end() < quote.end else quote


def _notes(pairing: Pairing) -> tuple[NoteLayer, ...]:
    """One note for the marks that have no partner, at the first of them."""
    if not pairing.unpaired:
        return ()
    marks = "a quotation mark has" if len(pairing.unpaired) == 1 else f"{len(pairing.unpaired)} quotation marks have"
    first = pairing.unpaired[0]
    return (NoteLayer("CX952", "info", f"{marks} no partner", first, first + 1),)


def _outermost(
    frames: list[Frame], *, always: AbstractSet[tuple[tuple[int, int], tuple[int, int] | None]]
) -> list[Frame]:
    """Frames that no other reports: of "he said she knew it" the outer one.

    Args:
        frames: The frames.
        always: Cue and source of those that are kept in any case, because a fragment in marks is theirs.
    """
    cues = sorted({frame.cue[0] for frame in frames})
    holders: dict[int, list[Frame]] = {}
    for frame in frames:
        for start, end in frame.pieces:
            for cue in cues[bisect_left(cues, start) : bisect_left(cues, end)]:
                holders.setdefault(cue, []).append(frame)
    return [
        frame
        for frame in frames
        if (frame.cue, frame.source) in always
        or not any(other is not frame and not frame.holds(other.cue[0]) for other in holders.get(frame.cue[0], ()))
    ]


def _ordered(quotes: list[QuoteLayer]) -> tuple[QuoteLayer, ...]:
    """In order, each stretch and kind once."""
    kept: dict[tuple[int, int, str], QuoteLayer] = {}
    for quote in quotes:
        kept.setdefault((quote.start, quote.end, quote.kind), quote)
    return tuple(sorted(kept.values(), key=lambda quote: (quote.start, -quote.end, quote.kind)))


@Language.factory("claimx_quotes", assigns=["doc._.claimx"])
def make_quotes(nlp: Language, name: str, packs: list[str] | None = None) -> Quotes:  # noqa: ARG001 - a factory
    """Build the component from the lexicon and packs of other domains, given as folders."""
    return Quotes(words=load_cue_words(read_packs(packs or ())))
