"""What a number expression says, taken literally."""

from typing import Literal, Self

from pydantic import Field, model_validator

from claimx.records.base import Number, Record
from claimx.records.span import Span

Comparator = Literal["exact", "about", "nearly", "more_than", "at_least", "less_than", "at_most", "between", "vague"]
Basis = Literal["total", "increment", "change"]
Direction = Literal["up", "down"]
QuantityKind = Literal["count", "percent", "money", "measure", "duration", "age", "multiple"]


def _ordered(low: Number | None, high: Number | None) -> None:
    if low is not None and high is not None and low > high:
        msg = f"low {low} is above high {high}"
        raise ValueError(msg)


class Quantity(Record):
    """The number of a claim; tolerance enters only when figures are compared.

    Attributes:
        value: The number; None for a range and for vague words.
        low: Lowest value that the words admit; None where they set no lower end.
        high: Highest value that the words admit; None where they set no upper end.
        comparator: How the words bound the number.
        unit: `people`, `percent`, an ISO 4217 code, a measure, or the counted noun in the singular.
        of: The whole that a percentage is of.
        per: The period of a rate: `day`.
        basis: The running figure, what is added to it, or the step that it took.
        direction: Of a change.
    """

    value: Number | None
    low: Number | None
    high: Number | None
    comparator: Comparator
    unit: str
    of: Span | None = None
    per: str | None = None
    basis: Basis = "total"
    direction: Direction | None = None

    @model_validator(mode="after")
    def _ends_are_ordered(self) -> Self:
        _ordered(self.low, self.high)
        return self


class QuantityMention(Span):
    """A number expression of the text, claim or not (the `quantities` layer).

    Attributes:
        kind: What sort of quantity it is.
        value: As in `Quantity`.
        low: As in `Quantity`.
        high: As in `Quantity`.
        comparator: As in `Quantity`.
        change: Whether the words say that something rose or fell by this much.
        unit: As in `Quantity`; None where the text names none.
        claim_id: The claim that was made of it.
    """

    kind: QuantityKind
    value: Number | None
    low: Number | None
    high: Number | None
    comparator: Comparator
    change: Direction | None = None
    unit: str | None = None
    claim_id: str | None = Field(default=None)

    @model_validator(mode="after")
    def _ends_are_ordered(self) -> Self:
        _ordered(self.low, self.high)
        return self
