"""Percentages held against absolute numbers: "85 percent of the population" and "1.1 million displaced"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from claimx.compare.doubts import doubt
from claimx.compare.figure import Figure
from claimx.compare.findings import make_finding
from claimx.compare.fingerprint import numbers_fingerprint
from claimx.compare.first_and_last import first_and_last
from claimx.compare.groups import Entry, Judged
from claimx.compare.lookup import Lookup, keys_of
from claimx.compare.reason import name_source, say_figure, say_number
from claimx.compare.scope import relate
from claimx.compare.settings import CompareSettings
from claimx.compare.verdict import compare_figures
from claimx.compare.wholes import Whole, Wholes, come_to
from claimx.records.finding import Finding, Role

MOST_GROUPS: Final = 100
"""Groups of one metric that a percentage is held against; of more, only those that share a word with it."""


def percentage_findings(
    figures: Iterable[Figure], groups: Sequence[Judged], wholes: Wholes, settings: CompareSettings
) -> Iterator[Finding]:
    """CX103, and CX204 inside one article: a percentage that no figure of a group can hold beside.

    Args:
        figures: Of all articles.
        groups: The groups; those whose own figures clash are left out, since one finding on them is enough.
        wholes: What percentages are of.
        settings: The settings.

    Yields:
        At most one for each group.
    """
    by_metric: dict[str, _Groups] = defaultdict(_Groups)
    for each in sorted(groups, key=lambda each: (-len(each.entries), each.group.id)):
        if each.group.verdict not in ("conflict", "tension"):
            by_metric[each.group.metric].add(each)
    said: set[str] = set()
    for figure in figures:
        if figure.unit != "percent" or figure.separate:
            continue
        found = wholes.of(figure)
        for judged in by_metric[figure.claim.metric].for_(figure) if found else ():
            against = _against(figure, found, judged, settings) if judged.group.id not in said else None
            if against is not None:
                said.add(judged.group.id)
                yield _finding(figure, found[0], against, judged, settings)


class _Groups:
    """The groups of one metric, those with most articles first."""

    def __init__(self) -> None:
        self._groups: list[Judged] = []
        self._lookup: Lookup[Judged] = Lookup()

    def add(self, judged: Judged) -> None:
        """Let a group be found by the words of its scope."""
        self._groups.append(judged)
        self._lookup.add(judged, keys_of(judged.entries[0].node.scope))

    def for_(self, figure: Figure) -> Sequence[Judged]:
        """The groups that a percentage is held against: all, or of many those that share a word with it."""
        return self._groups if len(self._groups) <= MOST_GROUPS else self._lookup.find(keys_of(figure))


def _against(figure: Figure, wholes: Sequence[Whole], judged: Judged, settings: CompareSettings) -> Entry | None:
    """The figure of a group that a percentage contradicts with every whole; None where it fits one of the group."""
    held = []
    for entry in first_and_last(judged.entries):
        if not _of_one_thing(figure, entry, wholes[0], settings):
            continue
        held.append(entry)
        for whole in wholes:
            number = come_to(figure, whole, entry.figure, settings)
            if number is None or compare_figures(number, entry.figure, settings).relation != "conflict":
                return None
    return max(held, key=lambda entry: (entry.figure.version != figure.version, entry.id), default=None)


def _of_one_thing(figure: Figure, entry: Entry, whole: Whole, settings: CompareSettings) -> bool:
    """Whether a percentage and a number are of one count: the same place, everybody, and no part of anything."""
    other = entry.node.scope
    if other.unit != whole.unit or other.partial or other.minor or other.picked or entry.parts:
        return False
    number = come_to(figure, whole, other, settings)
    if number is None or number.kind != other.kind or other is whole.figure:
        return False
    scope = relate(number, other, settings)
    everybody = scope.who == "equal" or (scope.who == "unknown" and not (number.people.tags or other.people.tags))
    same = scope.event == "equal" or scope.where == "equal"
    return scope.differs is None and everybody and same and scope.basis == "equal"


def _finding(figure: Figure, whole: Whole, against: Entry, judged: Judged, settings: CompareSettings) -> Finding:
    other = against.figure
    number = come_to(figure, whole, other, settings) or figure
    of = say_number(whole.number)
    source = f" ({_source(whole)})" if whole.figure is None or whole.figure.version != figure.version else ""
    inside = other.version == figure.version
    message = (
        f"{judged.group.metric}: {name_source(figure)} gives {figure.claim.text}, which of {of}{source} are "
        f"{say_number(number.number)}; {'it also' if inside else name_source(other)} gives {say_figure(other)}: "
        f"the two cannot both hold."
    )
    claims: list[tuple[Role, Figure]] = [("a", figure)]
    claims += [("whole", whole.figure)] if whole.figure is not None else []
    code = "CX204" if inside else "CX103"
    finding = make_finding(
        code=code,
        level="note" if doubt(number, other, relate(number, other, settings)) else "warning",
        message=message,
        group_id=judged.group.id,
        claims=[*claims, ("b", other)],
        numbers=(number.number, other.number),
        fingerprint=None if inside else numbers_fingerprint(code, (figure, other)),
    )
    return finding.model_copy(update={"reference": whole.row.record()}) if whole.row is not None else finding


def _source(whole: Whole) -> str:
    if whole.row is not None:
        return f"{whole.row.line.file}, row {whole.row.line.row}"
    return name_source(whole.figure) if whole.figure is not None else ""
