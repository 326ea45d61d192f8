"""An official series or a house list of figures, and what it says of the figures of articles."""

import re
from typing import Literal, Self

from pydantic import field_validator, model_validator

from claimx.records.base import Number, Record
from claimx.records.day import Day

GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")

ReferenceStatus = Literal[
    "exact", "within_hedge", "stale", "ahead", "not_in_series", "above_all", "not_covered", "differs"
]


class ReferenceEntry(Record):
    """One row of a reference.

    Attributes:
        date: The day for which it holds; a row without one is a figure that the house has approved.
        metric: What is counted, as in claims.
        place: Where: a name, or an ISO 3166 code.
        value: The number.
        low: Its lower end, where it is a range.
        high: Its upper end.
        who: Those counted, where they are not all.
        event: In which event.
        source: Who gives it.
        unit: In what, where the metric does not say it: `percent`, `USD`.
    """

    date: Day | None = None
    metric: str
    place: str | None = None
    value: Number
    low: Number | None = None
    high: Number | None = None
    who: str | None = None
    event: str | None = None
    source: str | None = None
    unit: str | None = None

    @field_validator("value", "low", "high", mode="before")
    @classmethod
    def _without_commas(cls, written: object) -> object:
        grouped = isinstance(written, str) and GROUPED.fullmatch(written.strip())
        return written.replace(",", "") if grouped and isinstance(written, str) else written

    @model_validator(mode="after")
    def _says_of_what(self) -> Self:
        if self.place is None and self.event is None:
            msg = "a row needs a place or an event"
            raise ValueError(msg)
        if (self.low is not None and self.low > self.value) or (self.high is not None and self.high < self.value):
            msg = f"value {self.value} is not between low and high"
            raise ValueError(msg)
        return self


class ReferenceLine(ReferenceEntry):
    """A row with where it stands.

    Attributes:
        file: The file, as the user named it.
        row: The line of a CSV file, the number of the entry elsewhere; from 1.
    """

    file: str
    row: int


class ReferenceRow(Record):
    """The row of a reference that a figure was held against."""

    file: str
    row: int
    date: str | None = None
    value: Number


class ReferenceFigure(Record):
    """A figure of an article, held against a reference.

    Attributes:
        article_id: Its article.
        claim_id: The figure.
        status: exact: the row's number; within_hedge: what its words are used for, or do not exclude; stale: that of an
            earlier day; ahead: that of a later day; not_in_series: of no day so far; above_all: above every value so
            far; not_covered: the series does not reach that day; differs: not what the house has approved.
        days: How many days before the figure's own day the row is; None where there is no such row or no date.
        row: The row that decides it.
    """

    article_id: str
    claim_id: str
    status: ReferenceStatus
    days: int | None = None
    row: ReferenceRow


class DatedArticle(Record):
    """An article without a date that a figure dates: the reference has that number on one day only.

    Attributes:
        article_id: The article.
        date: The day.
        claim_id: The figure.
        row: The row.
    """

    article_id: str
    date: str
    claim_id: str
    row: ReferenceRow
