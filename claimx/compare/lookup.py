"""Find the groups that a figure could belong to, by the words that both have: no figure is held against every other."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import islice
from typing import Generic, TypeVar

from claimx.compare.figure import Figure
from claimx.compare.timeline import read_days

GroupT = TypeVar("GroupT")
NEARBY = timedelta(days=14)
MOST_CANDIDATES = 60
"""Groups that are enough for a figure; the words that fewest groups have are looked up first."""

MOST_HELD = 100
"""Groups of one word that a figure is held against at most: of thousands in one country and month those that figures
joined last. In a sweep in order of date these are the nearest in time."""


class Lookup(Generic[GroupT]):
    """Groups by the keys of their figures."""

    def __init__(self) -> None:
        self._groups: dict[str, dict[int, GroupT]] = defaultdict(dict)

    def add(self, group: GroupT, keys: Iterable[str]) -> None:
        """Let a group be found under more keys; the empty key stands for none."""
        for key in sorted(keys):
            self._groups[key][id(group)] = group

    def renew(self, group: GroupT, keys: Iterable[str]) -> None:
        """Let a group that a figure has joined be the last one under some of its keys, where there are too many.

        A toll that has run for months is found among the groups of this week.
        """
        for key in keys:
            groups = self._groups[key]
            if len(groups) > MOST_HELD:
                groups[id(group)] = groups.pop(id(group), group)

    def find(self, keys: frozenset[str]) -> list[GroupT]:
        """The groups under any of some keys, or under none at all; in a fixed order."""
        found: dict[int, GroupT] = {}
        for key in sorted(keys | {""}, key=lambda key: (len(self._groups.get(key, ())), key)):
            if len(found) >= MOST_CANDIDATES:
                break
            found |= self._last(key, MOST_HELD - len(found))
        return list(found.values())

    def _last(self, key: str, most: int) -> dict[int, GroupT]:
        groups = self._groups.get(key, {})
        if len(groups) <= most:
            return groups
        return dict(reversed([*islice(reversed(groups.items()), most)]))


def keys_of(figure: Figure) -> frozenset[str]:
    """The words that a figure is known by: of its place and its event, and its country with kind and month."""
    keys: set[str] = set()
    for place in (figure.place, figure.event.place if figure.event else None):
        if place is not None:
            keys |= place.words
            keys |= {f"{place.country} {key}" for key in _kinds_and_months(figure)} if place.country else set()
    if figure.event:
        keys |= figure.event.label | figure.event.calendar
    return frozenset(keys)


def broad_keys_of(figure: Figure) -> frozenset[str]:
    """What a figure without any name or place is looked up by: the kind of its event and the months around it."""
    return frozenset(_kinds_and_months(figure)) if figure.event is not None else frozenset()


def _kinds_and_months(figure: Figure) -> list[str]:
    event = figure.event
    days = (event.days if event else None) or read_days(figure.article.published)
    start, end = (days.first, days.last) if days else (None, None)
    first, last = start or end, end or start
    dated = () if first is None or last is None else (first, last, last + NEARBY)
    months = {f"{each:%Y-%m}" for each in dated} or {"undated"}
    kinds = {kind for each in event.kinds for kind in (each.family, *each.kin)} if event else {"any"}
    return [f"{kind} {month}" for kind in sorted(kinds) for month in sorted(months)]


def context_words(figures: Sequence[Figure]) -> dict[tuple[str, str], frozenset[str]]:
    """For each article the keys of all its figures: what a figure without place and event may be about."""
    words: dict[tuple[str, str], set[str]] = defaultdict(set)
    for figure in figures:
        words[figure.version] |= keys_of(figure)
    return {article: frozenset(found) for article, found in words.items()}
