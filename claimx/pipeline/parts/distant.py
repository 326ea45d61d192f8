"""Parts that stand in other sentences than their total: "11 died. … Four nuns were killed. … Seven guests died"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from claimx.pipeline.parts.figures import Figures
from claimx.pipeline.parts.sums import LEAST_SUM
from claimx.pipeline.parts.wording import PartWording

_DEFINITE_PAIR = re.compile(r"\s(?:\w+\s){1,3}and\s(?:the\s)?", re.IGNORECASE)
"""Between two figures that stand for one: "the 4 nuns and 3 guests"."""

_THE = re.compile(r"\bthe\s$", re.IGNORECASE)

_SIDE_BY_SIDE = re.compile(r"\s(?:[\w-]+\s){1,3}and\s", re.IGNORECASE)
"""Between two kinds of people with a number each: "90 rebels and 30 troops"."""

TOLL_PARTS = frozenset({"killed", "injured", "arrested", "missing", "casualties"})
"""What casualties are made up of."""

SHARED_OUT = frozenset({"votes", "count"})
"""Metrics whose figures add up to one another by chance, as the seats of parties do."""

SEVERAL = 3
"""So many parts seldom make up a small total by chance."""

REACH = 9
"""Figures after a total among which its parts may be."""

LEAD = 24
"""Code points before a figure in which "the other" is looked for."""


def link_across_sentences(figures: Figures, wording: PartWording) -> None:
    """Find parts of totals that other sentences give.

    A part keeps the total of its own sentence, unless that counts something else.

    Args:
        figures: The document's figures, to which links are added; those within sentences are there already.
        wording: The words to go by.
    """
    every = range(len(figures))
    found: dict[int, int] = {}
    for last, first in pairwise(every):
        if figures.sentence[last] != figures.sentence[first]:
            _told_after(figures, last, first, wording)
    for total in every:
        if total not in figures.whole:
            found = dict.fromkeys(_spread_out(figures, total), total)
            found = found or dict.fromkeys(_by_kind(figures, total), total)
            _link(figures, found)
    for one, other in pairwise(every):
        _definite_pair(figures, one, other)
    for rest in every:
        _the_rest(figures, rest, wording)


def _link(figures: Figures, found: dict[int, int]) -> None:
    for part, total in found.items():
        if figures.is_like(total, part):
            figures.rejoin(part, total)


def _told_after(figures: Figures, last: int, first: int, wording: PartWording) -> None:
    """Read "… 30 were hit. These were distributed as follows: 12 killed, 18 hurt"."""
    parts = [part for part in range(first, len(figures)) if figures.sentence[part] == figures.sentence[first]]
    if len(parts) > 1 and wording.told.search(figures.between(last, first)):
        for part in parts:
            if figures.is_like(last, part):
                figures.join(part, last)


def _made_of(figures: Figures, whole: int, part: int) -> bool:
    one, other = figures.candidates[whole], figures.candidates[part]
    same = one.metric == other.metric or (one.metric == "casualties" and other.metric in TOLL_PARTS)
    exact = figures.numbers[part].comparator == "exact"
    added = other.basis == "total" or (one.metric in TOLL_PARTS and exact)
    told = figures.scopes[whole].event, figures.scopes[part].event
    apart = None not in told and told[0] != told[1]
    counts = one.unit == other.unit == "people" and one.metric not in SHARED_OUT
    return same and added and counts and one.basis == "total" and not apart


def _following(figures: Figures, whole: int) -> Iterator[int]:
    """The figures after a total that may be its parts.

    They are no part yet, or only of those who did something else: "20 rebels, of whom four died".
    """
    for index in range(whole + 1, min(whole + 1 + REACH, len(figures))):
        above = figures.whole.get(index)
        other = above is not None and figures.candidates[above].metric == "personnel"
        is_free = above is None or (other and figures.candidates[index].metric != "personnel")
        if is_free and _made_of(figures, whole, index):
            yield index


def _spread_out(figures: Figures, whole: int) -> list[int]:
    """Figures of the next sentences that together make up a total exactly."""
    total = figures.values[whole]
    if total is None or total < LEAST_SUM:
        return []
    parts: list[int] = []
    added = Decimal(0)
    for index in _following(figures, whole):
        value = figures.values[index]
        if value is None or value >= total:
            continue
        parts.append(index)
        added += value
        if added >= total:
            break
    few = 1 if total >= 2 * LEAST_SUM else SEVERAL - 1
    return parts if added == total and len(parts) > few else []


def _by_kind(figures: Figures, whole: int) -> tuple[int, ...]:
    """Read "200 soldiers and rebels fell. … 120 rebels and 50 troops were killed": so many of each named kind."""
    named = frozenset(figures.groups[whole])
    if len(named) < 2:  # noqa: PLR2004 - one kind has no parts
        return ()
    for one, other in pairwise(_following(figures, whole)):
        kinds = (frozenset(figures.groups[one]), frozenset(figures.groups[other]))
        apart = all(len(kind) == 1 for kind in kinds) and kinds[0] != kinds[1]
        small = all((figures.values[each] or 0) < (figures.values[whole] or 0) for each in (one, other))
        beside = _SIDE_BY_SIDE.match(figures.between(one, other))
        if apart and small and kinds[0] | kinds[1] == named and beside:
            return (one, other)
    return ()


def _definite_pair(figures: Figures, one: int, other: int) -> None:
    """Read "the 4 nuns and 3 guests" as the seven that the article spoke of before."""
    pair = _THE.search(figures.before(one, 4)) and _DEFINITE_PAIR.fullmatch(figures.between(one, other))
    if not pair or one in figures.whole:
        return
    added = figures.sum_of((one, other))
    total = next((each for each in range(one) if figures.values[each] == added and _made_of(figures, each, one)), None)
    if total is not None:
        _link(figures, {one: total, other: total})


def _the_rest(figures: Figures, rest: int, wording: PartWording) -> None:
    """Read "four of the nine were found … the other five": what is left of a total of which a part was told."""
    if rest in figures.whole or not wording.the_other.search(figures.before(rest, LEAD)):
        return
    told = list(reversed(tuple(figures.whole.items())))
    told += [(part, total) for part in (rest - 1,) if part not in figures.whole for total in _totals_before(part)]
    for part, total in told:
        known, left, every = (figures.values[each] for each in (part, rest, total))
        if known is None or left is None or every is None or max(part, total) >= rest:
            continue
        if known + left == every:
            if figures.candidates[total].unit == figures.candidates[rest].unit == figures.candidates[part].unit:
                _link(figures, {part: total, rest: total} if part not in figures.whole else {rest: total})
            return


def _totals_before(part: int) -> range:
    """The figures that a part just before "the other three" may be of."""
    return range(part - 1, max(-1, part - 1 - SEVERAL), -1)
