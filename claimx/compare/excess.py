"""Parts that exceed what another article gives for the whole: 31 children dead in one, 25 people in another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from claimx.compare.counting import relate_counting
from claimx.compare.doubts import doubt
from claimx.compare.figure import Figure
from claimx.compare.findings import make_finding
from claimx.compare.fingerprint import numbers_fingerprint
from claimx.compare.groups import Entry, Judged
from claimx.compare.lookup import Lookup, keys_of
from claimx.compare.places import relate_places
from claimx.compare.reason import name_source, say_figure
from claimx.compare.scope import relate
from claimx.compare.settings import CompareSettings
from claimx.compare.verdict import compare_figures
from claimx.compare.who import relate_people
from claimx.records.finding import Finding

SURE: Final = 0.8
"""How sure it must be that part and whole are of one event."""


def excess_findings(groups: Sequence[Judged], settings: CompareSettings) -> Iterator[Finding]:
    """CX105: a part that is above the whole of another article, and above every figure that the whole has.

    A whole whose own figures clash is left out: one finding on them is enough.

    Args:
        groups: The groups.
        settings: The settings.

    Yields:
        At most one for each group of wholes.
    """
    lookups: dict[tuple[str, ...], Lookup[Judged]] = defaultdict(Lookup)
    ordered = sorted(groups, key=lambda each: (-len(each.entries), each.group.id))
    for each in ordered:
        scope = each.entries[0].node.scope
        if each.group.verdict not in ("conflict", "tension") and not (scope.partial or scope.minor or scope.picked):
            lookups[scope.kind].add(each, keys_of(scope))
    said: set[str] = set()
    for part in ordered:
        scope = part.entries[0].node.scope
        candidates = lookups[scope.kind].find(keys_of(scope)) if scope.kind in lookups else []
        for whole in candidates:
            pair = _exceeds(part, whole, settings) if whole.group.id not in said else None
            if pair is not None:
                said.add(whole.group.id)
                yield _finding(*pair, whole, settings)


def _exceeds(part: Judged, whole: Judged, settings: CompareSettings) -> tuple[Entry, Entry] | None:
    """A figure of a group that cannot be a part of any of another group, and the newest of that."""
    one, other = part.entries[-1], whole.entries[-1]
    vague = one.figure.claim.quantity.comparator == "vague"
    if part is whole or vague or one.figure.number <= whole.highest:
        return None
    if not _is_part(one.node.scope, other.node.scope, settings):
        return None
    for entry in whole.entries:
        if entry.figure.version == one.figure.version:
            return None
        if compare_figures(one.figure, entry.figure, settings).relation != "conflict":
            return None
    return one, other


def _is_part(part: Figure, whole: Figure, settings: CompareSettings) -> bool:
    """Whether a figure counts only some of those that another counts, and is surely of the same event in all else.

    "27 alleged rebels" may be others than "100 students", though no group of the lexicon tells them apart.
    """
    country = part.place.country if part.place else None
    who = relate_people(part.people, whole.people, country).relation
    where = relate_places(part.place, whole.place)
    narrower = who == "narrower" or (where.relation == "narrower" and where.sure)
    everybody = not whole.people.words or bool(whole.people.tags)
    if not narrower or not everybody or who not in ("equal", "narrower") or where.relation in ("different", "unknown"):
        return False
    if part.unit != "people" or whole.number == 0 or relate_counting(part.sides, whole.sides) != "equal":
        return False
    widened = _widened(part, whole)
    scope = relate(widened, whole, settings)
    return scope.differs is None and scope.event == "equal" and scope.confidence >= SURE


def _widened(part: Figure, whole: Figure) -> Figure:
    """A part as if it counted all that the whole does."""
    return replace(part, people=whole.people, place=whole.place, partial=False, listed=False, picked=False, minor=False)


def _finding(one: Entry, other: Entry, whole: Judged, settings: CompareSettings) -> Finding:
    part, total = one.figure, other.figure
    widened = _widened(one.node.scope, other.node.scope)
    doubtful = doubt(widened, other.node.scope, relate(widened, other.node.scope, settings))
    message = (
        f"{whole.group.metric}: {name_source(part)} gives {say_figure(part, one.parts)} for some of those of whom "
        f"{name_source(total)} gives {say_figure(total, other.parts)}: a part cannot exceed its whole."
    )
    return make_finding(
        code="CX105",
        level="note" if doubtful else "warning",
        message=message,
        group_id=whole.group.id,
        claims=[
            *(("part", figure) for figure in one.parts or (part,)),
            *(("whole", figure) for figure in other.parts or (total,)),
        ],
        numbers=(total.number, part.number),
        fingerprint=numbers_fingerprint("CX105", (part, total)),
    )
