"""Join what the tagger found to what the rules found: the rules come first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from claimx.pipeline.layers import Offsets, QuoteLayer
from claimx.pipeline.tagger.linking import Linked, Span

SURE = Decimal("0.5")
"""The confidence of what only the tagger found."""

FORGIVEN = Decimal("0.5")
"""Reported speech of which the rules are surer stands without the tagger."""

ENOUGH = 3
"""Words of a piece of reported speech that only the tagger found."""


def join(text: str, rules: Sequence[QuoteLayer], found: Sequence[Linked]) -> list[QuoteLayer]:
    """What both know.

    1. Words in marks for which the rules have neither cue nor speaker take the tagger's.
    2. Reported speech that the rules are unsure of is dropped where the tagger sees nobody's words.
    3. Where the rules found nothing, the tagger's attributions are added if they name both a cue and a source,
       less pieces of a word or two: what a cue cuts off ("The river was expected to rise") says nothing by itself.

    Args:
        text: The article.
        rules: What the rules found.
        found: What the tagger found.
    """
    told = [piece for each in found for piece in each.content]
    around = {quote.cue for quote in rules if quote.kind != "indirect"}
    kept = [
        _with_source(quote, found)
        for quote in rules
        # The clause around a fragment in marks goes with the fragment.
        if quote.kind != "indirect" or not may_change(quote) or quote.cue in around or _touches(quote, told)
    ]
    new = [each for each in found if not any(_touches(quote, each.content) for quote in kept)]
    return kept + [
        _indirect(piece, each.cue, each.source)
        for each in new
        if each.cue is not None and each.source is not None
        for piece in each.content
        if len(text[slice(*piece)].split()) >= ENOUGH
    ]


def may_change(quote: QuoteLayer) -> bool:
    """Whether what the tagger finds may give a quotation of the rules a speaker, or take it away."""
    if quote.kind == "indirect":
        return quote.confidence < FORGIVEN
    return quote.mention is None and quote.cue is None


def _indirect(content: Span, cue: Span, source: Span) -> QuoteLayer:
    """Reported speech that only the tagger found."""
    mention, said = Offsets(*source), Offsets(*cue)
    return QuoteLayer(*content, "indirect", mention=mention, cue=said, confidence=SURE, found_by="tagger")


def _with_source(quote: QuoteLayer, found: Iterable[Linked]) -> QuoteLayer:
    """With the source that the tagger has for most of a quotation that stands alone."""
    if quote.kind == "indirect" or not may_change(quote):
        return quote
    size, best = max(((_shared(quote, each), each) for each in found), key=lambda pair: pair[0], default=(0, None))
    if best is None or best.source is None or 2 * size < quote.end - quote.start:
        return quote
    cue = Offsets(*best.cue) if best.cue is not None else None
    return replace(quote, mention=Offsets(*best.source), cue=cue, confidence=SURE, found_by="tagger")


def _shared(quote: QuoteLayer, linked: Linked) -> int:
    """Code points that a quotation and an attribution have in common."""
    return sum(max(0, min(quote.end, end) - max(quote.start, start)) for start, end in linked.content)


def _touches(quote: QuoteLayer, spans: Iterable[Span]) -> bool:
    """Whether a quotation shares words with one of some spans."""
    return any(quote.start < end and start < quote.end for start, end in spans)
