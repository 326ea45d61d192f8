"""Figures of one event that differ by what they define as counted: all who were seized, and those still held."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from claimx.compare.figure import Figure
from claimx.compare.findings import make_finding
from claimx.compare.fingerprint import numbers_fingerprint
from claimx.compare.groups import Entry, Judged
from claimx.compare.lookup import Lookup, keys_of
from claimx.compare.reason import name_source, say_figure
from claimx.compare.scope import relate
from claimx.compare.settings import CompareSettings
from claimx.compare.verdict import compare_figures
from claimx.lexicon.definitions import DefinitionEntry, read_definitions
from claimx.records.finding import Finding

UNSTATED: Final = ""
"""The side of a figure whose words take none: "12 injured", beside "9 taken to hospital"."""


@dataclass(frozen=True)
class _Sided:
    """A group, and the side that it takes.

    Attributes:
        judged: The group.
        entry: Its newest figure.
        side: Id of the side; of two metrics the metric.
        narrows: Whether a figure without a side is another one.
    """

    judged: Judged
    entry: Entry
    side: str
    narrows: bool

    @property
    def scope(self) -> Figure:
        """The figure that stands for the group."""
        return self.entry.node.scope

    @cached_property
    def articles(self) -> frozenset[tuple[str, str]]:
        """The articles that have a figure in it."""
        return frozenset(each.figure.version for each in self.judged.entries)


def definition_findings(groups: Sequence[Judged], settings: CompareSettings) -> Iterator[Finding]:
    """CX104: two outlets count by two definitions; each group is named with one other at most by one definition.

    An article that gives both knows the difference, and so do its readers.

    Args:
        groups: The groups.
        settings: The settings.
    """
    ordered = sorted(groups, key=lambda each: (-len(each.entries), each.group.id))
    for definition in read_definitions():
        sided = [found for each in ordered if (found := _side_of(each, definition)) is not None]
        if len({each.side for each in sided}) > 1:
            yield from _clashes(sided, definition, settings)


def _side_of(judged: Judged, definition: DefinitionEntry) -> _Sided | None:
    """The side that a group takes; None where the definition is not of its metric, or it counts some people only."""
    metric = judged.group.metric
    if definition.metrics and metric not in definition.metrics:
        return None
    entry = max(judged.entries, key=lambda each: (each.figure.as_of or "", each.id))
    scope = entry.node.scope
    if entry.parts or scope.partial or scope.minor or scope.event is None:
        return None
    if definition.axis is None:
        return _Sided(judged, entry, metric, narrows=False)
    side = scope.sides.get(definition.axis)
    return _Sided(judged, entry, side.id if side else UNSTATED, narrows=bool(side and side.narrows))


def _clashes(sided: Iterable[_Sided], definition: DefinitionEntry, settings: CompareSettings) -> Iterator[Finding]:
    lookup: Lookup[_Sided] = Lookup()
    taken: set[str] = set()
    for each in sorted(sided, key=lambda each: each.side == UNSTATED, reverse=True):
        keys = keys_of(each.scope)
        if each.side != UNSTATED:
            other = next((other for other in lookup.find(keys) if _clash(each, other, definition, settings)), None)
            if other is not None and not {each.judged.group.id, other.judged.group.id} & taken:
                taken |= {each.judged.group.id, other.judged.group.id}
                yield _finding(other, each, definition)
        lookup.add(each, keys)


def _clash(one: _Sided, other: _Sided, definition: DefinitionEntry, settings: CompareSettings) -> bool:
    """Whether two groups of two definitions are of one event and would otherwise be held against each other."""
    if one.side == other.side or (UNSTATED in (one.side, other.side) and not (one.narrows or other.narrows)):
        return False
    if one.articles & other.articles:
        return False
    mine, theirs = (_without(each.scope, definition) for each in (one, other))
    if mine.kind[1:] != theirs.kind[1:]:
        return False
    scope = relate(mine, theirs, settings)
    same = scope.event == "equal" and scope.where in ("equal", "narrower", "wider")
    if scope.differs is not None or not same or scope.who not in ("equal", "unknown"):
        return False
    return compare_figures(one.entry.figure, other.entry.figure, settings).relation in ("conflict", "tension")


def _without(figure: Figure, definition: DefinitionEntry) -> Figure:
    """A figure without its side of a definition, nor what else would tell that side: that the attacker died."""
    rest = {axis: side for axis, side in figure.sides.items() if axis != definition.axis}
    return replace(figure, sides=rest, attacker_died=False)


def _finding(one: _Sided, other: _Sided, definition: DefinitionEntry) -> Finding:
    a, b = sorted(
        (one.entry.figure, other.entry.figure),
        key=lambda each: (each.as_of or "", each.article.source or "", each.id),
    )
    metrics = " and ".join(dict.fromkeys((a.claim.metric, b.claim.metric)))
    message = (
        f"{metrics}: {name_source(a)} gives {say_figure(a)}, {name_source(b)} gives {say_figure(b)}: two definitions; "
        f"{definition.says}."
    )
    return make_finding(
        code="CX104",
        level="note",
        message=message,
        group_id=None,
        claims=[("a", a), ("b", b)],
        numbers=(a.number, b.number),
        fingerprint=numbers_fingerprint("CX104", (a, b)),
    )
