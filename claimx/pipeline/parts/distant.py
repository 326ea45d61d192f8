"""Parts that stand in other sentences than their total: "11 died. … Four nuns were killed. … Seven guests died"."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from claimx.pipeline.parts.figures import Figures
from claimx.pipeline.parts.sums import LEAST_SUM
from claimx.pipeline.parts.tallies import is_next, may_add_up, relink
from claimx.pipeline.parts.wording import PartWording

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
    for last, first in pairwise(every):
        if figures.sentence[last] != figures.sentence[first]:
            _told_after(figures, last, first, wording)
    for total in every:
        if total not in figures.whole:
            relink(figures, _spread_out(figures, total) or _by_kind(figures, total), total)
    for rest in every:
        _the_rest(figures, rest, wording)


def _told_after(figures: Figures, last: int, first: int, wording: PartWording) -> None:
    """Read "… 30 were hit. These were distributed as follows: 12 killed, 18 hurt"."""
    parts = [part for part in range(first, len(figures)) if figures.sentence[part] == figures.sentence[first]]
    same = figures.candidates[last].unit == figures.candidates[first].unit and figures.is_like(last, first)
    if len(parts) > 1 and same and wording.told.search(figures.between(last, first)):
        for part in parts:
            if figures.is_like(last, part):
                figures.join(part, last)


def _following(figures: Figures, whole: int) -> Iterator[int]:
    """The figures after a total that may be its parts.

    They are no part yet, or only of those who did something else: "20 rebels, of whom four died".
    """
    for index in range(whole + 1, min(whole + 1 + REACH, len(figures))):
        above = figures.whole.get(index)
        other = above is not None and figures.candidates[above].metric == "personnel"
        is_free = above is None or (other and figures.candidates[index].metric != "personnel")
        if is_free and may_add_up(figures, whole, index):
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
        if value is None or value >= total or figures.sentence[index] == figures.sentence[whole]:
            continue
        parts.append(index)
        added += value
        if added >= total:
            break
    few = 1 if total >= 2 * LEAST_SUM else SEVERAL - 1
    return parts if added == total and len(parts) > few else []


def _by_kind(figures: Figures, whole: int) -> list[int]:
    """Read "200 soldiers and rebels fell. … 120 rebels and 50 troops were killed": so many of each named kind."""
    kinds = figures.groups[whole]
    following = list(_following(figures, whole))
    for first in range(len(following) if len(kinds) > 1 else 0):
        run = following[first : first + len(kinds)]
        named = [figures.groups[each] for each in run]
        apart = all(len(kind) == 1 for kind in named) and len(run) == len(kinds) == len(set(named))
        small = all((figures.values[each] or 0) < (figures.values[whole] or 0) for each in run)
        if (
            apart
            and small
            and frozenset().union(*named) == kinds
            and all(is_next(figures, *pair) for pair in pairwise(run))
        ):
            return run
    return []


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
                relink(figures, (rest,) if part in figures.whole else (part, rest), total)
            return


def _totals_before(part: int) -> range:
    """The figures that a part just before "the other three" may be of."""
    return range(part - 1, max(-1, part - 1 - SEVERAL), -1)
