"""Slips of the pen between two numbers: digits that changed places, and a zero too many or too few."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Literal

Slip = Literal["digits", "zeros"]
SLIP_CODES: Final[Mapping[Slip, str]] = {"digits": "CX303", "zeros": "CX304"}
SLIP_WORDS: Final[Mapping[Slip, str]] = {
    "digits": "two digits have changed places in one of them",
    "zeros": "one is the other with zeros added",
}

TEN, SHORTEST = Decimal(10), 3


def slip_between(one: Decimal, other: Decimal) -> Slip | None:
    """The slip that makes one number of another; None where none does.

    digits: two neighbouring digits changed places: 1,160 and 1,610. zeros: ten, a hundred or a thousand times as much:
    1,160 and 11,600. "12" and "21" are two numbers: of so few digits many have a twin.

    Args:
        one: A number.
        other: Another; the order plays no part.
    """
    low, high = sorted((abs(one), abs(other)))
    if low == high or low != low.to_integral_value() or high != high.to_integral_value():
        return None
    if low >= TEN and high in (low * TEN, low * TEN**2, low * TEN**3):
        return "zeros"
    first, second = f"{low:f}".partition(".")[0], f"{high:f}".partition(".")[0]
    return "digits" if len(first) >= SHORTEST and _swapped(first, second) else None


def is_telling(number: Decimal) -> bool:
    """Whether a number has so many digits that they are seldom those of another by chance: 1,163, and not 1,200."""
    return len(number.normalize().as_tuple().digits) >= SHORTEST


def _swapped(first: str, second: str) -> bool:
    if len(first) != len(second):
        return False
    wrong = [place for place, (mine, theirs) in enumerate(zip(first, second, strict=True)) if mine != theirs]
    if len(wrong) != 2 or wrong[1] - wrong[0] != 1:  # noqa: PLR2004 - two neighbours
        return False
    left, right = wrong
    return first[left] == second[right] and first[right] == second[left]
