"""The record that the number grammar hands out."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from claimx.records.quantity import Basis, Comparator, Direction, QuantityKind

Level = Literal["from", "to"]


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number expression that states a quantity. Offsets are code points, half-open.

    Attributes:
        start: First code point, hedge words and currency included ("more than $3 million").
        end: One past the last ("200 or more").
        core_start: First code point of the bare number, without hedge: "3 million".
        core_end: One past its last.
        kind: What sort of quantity.
        value: The number; None for a range and for vague words.
        low: Lowest value that the words admit, literally (see the contract).
        high: Highest.
        comparator: How the words bound the number.
        unit: Currency code, `percent`, `percentage point`, `point`, unit of measure or of time; None where the string
        alone
            does not say (then the counted noun decides).
        per: Period of a rate: "20 a day" has `day`.
        basis: `increment` for "another 30"; `change` for "rose by 30".
        change: Direction of a change.
        negated: The words deny this number ("not 80 but 60": 40).
        level: Where the words tell a change of level, which end of it this is: "from" in "rose from 310 to 450", "up
        from 552";
            "to" in "has risen to 46".
        weak: A figure only where it counts something that matters: "several", "one of", "nobody", the sides of a
        vote. On its
            own it is no quantity.
        assumed: The currency is the likeliest of several that are written the same: a "$" of an outlet not known.
        pronoun: A "one" that stands for one of several: "one of them", "the one that". It is weak, and yet a number.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    kind: QuantityKind
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    comparator: Comparator
    unit: str | None = None
    per: str | None = None
    basis: Basis = "total"
    change: Direction | None = None
    negated: bool = False
    level: Level | None = None
    weak: bool = False
    assumed: bool = False
    pronoun: bool = False
