"""One article read: the document that `claimx extract` writes."""

from collections.abc import Iterator, Mapping
from typing import Literal, Self

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from claimx.records.article import Article
from claimx.records.base import SCHEMA_VERSION, Record, distinct
from claimx.records.claim import Claim
from claimx.records.quantity import QuantityMention
from claimx.records.quote import Quote
from claimx.records.scope import Event
from claimx.records.span import Span
from claimx.records.speaker import Speaker


class Producer(Record):
    """What made a document: the program, its model and its words.

    Attributes:
        name: "claimx".
        version: Of claimx.
        model: Name and version of the base model.
        lexicon: Hash of the words in use.
        tier: "figures" where only sentences with a figure were read; None, and not written, where all were.
    """

    name: str = "claimx"
    version: str
    model: str | None = None
    lexicon: str | None = None
    tier: Literal["figures"] | None = None

    @model_serializer(mode="wrap")
    def _leave_out_the_usual_tier(self, write: SerializerFunctionWrapHandler) -> Mapping[str, object]:
        written: dict[str, object] = write(self)
        if self.tier is None:
            written.pop("tier", None)
        return written


class Note(Record):
    """Something that a reader should know about the article or its reading.

    Attributes:
        code: Stable code, CX9xx.
        level: How much it matters.
        message: What it is.
        start: First code point that it is about.
        end: One past the last.
    """

    code: str
    level: Literal["info", "warning", "error"]
    message: str
    start: int | None = None
    end: int | None = None


class Extraction(Record):
    """Everything that was found in one article.

    Attributes:
        schema_: "claimx.extraction".
        schema_version: Major and minor number of the contract.
        producer: What made it.
        article: The article.
        speakers: One entry for each speaker, in order of first mention.
        events: What the figures are about.
        quotes: In order of offset.
        claims: In order of offset.
        quantities: Every number expression; None unless asked for.
        notes: What a reader should know.
    """

    schema_: Literal["claimx.extraction"] = Field(default="claimx.extraction", alias="schema")
    schema_version: str = SCHEMA_VERSION
    producer: Producer
    article: Article
    speakers: tuple[Speaker, ...] = ()
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    quantities: tuple[QuantityMention, ...] | None = None
    notes: tuple[Note, ...] = ()

    @model_serializer(mode="wrap")
    def _leave_out_what_was_not_asked_for(self, write: SerializerFunctionWrapHandler) -> Mapping[str, object]:
        written: dict[str, object] = write(self)
        if self.quantities is None:
            written.pop("quantities", None)
        return written

    def spans(self) -> Iterator[Span]:
        """Every span of the document, those inside claims and quotes too."""
        for speaker in self.speakers:
            yield from speaker.mentions
        for event in self.events:
            yield from event.mentions
        for quote in self.quotes:
            yield quote
            yield from filter(None, (quote.speaker_mention, quote.cue, quote.via))
        for claim in self.claims:
            yield claim
            yield claim.sentence
            yield from filter(None, (claim.who, claim.where, claim.when, claim.agent, claim.quantity.of))
            for attribution in claim.attributions:
                yield attribution
                yield from attribution.chain
        yield from self.quantities or ()

    @model_validator(mode="after")
    def _spans_hold_their_text(self) -> Self:
        text = self.article.text
        if text is not None:
            for span in self.spans():
                if not span.of(text, self.article.title):
                    msg = (
                        f"the span {span.start}..{span.end} of article {self.article.id!r} does not hold {span.text!r}"
                    )
                    raise ValueError(msg)
        return self

    @model_validator(mode="after")
    def _ids_resolve(self) -> Self:
        speakers = {speaker.id for speaker in self.speakers}
        events = {event.id for event in self.events}
        quotes = {quote.id for quote in self.quotes}
        claims = {claim.id for claim in self.claims}
        for kind, entries in (
            ("speaker", self.speakers),
            ("event", self.events),
            ("quote", self.quotes),
            ("claim", self.claims),
        ):
            if not distinct(entry.id for entry in entries):
                msg = f"two entries of kind {kind} have one id"
                raise ValueError(msg)
        wanted: list[tuple[str, str | None, set[str]]] = [("speaker", q.speaker_id, speakers) for q in self.quotes]
        for claim in self.claims:
            wanted += [("speaker", a.speaker_id, speakers) for a in claim.attributions]
            wanted += [("event", claim.event_id, events), ("quote", claim.quote_id, quotes)]
            wanted += [("claim", claim.part_of, claims), ("claim", claim.supersedes, claims)]
        wanted += [("claim", q.claim_id, claims) for q in self.quantities or ()]
        for kind, identifier, known in wanted:
            if identifier is not None and identifier not in known:
                msg = f"no {kind} has the id {identifier!r}"
                raise ValueError(msg)
        return self


class ErrorInput(Record):
    """Where the input that could not be read came from.

    Attributes:
        path: The file, None for standard input.
        line: One-based line.
        id: The article's own id.
    """

    path: str | None = None
    line: int | None = None
    id: str | None = None


class ErrorRecord(Record):
    """One input that could not be read; it stands where its extraction would.

    Attributes:
        schema_: "claimx.error".
        schema_version: Major and minor number of the contract.
        input: Where it came from.
        code: Stable code, CX9xx.
        message: What is wrong.
        remedy: What to do about it.
    """

    schema_: Literal["claimx.error"] = Field(default="claimx.error", alias="schema")
    schema_version: str = SCHEMA_VERSION
    input: ErrorInput
    code: str
    message: str
    remedy: str
