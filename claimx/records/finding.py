"""Something that a person should look at, with the figures that show it."""

from collections.abc import Mapping
from typing import Literal

from pydantic import SerializerFunctionWrapHandler, model_serializer

from claimx.records.base import Level, Number, Record
from claimx.records.reference import ReferenceRow
from claimx.records.span import Span

Role = Literal["a", "b", "whole", "part", "headline", "body", "stale", "draft", "reference"]


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
