"""What the figures of several articles say of one another: the document that `claimx compare` writes."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from claimx.records.accepted import BaselineUse, PreviousUse
from claimx.records.article import PublishedFrom, given_id
from claimx.records.base import SCHEMA_VERSION, Record
from claimx.records.correction import AppliedCorrection
from claimx.records.extraction import Producer
from claimx.records.finding import Finding
from claimx.records.group import Group
from claimx.records.reference import DatedArticle, ReferenceFigure
from claimx.records.revision import DraftFigure, Revision


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
