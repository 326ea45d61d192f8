"""What a figure can mean: P, what its words cannot exclude, and U, what they are ordinarily used for."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import assert_never

from claimx.records.quantity import Comparator, Quantity

TWO = Decimal(2)
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of the number line.

    Attributes:
        low: Lower end; None where there is none.
        high: Upper end; None where there is none.
        low_open: The lower end itself is outside.
        high_open: The upper end itself is outside.
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def holds(self, number: Decimal) -> bool:
        """Whether a number lies inside."""
        above = self.low is None or number > self.low or (number == self.low and not self.low_open)
        below = self.high is None or number < self.high or (number == self.high and not self.high_open)
        return above and below

    def meets(self, other: "Interval") -> bool:
        """Whether two intervals, taken as closed, have a point in common."""
        return not (self.below(other) or other.below(self))

    def below(self, other: "Interval") -> bool:
        """Whether all of this interval lies under all of the other."""
        return self.high is not None and other.low is not None and self.high < other.low

    def plus(self, other: "Interval") -> "Interval":
        """All sums of a point here and a point there, as a closed interval."""
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high)


def step(number: Decimal) -> Decimal:
    """The place value of the last digit that is not zero: 1,160 gives 10, 1,200 gives 100, 7.4 gives 0.1, 0 gives 1."""
    if number == 0:
        return Decimal(1)
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def anchor(quantity: Quantity) -> Decimal | None:
    """The one number that stands for a quantity: its value, else its lower end, else its upper one."""
    for number in (quantity.value, quantity.low, quantity.high):
        if number is not None:
            return number
    return None


def possible(quantity: Quantity, width: Decimal) -> Interval:
    """P: what the words of a quantity cannot exclude.

    Args:
        quantity: The figure, literally.
        width: w, the tolerance as a share of the number.
    """
    number = quantity.value
    if number is None or quantity.comparator in ("between", "vague"):
        return Interval(quantity.low, None if quantity.comparator == "vague" else quantity.high)
    return _possible(number, quantity.comparator, abs(number) * width)


def _possible(number: Decimal, comparator: Comparator, slack: Decimal) -> Interval:
    place = step(number)
    match comparator:
        case "exact" | "between" | "vague":
            off = _rounding(number, place, slack)
            low = number - off
            return Interval(low, number + off if off else low)
        case "about":
            off = max(slack, min(place / TWO, TWO * slack))
            return Interval(number - off, number + off)
        case "nearly":
            return Interval(number - max(slack, min(place, TWO * slack)), number)
        case "more_than" | "at_least":
            return Interval(number, None)
        case "less_than" | "at_most":
            return Interval(min(Decimal(0), number), number)
        case _:
            assert_never(comparator)


def _rounding(number: Decimal, place: Decimal, slack: Decimal) -> Decimal:
    whole = number == number.to_integral_value()
    if place == 1 or (whole and abs(number) < HUNDRED):
        return Decimal(0)
    return min(place / TWO, slack)


def usual(quantity: Quantity, width: Decimal) -> Interval:
    """U: what the words of a quantity are ordinarily used for.

    Args:
        quantity: The figure, literally.
        width: w, the tolerance as a share of the number.
    """
    return _usual(quantity.value, quantity.low, quantity.high, quantity.comparator, width)


def _usual(
    number: Decimal | None, low: Decimal | None, high: Decimal | None, comparator: Comparator, width: Decimal
) -> Interval:
    if number is None or comparator in ("between", "vague"):
        return Interval(low, high * TWO if high is not None and comparator == "vague" else high)
    place, slack = step(number), abs(number) * width
    match comparator:
        case "about":
            off = min(place / TWO, slack)
            return Interval(number - off, number + off)
        case "nearly":
            return Interval(number - place, number)
        case "more_than" | "at_least":
            return Interval(number, number + place, high_open=True)
        case "less_than" | "at_most":
            return Interval(number - place, number, low_open=True)
        case _:
            return _possible(number, comparator, slack)


_meant = lru_cache(maxsize=8192)(_usual)
"""Only for what is held inside: 8 and 8.0 are one key."""


def agree(one: Quantity, other: Quantity, width: Decimal) -> bool:
    """Whether two figures have the same number, or the number of one is an ordinary meaning of the other's words."""
    return have_one_meaning(one, other, meaning_of(one, width), meaning_of(other, width))


def have_one_meaning(one: Quantity, other: Quantity, mine: Interval, theirs: Interval) -> bool:
    """Whether two figures agree whose ordinary meanings are known.

    Args:
        one: A figure.
        other: Another.
        mine: What the words of the one are ordinarily used for.
        theirs: Those of the other.
    """
    if one.value is None and other.value is None:
        return (one.low, one.high) == (other.low, other.high)
    if one.value == other.value:
        return True
    return (other.value is not None and mine.holds(other.value)) or (one.value is not None and theirs.holds(one.value))


def meaning_of(quantity: Quantity, width: Decimal) -> Interval:
    """What the words of a quantity are ordinarily used for; kept for those asked for last."""
    return _meant(quantity.value, quantity.low, quantity.high, quantity.comparator, width)
