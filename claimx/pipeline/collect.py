"""Turn a read document into an extraction: the one crossing from layers to the records of the contract."""

from collections.abc import Callable
from typing import Literal, TypeVar

from spacy.tokens import Doc

from claimx.pipeline.excerpt import Excerpt
from claimx.pipeline.layers import Candidate, Hold, Layers, Link, Offsets, Place, QuoteLayer, Scope, Source, Time
from claimx.pipeline.wording import Wording
from claimx.records.article import Article
from claimx.records.base import content_id
from claimx.records.claim import Claim
from claimx.records.extraction import Extraction, Note, Producer
from claimx.records.quantity import Quantity, QuantityMention
from claimx.records.quote import Quote
from claimx.records.scope import Event, When, Where, Who
from claimx.records.span import Span
from claimx.records.speaker import Attribution, Speaker
from claimx.textual.numbers import NumberMention, join_levels

_Within = Literal["title"] | None
_T = TypeVar("_T")


class Collector:
    """Builds the records of one document.

    Args:
        doc: A document that went through the whole pipeline.
        article: The article that it was made of.
        within: "title" where the document is the article's title.
        excerpt: What the document is of the article, where it is not the whole.
    """

    def __init__(self, doc: Doc, article: Article, *, within: _Within = None, excerpt: Excerpt | None = None) -> None:
        self.doc = doc
        self.excerpt = excerpt
        self.text = Wording.of(doc).text if excerpt is None else article.text or ""
        self.layers = Layers.of(doc)
        self.within: _Within = within
        self._spans: dict[tuple[int, int], Span] = {}
        self.key = (article.id, article.text_sha256, within or "text")
        self.speaker_ids = self._ids("s", [(each.name,) for each in self.layers.speakers])
        self.event_ids = self._ids("e", [(each.name, each.from_date) for each in self.layers.events])
        self.quote_ids = self._ids("q", [(*self._at(each.start, each.end), each.kind) for each in self.layers.quotes])
        self.claim_ids = {
            index: self._id("c", *self._at(self.layers.candidates[index].start, self.layers.candidates[index].end))
            for index in self.layers.claims
        }

    def _at(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the document stands in the text; not even an empty one reaches into the next piece."""
        if self.excerpt is None:
            return start, end
        return self.excerpt.origin(start), self.excerpt.origin(max(start, end - 1)) + (end > start)

    def _id(self, prefix: str, *parts: object) -> str:
        return content_id(prefix, *self.key, *parts)

    def _ids(self, prefix: str, keys: list[tuple[object, ...]]) -> list[str]:
        """Ids of entries by their keys; a second entry with one key is told apart by its number."""
        return [
            self._id(prefix, *key, *[keys[:index].count(key)] * (key in keys[:index])) for index, key in enumerate(keys)
        ]

    def span(self, start: int, end: int) -> Span:
        """The record of a stretch of this document's text."""
        known = self._spans.get((start, end))
        if known is None:
            first, last = self._at(start, end)
            known = Span(start=first, end=last, text=self.text[first:last], within=self.within)
            self._spans[start, end] = known
        return known

    def _optional(self, offsets: Offsets | None) -> Span | None:
        return self.span(offsets.start, offsets.end) if offsets else None

    def _fields(self, start: int, end: int) -> dict[str, object]:
        first, last = self._at(start, end)
        return {"start": first, "end": last, "text": self.text[first:last], "within": self.within}

    def speakers(self) -> tuple[Speaker, ...]:
        """The article's speakers."""
        return tuple(
            Speaker(
                id=identifier,
                name=speaker.name,
                kind=speaker.kind,
                role=speaker.role,
                affiliation=speaker.affiliation,
                mentions=tuple(self.span(each.start, each.end) for each in speaker.mentions),
            )
            for identifier, speaker in zip(self.speaker_ids, self.layers.speakers, strict=True)
        )

    def events(self) -> tuple[Event, ...]:
        """What the figures are about."""
        return tuple(
            Event(
                id=identifier,
                name=event.name,
                kind=event.kind,
                from_=event.from_date,
                to=event.to_date,
                place=event.place,
                mentions=tuple(self.span(each.start, each.end) for each in event.mentions),
            )
            for identifier, event in zip(self.event_ids, self.layers.events, strict=True)
        )

    def quotes(self) -> tuple[Quote, ...]:
        """The quotes, in order of offset."""
        return tuple(
            self._quote(identifier, quote) for identifier, quote in zip(self.quote_ids, self.layers.quotes, strict=True)
        )

    def _quote(self, identifier: str, quote: QuoteLayer) -> Quote:
        return Quote.model_validate(
            self._fields(quote.start, quote.end)
            | {
                "id": identifier,
                "kind": quote.kind,
                "speaker_id": None if quote.speaker is None else self.speaker_ids[quote.speaker],
                "speaker_mention": self._optional(quote.mention),
                "cue": self._optional(quote.cue),
                "via": self._optional(quote.via),
                "confidence": quote.confidence,
                "found_by": quote.found_by,
            }
        )

    def claims(self) -> tuple[Claim, ...]:
        """The claims, in order of offset."""
        return tuple(self._claim(index) for index in self.layers.claims)

    def _claim(self, index: int) -> Claim:
        candidate = self.layers.candidates[index]
        number = self.layers.numbers[candidate.number]
        scope = _at(self.layers.scopes, index, Scope())
        hold = _at(self.layers.holds, index, Hold())
        link = _at(self.layers.links, index, Link())
        sources = tuple(self._attribution(source) for source in _at(self.layers.sources, index, ()))
        groups = {"groups": scope.groups}
        return Claim.model_validate(
            self._fields(candidate.start, candidate.end)
            | {
                "id": self.claim_ids[index],
                "metric": candidate.metric,
                "quantity": self._quantity(candidate, number),
                "series": scope.series,
                "status": scope.status,
                "who": Who.model_validate(self._fields(scope.who.start, scope.who.end) | groups) if scope.who else None,
                "where": self._where(scope.where),
                "when": self._when(scope.when),
                "as_of": scope.as_of or self.layers.context.published,
                "as_of_from": self._as_of_from(scope.as_of, from_text=scope.as_of_from_text),
                "event_id": None if scope.event is None else self.event_ids[scope.event],
                "agent": self._optional(scope.agent),
                "counting": scope.counting,
                "attribution": sources[0] if sources else None,
                "attributions": sources,
                "quote_id": self._quote_around(candidate),
                "certainty": hold.certainty,
                "negated": hold.negated or number.negated,
                "part_of": self._claim_id(link.part_of),
                "supersedes": self._claim_id(link.supersedes),
                "zone": self.layers.zone_at(candidate.start),
                "sentence": self._sentence(candidate.start, candidate.end),
                "rule": candidate.rule,
                "confidence": candidate.confidence,
            }
        )

    def _as_of_from(self, as_of: str | None, *, from_text: bool) -> str | None:
        if from_text and as_of:
            return "text"
        return "published" if as_of or self.layers.context.published else None

    def _claim_id(self, index: int | None) -> str | None:
        return None if index is None else self.claim_ids.get(index)

    def _quantity(self, candidate: Candidate, number: NumberMention) -> Quantity:
        return Quantity(
            value=number.value,
            low=number.low,
            high=number.high,
            comparator=number.comparator,
            unit=candidate.unit,
            of=self._optional(candidate.of),
            per=number.per,
            basis=candidate.basis,
            direction=candidate.direction or (number.change if candidate.basis == "change" else None),
        )

    def _where(self, place: Place | None) -> Where | None:
        if place is None:
            return None
        known = {"name": place.name, "code": place.code, "found_in": place.found_in}
        return Where.model_validate(self._fields(place.start, place.end) | known)

    def _when(self, time: Time | None) -> When | None:
        if time is None:
            return None
        return When.model_validate(self._fields(time.start, time.end) | {"from": time.from_date, "to": time.to_date})

    def _attribution(self, source: Source) -> Attribution:
        return Attribution.model_validate(
            self._fields(source.start, source.end)
            | {
                "speaker_id": None if source.speaker is None else self.speaker_ids[source.speaker],
                "chain": tuple(self.span(link.start, link.end) for link in source.chain),
            }
        )

    def _quote_around(self, candidate: Candidate) -> str | None:
        """The innermost quote that holds the figure."""
        around = [
            (quote.end - quote.start, identifier)
            for identifier, quote in zip(self.quote_ids, self.layers.quotes, strict=True)
            if quote.start <= candidate.start and candidate.end <= quote.end
        ]
        return min(around)[1] if around else None

    def _sentence(self, start: int, end: int) -> Span:
        """The sentence of a figure, and all of the figure where a line's end cut it: "5bn⏎$"."""
        wording = Wording.of(self.doc)
        tokens = wording.sentence(self.doc, wording.at(start))
        written = wording.part(*tokens)
        stripped = written.strip()
        first = wording.starts[tokens[0]] + written.index(stripped)
        return self.span(min(first, start), max(first + len(stripped), end))

    def quantities(self) -> tuple[QuantityMention, ...]:
        """Every number expression that states a quantity by itself and is not denied, with the claim made of it.

        A change from one level to another is one entry, with the claim made of the level reached.
        """
        by_number = {self.layers.candidates[index].number: index for index in reversed(self.layers.claims)}
        units = {candidate.number: candidate.unit for candidate in reversed(self.layers.candidates)}
        return tuple(
            QuantityMention.model_validate(
                self._fields(number.start, number.end)
                | {
                    "kind": number.kind,
                    "value": number.value,
                    "low": number.low,
                    "high": number.high,
                    "comparator": number.comparator,
                    "change": number.change,
                    "unit": number.unit or units.get(index),
                    "claim_id": self.claim_ids[by_number[index]] if index in by_number else None,
                }
            )
            for index, number in join_levels(self.layers.numbers)
            if not number.negated and (number.pronoun or not number.weak)
        )

    def notes(self) -> tuple[Note, ...]:
        """What a reader should know."""
        return tuple(
            Note.model_validate({"code": n.code, "level": n.level, "message": n.message, "start": start, "end": end})
            for n in self.layers.notes
            for start, end in [(None, None) if n.start is None or n.end is None else self._at(n.start, n.end)]
        )


def collect(
    doc: Doc,
    article: Article,
    *,
    producer: Producer,
    title: Doc | None = None,
    quantities: bool = False,
    excerpt: Excerpt | None = None,
) -> Extraction:
    """Build the extraction of one article.

    Args:
        doc: The article's text, through the whole pipeline.
        article: The article.
        producer: What read it.
        title: The article's title, through the pipeline, where it is read apart from the text.
        quantities: Whether to list every number expression.
        excerpt: What `doc` is of the article, where it is not the whole.

    Returns:
        The extraction; claims of the title come first, and their offsets count in the title.
    """
    parts = [Collector(doc, article, excerpt=excerpt)]
    if title is not None:
        parts.insert(0, Collector(title, article, within="title"))
    return Extraction(
        producer=producer,
        article=article,
        speakers=parts[-1].speakers() + (_of_title(parts, Collector.speakers)),
        events=parts[-1].events() + (_of_title(parts, Collector.events)),
        quotes=tuple(quote for part in parts for quote in part.quotes()),
        claims=tuple(claim for part in parts for claim in part.claims()),
        quantities=tuple(each for part in parts for each in part.quantities()) if quantities else None,
        notes=tuple(note for part in parts for note in part.notes()),
    )


def _of_title(parts: list[Collector], layer: Callable[[Collector], tuple[_T, ...]]) -> tuple[_T, ...]:
    """Entries of the title, which follow those of the text."""
    return layer(parts[0]) if len(parts) > 1 else ()


def _at(layer: tuple[_T, ...], index: int, default: _T) -> _T:
    """The entry of a candidate; the default where a pipeline runs without that component."""
    return layer[index] if layer else default
