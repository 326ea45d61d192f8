"""Figures of several articles that are about one thing, laid beside one another."""

from collections.abc import Mapping
from typing import Literal

from pydantic import SerializerFunctionWrapHandler, model_serializer

from claimx.records.base import Confidence, Number, Record
from claimx.records.claim import Series
from claimx.records.provenance import Link, SourceOfGroup

Verdict = Literal["agree", "tension", "conflict", "update", "single"]
Relation = Literal["agree", "tension", "conflict", "update"]
ScopeRelation = Literal["equal", "narrower", "wider", "unknown", "different"]


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
