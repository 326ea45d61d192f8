"""What a comparison can be told to do differently; every number that decides something has its name here."""

from decimal import Decimal

from pydantic import BaseModel, ConfigDict, Field


class CompareSettings(BaseModel):
    """Settings of a comparison.

    Attributes:
        width: w of the intervals: how far, as a share of the number, a round or hedged figure may be off.
        open_days: How many days after an event its total may still rise.
        lowest_confidence: Two figures whose scopes fit with less confidence than this are not compared.
        repeat_days: Events that recur (attacks, strikes) at one place and have no date of their own are the same
            event when the articles are at most this many days apart.
        stale_days: A figure that is no more than so many days behind a reference is no finding.
        reference_gap: How many days after its last row a series says nothing any longer.
        most_parts: Parts of one total that are tried in combination; longer lists are only added up as a whole.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    width: Decimal = Field(default=Decimal("0.05"), ge=0, lt=1)
    open_days: int = Field(default=14, ge=0)
    lowest_confidence: Decimal = Field(default=Decimal("0.40"), ge=0, le=1)
    repeat_days: int = Field(default=3, ge=0)
    stale_days: int = Field(default=2, ge=0)
    reference_gap: int = Field(default=7, ge=0)
    most_parts: int = Field(default=8, ge=2)


ALIGNING_WIDTH = Decimal("0.05")
"""Width for deciding whether two figures may be one and the same; no setting, or a wider tolerance would regroup."""
