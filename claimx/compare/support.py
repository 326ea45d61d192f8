"""How many figures of a group, and how many independent sources, stand behind each number."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from claimx.compare.interval import Interval


@dataclass
class Support:
    """What stands behind a number.

    Attributes:
        sources: Numbers of the independent sources.
        figures: How many figures its number is an ordinary meaning of.
    """

    sources: set[int] = field(default_factory=set)
    figures: int = 0


def support_of(numbers: Iterable[Decimal], given: Iterable[tuple[Interval, int]]) -> Mapping[Decimal, Support]:
    """Count who supports each of some numbers.

    Figures of one meaning are counted once, and held only against the numbers between its ends.

    Args:
        numbers: The numbers.
        given: For each figure what its words are ordinarily used for, and the number of its source.
    """
    ordered = sorted(set(numbers))
    meanings: dict[Interval, Support] = {}
    for usual, source in given:
        _add(meanings.setdefault(usual, Support()), {source}, 1)
    found = {number: Support() for number in ordered}
    for usual, support in meanings.items():
        for number in _between(ordered, usual):
            if usual.holds(number):
                _add(found[number], support.sources, support.figures)
    return found


def _add(support: Support, sources: set[int], figures: int) -> None:
    support.sources |= sources
    support.figures += figures


def _between(ordered: Sequence[Decimal], usual: Interval) -> Sequence[Decimal]:
    first = 0 if usual.low is None else bisect_left(ordered, usual.low)
    last = len(ordered) if usual.high is None else bisect_right(ordered, usual.high)
    return ordered[first:last]
