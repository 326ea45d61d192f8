"""One list of speakers for an article, and the speaker of every quotation."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc

from claimx.pipeline.layers import Offsets, QuoteLayer, SpeakerLayer
from claimx.pipeline.quotes.tokens import TokenIndex
from claimx.pipeline.speakers.resolve import Resolver
from claimx.pipeline.speakers.roster import Bearer, Roster
from claimx.pipeline.speakers.vocabulary import SpeakerWords, country_name

OFFICE_OF = re.compile(
    r"\b(?:of|at|for|with) (?:the )?(?P<body>(?:[A-Z][\w’'.&-]*)(?: (?:of|for|and|the|&|[A-Z][\w’'.&-]*)){0,9})$"
)
"""The body at the end of a role: "director of the Tarn Institute"."""

Meant = Mapping[tuple[int, int], tuple[Bearer | None, Decimal]]
"""Offsets of a mention to whom it means, and how sure that is."""


def list_speakers(
    doc: Doc, quotes: Sequence[QuoteLayer], words: SpeakerWords
) -> tuple[tuple[SpeakerLayer, ...], tuple[QuoteLayer, ...]]:
    """Resolve the mentions of all quotations, in the order of the text.

    Args:
        doc: The document.
        quotes: Its quotations, with the words that name their speakers.
        words: Words for speakers.

    Returns:
        The speakers, each once, and the quotations in their order with the number of their speaker.
    """
    mentions = sorted({(q.mention.start, q.mention.end) for q in quotes if q.mention is not None})
    if not mentions:
        return (), tuple(quotes)
    roster = Roster(doc, words)
    roster.take_names()
    roster.take_long_forms()
    roster.join_cut_names()
    index = TokenIndex(doc)
    direct = [(index.at(quote.start), index.at(quote.end)) for quote in quotes if quote.kind == "direct"]
    uttered = frozenset(i for start, end in direct for i in range(start, end))
    resolver = Resolver(doc, roster, uttered)
    meant: dict[tuple[int, int], tuple[Bearer | None, Decimal]] = {}
    for start, end in mentions:
        first, last = index.at(start), index.at(end - 1) + 1
        meant[(start, end)] = resolver.resolve(first, last)
    resolver.settle()
    meant = {span: (bearer and resolver.final(bearer), sure) for span, (bearer, sure) in meant.items()}
    bearers = list({id(bearer): bearer for bearer, _ in meant.values() if bearer is not None}.values())
    speakers = [_layer(roster, index, bearer, meant) for bearer in bearers]
    order = sorted(range(len(speakers)), key=lambda number: (speakers[number].mentions[0].start, number))
    merged, places = _one_for_each_name([speakers[number] for number in order])
    place = {id(bearers[number]): places[position] for position, number in enumerate(order)}

    def with_speaker(quote: QuoteLayer) -> QuoteLayer:
        if quote.mention is None:
            return quote
        bearer, sure = meant[(quote.mention.start, quote.mention.end)]
        if bearer is None:
            return quote
        return replace(quote, speaker=place[id(bearer)], confidence=quote.confidence * sure)

    return tuple(merged), tuple(with_speaker(quote) for quote in quotes)


def _layer(roster: Roster, index: TokenIndex, bearer: Bearer, meant: Meant) -> SpeakerLayer:
    spans = {(o.start, o.end) for o in (index.offsets((p.start, p.end)) for p in bearer.phrases)}
    spans |= {span for span, (other, _) in meant.items() if other is bearer}
    return SpeakerLayer(
        name=roster.full_name(bearer),
        kind=bearer.kind,
        role=bearer.role,
        affiliation=_affiliation(bearer),
        mentions=tuple(Offsets(start, end) for start, end in sorted(spans)),
    )


def _affiliation(bearer: Bearer) -> str | None:
    """The country of an office, where the words beside it name one; else the body or place that its words end in."""
    codes = sorted(bearer.nations) if bearer.kind == "person" else []
    if len(codes) == 1:
        return country_name(codes[0])
    behind = OFFICE_OF.search(bearer.role or "")
    return behind["body"] if behind else None


def _one_for_each_name(speakers: list[SpeakerLayer]) -> tuple[list[SpeakerLayer], list[int]]:
    """Put speakers of the same name together; gives the list and the place of each in it."""
    out: list[SpeakerLayer] = []
    places: list[int] = []
    by_name: dict[str, int] = {}
    for speaker in speakers:
        known = by_name.setdefault(speaker.name.casefold(), len(out))
        if known == len(out):
            places.append(known)
            out.append(speaker)
            continue
        mentions = sorted({*out[known].mentions, *speaker.mentions}, key=lambda each: (each.start, each.end))
        out[known] = replace(out[known], mentions=tuple(mentions), role=out[known].role or speaker.role)
        places.append(known)
    return out, places
