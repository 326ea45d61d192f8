"""One list of speakers for an article, and the speaker of every quotation."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.layers import Layers, Offsets, QuoteLayer, SpeakerLayer, update
from claimx.pipeline.quotes.tokens import TokenIndex
from claimx.pipeline.speakers.resolve import Resolver
from claimx.pipeline.speakers.roster import Figure, Roster
from claimx.pipeline.speakers.vocabulary import SpeakerWords, country_name, load_speaker_words

Meant = Mapping[tuple[int, int], tuple[Figure | None, Decimal]]
"""Offsets of a mention to whom it means, and how sure that is."""


class Speakers:
    """Writes `Layers.speakers` and the speaker of each of `Layers.quotes`.

    Args:
        words: Words for speakers.
    """

    def __init__(self, *, words: SpeakerWords) -> None:
        self.words = words

    def __call__(self, doc: Doc) -> Doc:
        """Resolve the mentions of all quotations, in the order of the text."""
        quotes = Layers.of(doc).quotes
        roster = Roster(doc, self.words)
        roster.take_names()
        roster.take_long_forms()
        roster.join_cut_names()
        index = TokenIndex(doc)
        direct = [(index.at(quote.start), index.at(quote.end)) for quote in quotes if quote.kind == "direct"]
        uttered = frozenset(i for start, end in direct for i in range(start, end))
        resolver = Resolver(doc, roster, uttered)
        mentions = sorted({(q.mention.start, q.mention.end) for q in quotes if q.mention is not None})
        meant: dict[tuple[int, int], tuple[Figure | None, Decimal]] = {}
        for start, end in mentions:
            first, last = index.at(start), index.at(end - 1) + 1
            meant[(start, end)] = resolver.resolve(first, last)
        resolver.settle()
        meant = {span: (figure and resolver.final(figure), sure) for span, (figure, sure) in meant.items()}
        figures: list[Figure] = []
        for figure, _ in meant.values():
            if figure is not None and not any(figure is known for known in figures):
                figures.append(figure)
        speakers = [self._layer(roster, index, figure, meant) for figure in figures]
        order = sorted(range(len(speakers)), key=lambda number: (speakers[number].mentions[0].start, number))
        merged, places = _one_for_each_name([speakers[number] for number in order])
        place = {id(figures[number]): places[position] for position, number in enumerate(order)}

        def with_speaker(quote: QuoteLayer) -> QuoteLayer:
            if quote.mention is None:
                return quote
            figure, sure = meant[(quote.mention.start, quote.mention.end)]
            if figure is None:
                return quote
            return replace(quote, speaker=place[id(figure)], confidence=quote.confidence * sure)

        return update(doc, speakers=tuple(merged), quotes=tuple(with_speaker(quote) for quote in quotes))

    def _layer(self, roster: Roster, index: TokenIndex, figure: Figure, meant: Meant) -> SpeakerLayer:
        spans = {(o.start, o.end) for o in (index.offsets((p.start, p.end)) for p in figure.phrases)}
        spans |= {span for span, (other, _) in meant.items() if other is figure}
        return SpeakerLayer(
            name=roster.full_name(figure),
            kind=figure.kind,
            role=figure.role,
            affiliation=_affiliation(figure),
            mentions=tuple(Offsets(start, end) for start, end in sorted(spans)),
        )


def _affiliation(figure: Figure) -> str | None:
    """The country of an office, where the words beside it name one."""
    codes = sorted(figure.nations) if figure.kind == "person" else []
    return country_name(codes[0]) if len(codes) == 1 else None


def _one_for_each_name(speakers: list[SpeakerLayer]) -> tuple[list[SpeakerLayer], list[int]]:
    """Put speakers of the same name together; gives the list and the place of each in it."""
    out: list[SpeakerLayer] = []
    places: list[int] = []
    for speaker in speakers:
        known = next((i for i, each in enumerate(out) if each.name.casefold() == speaker.name.casefold()), None)
        if known is None:
            places.append(len(out))
            out.append(speaker)
            continue
        mentions = sorted({*out[known].mentions, *speaker.mentions}, key=lambda each: (each.start, each.end))
        out[known] = replace(out[known], mentions=tuple(mentions), role=out[known].role or speaker.role)
        places.append(known)
    return out, places


@Language.factory("claimx_speakers", assigns=["doc._.claimx"], requires=["doc.ents"])
def make_speakers(nlp: Language, name: str) -> Speakers:  # noqa: ARG001 - the signature of a factory
    """Build the component from the lexicon."""
    return Speakers(words=load_speaker_words())
