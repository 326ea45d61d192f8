"""Figures out of line with their series: the numbers given shortly before and after say something else."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimx.compare.groups import Entry

TIMES = 3
"""So many times above both neighbours, or below both, a figure is out of line."""

CLOSE = 2
"""The neighbours themselves are at most so many times apart."""


@dataclass(frozen=True)
class Jump:
    """A figure between two that are close to one another and far from it.

    Attributes:
        odd: The figure.
        before: The one given before.
        after: The one given after.
    """

    odd: Entry
    before: Entry
    after: Entry


def find_jumps(entries: Sequence[Entry]) -> tuple[Jump, ...]:
    """The figures of a group that stand out between the days before and after: 310, 3,400, 330.

    Days on which several numbers are given say nothing, nor do vague words.

    Args:
        entries: The figures of the group.
    """
    by_day: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.figure.as_of and entry.figure.claim.quantity.value is not None and entry.figure.number > 0:
            by_day[entry.figure.as_of[:10]].append(entry)
    days = [by_day[day] for day in sorted(by_day)]
    single = [same[0] for same in days if len({entry.figure.number for entry in same}) == 1]
    found = []
    for before, odd, after in zip(single, single[1:], single[2:], strict=False):
        low, high = sorted((before.figure.number, after.figure.number))
        if high <= low * CLOSE and _stands_out(odd.figure.number, low, high):
            found.append(Jump(odd, before, after))
    return tuple(found)


def _stands_out(number: Decimal, low: Decimal, high: Decimal) -> bool:
    return number >= high * TIMES or number * TIMES <= low
