"""Lists that add up to a total of another sentence: "Seven fell. … The 4 nuns and 3 guests"; "nine … four … in all 13".

A list adds up exactly, with the members that it names without a number: "two men, a woman and a girl" are four.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from claimx.pipeline.parts.figures import Figures
from claimx.pipeline.parts.wording import PartWording

TOLL_PARTS = frozenset({"killed", "injured", "arrested", "missing", "casualties"})
"""What casualties are made up of."""

SHARED_OUT = frozenset({"votes", "count"})
"""Metrics whose figures add up to one another by chance, as the seats of parties do."""

LEAST_LISTED = 3
"""The smallest total that a list adds up to."""

REACH = 9
"""Figures between a total and its parts at most."""

LEAD = 100
"""Code points before a figure in which "in all" is looked for."""

BEHIND = 40
"""Code points after a figure in which it is."""

_NEIGHBOURS = re.compile(r"(?:\s[\w'’-]+){1,4}?(?:,|,?\s(?:and|plus))\s(?:the\s)?", re.IGNORECASE)
"""Between two members of a list: "four nuns, three guests and the 2 cooks"."""

_THE = re.compile(r"\bthe\s$", re.IGNORECASE)
"""Before a list that the article has spoken of: "the 4 nuns and 3 guests"."""

_UNNUMBERED = re.compile(r"(?:,|\band)\s+an?\s+\w+", re.IGNORECASE)
"""A member without a number: "two cooks, a nurse and a guard"."""

_CLAUSE = re.compile(r"[^.;:\d\n]{0,90}?(?=\s(?:were|was|are|is|have|had|died|who)\b|[.;:\n\d]|$)", re.IGNORECASE)
"""What may still be of a list after its last figure, up to its verb."""


def may_add_up(figures: Figures, whole: int, part: int, *, over_events: bool = False) -> bool:
    """Whether two figures of different sentences may be a total of people and what it is made up of."""
    one, other = figures.candidates[whole], figures.candidates[part]
    same = one.metric == other.metric or (one.metric == "casualties" and other.metric in TOLL_PARTS)
    exact = figures.numbers[part].comparator == "exact"
    bounded = figures.numbers[whole].comparator != "exact"
    added = (other.basis == "total" and (exact or bounded)) or (one.metric in TOLL_PARTS and exact)
    told = figures.scopes[whole].event, figures.scopes[part].event
    apart = None not in told and told[0] != told[1]
    counts = one.unit == other.unit == "people" and one.metric not in SHARED_OUT
    return same and added and counts and one.basis == "total" and (over_events or not apart)


def relink(figures: Figures, parts: Iterable[int], total: int) -> None:
    """Make figures parts of a total that they can be parts of."""
    for part in parts:
        if figures.is_like(total, part):
            figures.rejoin(part, total)


def link_lists(figures: Figures) -> None:
    """Link a list to the total before it: "Four have died. … Two men, a woman and a girl died"."""
    for sentence in figures.sentences():
        run: list[int] = []
        for index in sentence:
            if run and not is_next(figures, run[-1], index):
                _link_list(figures, run)
                run = []
            run.append(index)
        _link_list(figures, run)


def is_next(figures: Figures, one: int, other: int) -> bool:
    """Whether two figures stand side by side in one list: "nine rebels and three troops"."""
    return figures.is_alike(one, other) and bool(_NEIGHBOURS.fullmatch(figures.between(one, other)))


def _link_list(figures: Figures, run: list[int]) -> None:
    if not run or any(index in figures.whole for index in run):
        return
    start, end = figures.candidates[run[0]].end, figures.candidates[run[-1]].end
    clause = _CLAUSE.match(figures.text, end)
    alone = len(_UNNUMBERED.findall(figures.text[start : clause.end() if clause else end]))
    added = figures.sum_of(run) + alone
    if len(run) + alone < 2 or added < LEAST_LISTED:  # noqa: PLR2004 - one member is no list
        return
    known = _THE.search(figures.before(run[0], len("the ")))
    for total in range(run[0] - 1, -1 if known else max(-1, run[0] - 1 - REACH), -1):
        apart = figures.sentence[total] != figures.sentence[run[0]]
        if apart and figures.values[total] == added and all(may_add_up(figures, total, part) for part in run):
            relink(figures, run, total)
            return


def link_closing_totals(figures: Figures, wording: PartWording) -> None:
    """Link what stands before the total that sums it up: "Nine fell in Orsa, four in Tarvo. In all, 13 fell"."""
    for whole in range(1, len(figures)):
        sums = wording.summed.search(figures.lead(whole, LEAD)) or wording.sums_up.match(figures.after(whole, BEHIND))
        if sums and whole not in figures.whole.values():
            relink(figures, _summed_before(figures, whole), whole)


def _summed_before(figures: Figures, whole: int) -> list[int]:
    """The figures before a total, two at least, that add up to it."""
    parts: list[int] = []
    added = Decimal(0)
    for index in range(whole - 1, max(-1, whole - 1 - REACH), -1):
        value = figures.values[index]
        if value is None or index in figures.whole or not may_add_up(figures, whole, index, over_events=True):
            continue
        parts.append(index)
        added += value
        if added >= (figures.values[whole] or 0):
            break
    return parts if added == figures.values[whole] and len(parts) > 1 else []
