"""What a person has corrected in the reading of an article, and what came of it."""

from typing import Self

from pydantic import Field, model_validator

from claimx.records.base import Number, Record

CHANGES = ("metric", "where", "who", "event", "value", "low", "high")


class Correction(Record):
    """One entry of a corrections file.

    Attributes:
        claim: Fingerprint of the claim, as findings and members of groups show it.
        reason: Why, for whoever reads the file next.
        by: Who corrected it.
        drop: The figure is none, and takes part in nothing.
        metric: What it counts.
        where: Its place.
        code: ISO 3166 code of that place.
        who: Those counted.
        event: The event that it is about, by the name that the article has for it or by a new one.
        value: The number.
        low: Its lower end, where it is a range.
        high: Its upper end.
    """

    claim: str = Field(min_length=1)
    reason: str = Field(min_length=1)
    by: str | None = None
    drop: bool = False
    metric: str | None = Field(default=None, min_length=1)
    where: str | None = Field(default=None, min_length=1)
    code: str | None = None
    who: str | None = Field(default=None, min_length=1)
    event: str | None = Field(default=None, min_length=1)
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        changed = [name for name in CHANGES if getattr(self, name) is not None]
        if self.drop == bool(changed):
            msg = f"say what is right ({', '.join(CHANGES)}), or drop = true"
            raise ValueError(msg)
        if self.code is not None and self.where is None:
            msg = "a code needs a place in `where`"
            raise ValueError(msg)
        if (self.low is None) != (self.high is None) or (self.low is not None and self.value is not None):
            msg = "a range has low and high, and no value"
            raise ValueError(msg)
        if self.low is not None and self.high is not None and self.low > self.high:
            msg = f"low {self.low} is above high {self.high}"
            raise ValueError(msg)
        return self


class CorrectedField(Record):
    """One thing that was corrected, as it was read and as it is."""

    field: str
    read: str | None = None
    corrected: str | None = None


class AppliedCorrection(Record):
    """A correction that was made before comparing.

    Attributes:
        claim: Fingerprint of the claim.
        article_id: Its article.
        claim_id: The claim.
        text: The figure as written.
        dropped: Whether it takes part in nothing any longer.
        changes: What is different from what was read.
        reason: Why.
        by: Who corrected it.
    """

    claim: str
    article_id: str
    claim_id: str
    text: str
    dropped: bool = False
    changes: tuple[CorrectedField, ...] = ()
    reason: str
    by: str | None = None
