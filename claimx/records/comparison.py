"""What the figures of several articles say of one another: the document that `claimx compare` writes."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from claimx.records.accepted import BaselineUse, PreviousUse
from claimx.records.article import PublishedFrom, given_id
from claimx.records.base import SCHEMA_VERSION, Confidence, Level, Number, Record
from claimx.records.claim import Series
from claimx.records.correction import AppliedCorrection
from claimx.records.extraction import Producer
from claimx.records.provenance import Link, SourceOfGroup
from claimx.records.reference import DatedArticle, ReferenceFigure, ReferenceRow
from claimx.records.span import Span

Verdict = Literal["agree", "tension", "conflict", "update", "single"]
Relation = Literal["agree", "tension", "conflict", "update"]
ScopeRelation = Literal["equal", "narrower", "wider", "unknown", "different"]
Role = Literal["a", "b", "whole", "part", "headline", "body", "stale", "draft", "reference"]


class ComparedArticle(Record):
    """An article of the comparison, without its text."""

    id: str
    source: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    title: str | None = None
    url: str | None = None
    path: str | None = None
    text_sha256: str

    @property
    def given_id(self) -> str | None:
        """The id that the input gave; None where `id` is the hash that stands in for one."""
        return given_id(self.id, self.source, self.published, self.text_sha256)


class GroupScope(Record):
    """What the figures of a group are about, in words."""

    who: str | None = None
    where: str | None = None
    event: str | None = None
    when: str | None = None


class Member(Record):
    """A figure of a group.

    Attributes:
        article_id: Its article.
        claim_id: Its claim.
        as_of: The date for which it holds.
        value: The number; None for a range or a vague word.
        possible: What its words cannot exclude, [low, high]; None is an open end.
        usual: What they are ordinarily used for.
        sum: The sum that it is a part of, through which alone it is compared.
        fingerprint: What a corrections file calls it by.
        chain: From the outlet to the origin of the figure; the outlet alone where it names no source.
    """

    article_id: str
    claim_id: str
    as_of: str | None = None
    value: Number | None = None
    possible: tuple[Number | None, Number | None]
    usual: tuple[Number | None, Number | None]
    sum: str | None = None
    fingerprint: str | None = None
    chain: tuple[Link, ...] = ()


class Sum(Record):
    """Figures of one article that are compared as one.

    Attributes:
        id: Its name within the group.
        claims: The claims added up.
        value: What they come to.
    """

    id: str
    claims: tuple[str, ...]
    value: Number


class PairScope(Record):
    """How the scopes of two figures relate, seen from `a`."""

    who: ScopeRelation
    where: ScopeRelation
    event: ScopeRelation
    when: ScopeRelation
    basis: ScopeRelation


class Pair(Record):
    """Two figures of a group, laid beside each other.

    Attributes:
        a: A claim id or sum id.
        b: Another.
        relation: The verdict on the two.
        reason_code: The rule of the verdict.
        confidence: How sure the scopes are.
        scope: How the scopes relate.
    """

    a: str
    b: str
    relation: Relation
    reason_code: str
    confidence: Confidence
    scope: PairScope


class Group(Record):
    """Figures that are about one thing.

    Attributes:
        id: Hash of its first member.
        metric: What is counted.
        unit: In what.
        scope: What it is about.
        series: What the figures may do over time.
        verdict: The worst of its pairs.
        dated: Whether every figure has a date.
        central: The figure that most sources give.
        spread: (highest - lowest central figure) / highest; None where it has no meaning.
        independent_sources: Sources left after following attribution to its origin; a text that several print is one.
        sources: What they are, the one with most figures first.
        members: The figures, by date and source.
        sums: Figures that are compared as one.
        pairs: All pairs; None unless asked for.
        reason: One sentence that a person can check.
    """

    id: str
    metric: str
    unit: str
    scope: GroupScope
    series: Series | None = None
    verdict: Verdict
    dated: bool
    central: Number | None = None
    spread: Number | None = None
    independent_sources: int
    sources: tuple[SourceOfGroup, ...] = ()
    members: tuple[Member, ...]
    sums: tuple[Sum, ...] = ()
    pairs: tuple[Pair, ...] | None = None
    reason: str

    @model_serializer(mode="wrap")
    def _leave_out_what_was_not_asked_for(self, write: SerializerFunctionWrapHandler) -> Mapping[str, object]:
        written: dict[str, object] = write(self)
        if self.pairs is None:
            written.pop("pairs", None)
        return written


class FindingClaim(Record):
    """A figure as a finding shows it; its fingerprint is what a corrections file calls it by.

    `path` is the file that the article came in, and `line` the line of the figure in the article's text, from 1: of a
    file that is no plain text, or holds several articles, it is not the line of the file.

    Of a quotation `claim_id` is its id, `sentence` holds its words and `differs` those that another outlet has not.
    """

    role: Role
    article_id: str
    claim_id: str
    source: str | None = None
    published: str | None = None
    path: str | None = None
    line: int | None = None
    text: str
    start: int
    end: int
    sentence: Span
    fingerprint: str | None = None
    differs: tuple[Span, ...] = ()

    @model_serializer(mode="wrap")
    def _leave_out_what_only_quotations_have(self, write: SerializerFunctionWrapHandler) -> Mapping[str, object]:
        written: dict[str, object] = write(self)
        if not self.differs:
            written.pop("differs", None)
        return written


class FindingValues(Record):
    """The numbers of a finding."""

    expected: Number | None = None
    found: Number | None = None
    difference: Number | None = None


class Finding(Record):
    """Something that a person should look at.

    Attributes:
        code: Stable code, CX1xx to CX5xx.
        level: How strong the evidence is.
        message: What differs, in a sentence.
        group_id: The group that it is about.
        claims: The figures, with their sentences.
        values: The numbers that do not fit.
        reference: The row of the reference, where one was used.
        fingerprint: Stable name of this finding over runs.
        suppressed: Why it is hidden, where a baseline hides it.
        figures: All figures of its group, as `outlet: number`: what is new is held against them. Empty for a finding
            that is not between articles.
        new: Whether an earlier run did not have it; None where there is none to hold it against.
    """

    code: str
    level: Level
    message: str
    group_id: str | None = None
    claims: tuple[FindingClaim, ...]
    values: FindingValues | None = None
    reference: ReferenceRow | None = None
    fingerprint: str
    suppressed: str | None = None
    figures: tuple[str, ...] = ()
    new: bool | None = None

    @model_serializer(mode="wrap")
    def _leave_out_what_was_not_asked_for(self, write: SerializerFunctionWrapHandler) -> Mapping[str, object]:
        written: dict[str, object] = write(self)
        if self.new is None:
            written.pop("new", None)
        if not self.figures:
            written.pop("figures", None)
        return written


class Revision(Record):
    """A figure that changed between two versions of one article."""

    a: str | None = None
    b: str | None = None
    change: Literal["added", "dropped", "value", "hedge", "attribution"]
    noted: bool


DraftStatus = Literal[
    "found", "hedge_dropped", "hedge_added", "hedge_changed", "scope_shifted", "stale", "says_otherwise", "not_found"
]


class DraftFigure(Record):
    """A figure of a draft, held against the articles that it draws on.

    Attributes:
        article_id: The draft.
        claim_id: The figure.
        status: What became of it.
        against: The figures of the sources that decide it; empty where there is nothing like it.
    """

    article_id: str
    claim_id: str
    status: DraftStatus
    against: tuple[str, ...] = ()


class NotCompared(Record):
    """How many pairs of figures of two articles are in no group together, and why.

    What an article says twice is one figure. Together with the pairs inside groups they are all pairs there are, but
    for sums: a part that is compared through its sum is counted as left out, since alone it is.

    Attributes:
        count: All of them.
        reasons: By the first thing that keeps the two apart: `metric differs`, `unit differs`, `basis differs` (a total
            and an increase), `rate differs` (20 a day), `status differs` (reported and forecast), `certainty differs`
            (under a condition); of the same kind of figure `population differs`, `counted thing differs`,
            `event differs`, `place differs`, `period differs`, `counting rule differs`, or one of these `unsure`, when
            what speaks for one thing does not suffice; `another figure fits better`; `nothing in common`, where the
            articles share no word for a place or an event.
    """

    count: int = 0
    reasons: dict[str, int] = Field(default_factory=dict)


class FindingCounts(Record):
    """How many findings there are of each level, and how many more a baseline hides."""

    error: int = 0
    warning: int = 0
    note: int = 0
    suppressed: int = 0


class Summary(Record):
    """How many groups there are of each verdict."""

    conflict: int = 0
    tension: int = 0
    update: int = 0
    agree: int = 0
    single: int = 0
    findings: FindingCounts = FindingCounts()


class Comparison(Record):
    """What several articles say of the same things.

    Attributes:
        schema_: "claimx.comparison".
        schema_version: Major and minor number of the contract.
        producer: What made it.
        articles: By date, then source.
        groups: Worst verdict first.
        findings: Strongest first.
        revisions: Between versions of one article.
        draft: The figures of a draft, by offset; None where no draft was given.
        referenced: The figures that a reference speaks of; None where none was given.
        dated_articles: The articles without a date that it dates; None where none was given.
        corrections: What was corrected by hand before comparing; None where no corrections were given.
        baseline: What a baseline did; None where none was given.
        previous: What is new since an earlier run; None where none was given.
        not_compared: What was left out.
        summary: The counts.
        exit_code: What the command ends with.
    """

    schema_: Literal["claimx.comparison"] = Field(default="claimx.comparison", alias="schema")
    schema_version: str = SCHEMA_VERSION
    producer: Producer
    articles: tuple[ComparedArticle, ...]
    groups: tuple[Group, ...] = ()
    findings: tuple[Finding, ...] = ()
    revisions: tuple[Revision, ...] = ()
    draft: tuple[DraftFigure, ...] | None = None
    referenced: tuple[ReferenceFigure, ...] | None = None
    dated_articles: tuple[DatedArticle, ...] | None = None
    corrections: tuple[AppliedCorrection, ...] | None = None
    baseline: BaselineUse | None = None
    previous: PreviousUse | None = None
    not_compared: NotCompared = NotCompared()
    summary: Summary = Summary()
    exit_code: int = 0

    @model_serializer(mode="wrap")
    def _leave_out_what_there_is_none_of(self, write: SerializerFunctionWrapHandler) -> Mapping[str, object]:
        written: dict[str, object] = write(self)
        for name in ("draft", "referenced", "dated_articles", "corrections", "baseline", "previous"):
            if getattr(self, name) is None:
                written.pop(name, None)
        return written
