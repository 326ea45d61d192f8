"""What the components know of an article: frozen layers of code-point offsets, written by one component each.

The whole of it is one value, `Doc._.claimx`, that each component replaces by a fuller one. Tokens are looked up by
offset where they are needed: two spaCy spans with equal offsets share their extensions, so nothing is kept on spans.
"""

from bisect import bisect_right
from dataclasses import dataclass, field, fields
from decimal import Decimal
from operator import attrgetter
from typing import Self

from spacy.tokens import Doc

from claimx.pipeline.place_mention import PlaceMention
from claimx.records.claim import Certainty, Series, Status, Zone
from claimx.records.quantity import Basis, Direction
from claimx.records.quote import FoundBy, QuoteKind
from claimx.records.scope import FoundIn
from claimx.records.speaker import SpeakerKind
from claimx.textual.dates import DateMention
from claimx.textual.numbers import NumberMention


@dataclass(frozen=True, slots=True)
class Offsets:
    """A half-open stretch of code points of the article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the article beside its text.

    Attributes:
        published: Date, `2024-03-26`.
        source: The outlet.
        title: The headline, where the input gives it apart.
        url: Address of the article.
        is_title: The text read is itself an article's title.
    """

    published: str | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and its place in the article."""

    start: int
    end: int
    zone: Zone


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that counts something: what may become a claim.

    Attributes:
        number: Index into `Layers.numbers`.
        start: First code point of the claim's anchor (the number with its hedge, without unit words).
        end: One past its last.
        metric: Id of the metric.
        unit: `people`, `percent`, currency, measure or counted noun in the singular.
        of: The whole that a percentage is of.
        counted: The phrase that names what is counted, as the text describes it ("Israeli and foreign hostages").
        head: Its head noun.
        predicate: The word that tells the metric ("killed").
        basis: Total, increment or change.
        direction: Of a change.
        rule: Id of the lexicon entry or pattern that fired.
        confidence: How sure it is, 0 to 1.
    """

    number: int
    start: int
    end: int
    metric: str
    unit: str
    of: Offsets | None = None
    counted: Offsets | None = None
    head: Offsets | None = None
    predicate: Offsets | None = None
    basis: Basis = "total"
    direction: Direction | None = None
    rule: str = ""
    confidence: Decimal = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class EventLayer:
    """Something that figures are about."""

    name: str
    kind: str
    from_date: str | None = None
    to_date: str | None = None
    place: str | None = None
    mentions: tuple[Offsets, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place where it is named.

    Attributes:
        start: First code point.
        end: One past the last.
        name: The gazetteer's name, or the words themselves.
        code: ISO 3166 code.
        found_in: How near to the figure it was found.
    """

    start: int
    end: int
    name: str
    code: str | None = None
    found_in: FoundIn | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and its dates."""

    start: int
    end: int
    from_date: str | None = None
    to_date: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """Who, where, when, which event, by whom: the scope of the candidate with the same index.

    Attributes:
        who: The people or things counted.
        groups: Population tags, sorted.
        where: The place.
        when: The time that the words give.
        as_of: The date for which the figure holds.
        as_of_from_text: Whether the text gives that date; otherwise the article's date does.
        event: Index into `Layers.events`.
        agent: Who caused it.
        counting: A counting rule that the text states.
        series: What the figure may do over time.
        status: Reported, forecast, target or threshold.
    """

    who: Offsets | None = None
    groups: tuple[str, ...] = ()
    where: Place | None = None
    when: Time | None = None
    as_of: str | None = None
    as_of_from_text: bool = False
    event: int | None = None
    agent: Offsets | None = None
    counting: str | None = None
    series: Series | None = None
    status: Status = "reported"


@dataclass(frozen=True, slots=True)
class Hold:
    """How sure the text is of the candidate with the same index."""

    certainty: Certainty = "asserted"
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One act of saying, wanting or believing, as the parse has it; all offsets are token indices, half-open.

    Attributes:
        cue: The cue word.
        source: The phrase that names the speaker.
        pieces: The reported words, in order.
        shape: The kind of complement.
        meaning: What the speaker does.
        confidence: How sure the rule is.
    """

    cue: tuple[int, int]
    source: tuple[int, int] | None
    pieces: tuple[tuple[int, int], ...]
    shape: str
    meaning: str
    confidence: Decimal

    def holds(self, index: int) -> bool:
        """Whether a token is among the reported words."""
        return any(start <= index < end for start, end in self.pieces)

    @property
    def size(self) -> int:
        """Number of reported tokens."""
        return sum(end - start for start, end in self.pieces)


@dataclass(frozen=True, slots=True)
class QuoteLayer:
    """Words given as somebody's; the span leaves the marks out.

    Attributes:
        start: First code point.
        end: One past the last.
        kind: Direct, mixed or indirect.
        mention: The words that name the speaker at the quote.
        cue: The word that introduces it.
        via: The outlet or person that it was said through.
        speaker: Index into `Layers.speakers`.
        confidence: How sure the rule is of the speaker.
        found_by: What found it, or its speaker.
    """

    start: int
    end: int
    kind: QuoteKind
    mention: Offsets | None = None
    cue: Offsets | None = None
    via: Offsets | None = None
    speaker: int | None = None
    confidence: Decimal = Decimal("0.5")
    found_by: FoundBy = "rules"


@dataclass(frozen=True, slots=True)
class SpeakerLayer:
    """One speaker with all the mentions that mean them."""

    name: str
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None
    mentions: tuple[Offsets, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A source named for a figure.

    Attributes:
        start: First code point of the source as written.
        end: One past the last.
        speaker: Index into `Layers.speakers`.
        chain: From the outermost teller to the origin.
    """

    start: int
    end: int
    speaker: int | None = None
    chain: tuple[Offsets, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """How the candidate with the same index belongs to others (indices into `Layers.candidates`)."""

    part_of: int | None = None
    supersedes: int | None = None


@dataclass(frozen=True, slots=True)
class NoteLayer:
    """Something that a reader should know about the reading of a stretch."""

    code: str
    level: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Layers:
    """Everything known of one article.

    `scopes`, `holds`, `sources` and `links` run parallel to `candidates`; empty means that the component has not run.

    Attributes:
        context: What is known beside the text.
        paragraphs: In order, without gaps but for white space.
        numbers: Every number expression, in order.
        places: Where places are named, in order.
        dates: Where dates are given, in order, none inside another.
        candidates: Numbers that count something, in order.
        events: What figures are about.
        scopes: Of the candidates.
        holds: Certainty of the candidates.
        frames: Acts of speech, in order of the cue.
        quotes: In order of start, then of end, longest first.
        speakers: In order of first mention.
        sources: The sources of each candidate, the nearest first.
        links: Parts and revisions of the candidates.
        claims: Indices of the candidates that are claims, in order.
        notes: What a reader should know.
    """

    context: Context = field(default_factory=Context)
    paragraphs: tuple[Paragraph, ...] = ()
    numbers: tuple[NumberMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    events: tuple[EventLayer, ...] = ()
    scopes: tuple[Scope, ...] = ()
    holds: tuple[Hold, ...] = ()
    frames: tuple[Frame, ...] = ()
    quotes: tuple[QuoteLayer, ...] = ()
    speakers: tuple[SpeakerLayer, ...] = ()
    sources: tuple[tuple[Source, ...], ...] = ()
    links: tuple[Link, ...] = ()
    claims: tuple[int, ...] = ()
    notes: tuple[NoteLayer, ...] = ()

    @classmethod
    def of(cls, doc: Doc) -> Self:
        """The layers of a document so far."""
        layers: Self | None = doc.user_data.get(_STORED)  # type: ignore[call-overload]  # typed as if keys were words
        return cls() if layers is None else layers

    def zone_at(self, offset: int) -> Zone:
        """The zone of the paragraph that holds an offset; "body" between paragraphs."""
        index = self.paragraph_at(offset)
        return "body" if index is None else self.paragraphs[index].zone

    def paragraph_at(self, offset: int) -> int | None:
        """Index of the paragraph that holds an offset."""
        index = bisect_right(self.paragraphs, offset, key=attrgetter("start")) - 1
        return index if index >= 0 and offset < self.paragraphs[index].end else None


_STORED = ("._.", "claimx", None, None)
"""Where spaCy keeps `Doc._.claimx`; every rule asks for the layers, and to ask for `Doc._` takes ten times as long."""

_FIELDS = tuple(each.name for each in fields(Layers))


def ensure_extension() -> None:
    """Register `Doc._.claimx`, once."""
    if not Doc.has_extension("claimx"):
        Doc.set_extension("claimx", default=Layers())


def update(doc: Doc, **changes: object) -> Doc:
    """Replace some layers of a document, keeping the rest.

    Args:
        doc: The document.
        **changes: Fields of `Layers` by name.

    Returns:
        The same document.
    """
    ensure_extension()
    layers = Layers.of(doc)
    kept = {name: getattr(layers, name) for name in _FIELDS}
    doc.user_data[_STORED] = Layers(**{**kept, **changes})  # type: ignore[index]  # typed as if keys were words
    return doc
