"""Whether two articles speak of one event: by kind, date, place and the words of its name."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from claimx.compare.places import Place, WhereRelation, read_place
from claimx.compare.settings import CompareSettings
from claimx.compare.timeline import Days, read_span
from claimx.compare.wording import content
from claimx.lexicon.occurrences import Occurrence, read_occurrences
from claimx.records.comparison import ScopeRelation
from claimx.records.scope import Event


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as one article has it.

    Attributes:
        name: Its name there.
        kinds: Kinds that its kind or name says.
        days: When it was; None where the article gives no date.
        place: Where it was.
        label: Words of its name, without kind and date.
        marks: Those of them that are names, but not of its place: "Jaffar", "Barima".
        calendar: Month and day in the name: "October 7".
    """

    name: str
    kinds: tuple[Occurrence, ...]
    days: Days | None
    place: Place | None
    label: frozenset[str]
    marks: frozenset[str]
    calendar: frozenset[str]

    @property
    def recurs(self) -> bool:
        """Whether its like happens again at one place within days."""
        return any(kind.recurs for kind in self.kinds)

    @property
    def lasts(self) -> bool:
        """Whether it goes on for weeks."""
        return any(kind.lasts for kind in self.kinds)

    @property
    def spreads(self) -> bool:
        """Whether it hits many places at once."""
        return any(kind.spreads for kind in self.kinds)


@dataclass(frozen=True, slots=True)
class EventRelation:
    """How the events of two figures relate.

    Attributes:
        relation: Equal, unknown or different.
        confidence: How sure, 0 to 1.
    """

    relation: ScopeRelation
    confidence: float


UNKNOWN = EventRelation("unknown", 0.7)
DIFFERENT = EventRelation("different", 0.0)


CAPITAL = re.compile(r"\b[A-Z]\w*")
DAY_DIGITS = 2
MONTHS = frozenset(content(" ".join(calendar.month_name)))
"""Months are matched as dates, and are no names of events."""


@cache
def occurrences() -> tuple[Occurrence, ...]:
    """The kinds of the lexicon, read once."""
    return read_occurrences()


@cache
def _by_word() -> tuple[tuple[re.Pattern[str], Occurrence], ...]:
    pairs = [(word, kind) for kind in occurrences() for word in kind.words]
    pairs.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return tuple((re.compile(rf"\b{re.escape(word)}(?:s|es)?\b"), kind) for word, kind in pairs)


@cache
def kinds_in(name: str, kind: str = "") -> tuple[Occurrence, ...]:
    """The kinds of event that a name says, or else its kind; a longer word hides the shorter ones inside it."""
    found: dict[str, Occurrence] = {}
    rest = name.casefold()
    for pattern, occurrence in _by_word():
        rest, hits = pattern.subn(" ", rest)
        if hits:
            found.setdefault(occurrence.id, occurrence)
    if not found:
        found = {each.id: each for each in occurrences() if each.id == kind or kind in each.words}
    return tuple(found[key] for key in sorted(found))


@cache
def _kind_words() -> frozenset[str]:
    return frozenset(word for kind in occurrences() for phrase in kind.words for word in content(phrase))


def read_event(event: Event | None, place: Place | None, days: Days | None) -> Happening | None:
    """An event as the comparison sees it.

    Args:
        event: The event of the claim.
        place: The claim's place, used where the event has none.
        days: The claim's own time, used where the event has none.
    """
    if event is None:
        return None
    where = read_place(None, event.place) if event.place else None
    if place is not None and (where is None or where.words & place.words or not where.words):
        where = place
    said = content(event.name)
    known = (where.words if where else frozenset()) | content(event.place or "")
    names = frozenset(word for phrase in CAPITAL.findall(event.name) for word in content(phrase))
    label = said - _kind_words() - MONTHS - frozenset(word for word in said if word.isdigit())
    return Happening(
        name=event.name,
        kinds=kinds_in(event.name, event.kind),
        days=read_span(event.from_, event.to or event.from_) or days,
        place=where,
        label=label,
        marks=(label & names) - known,
        calendar=_calendar(said),
    )


def _calendar(said: frozenset[str]) -> frozenset[str]:
    days = frozenset(word for word in said if word.isdigit() and len(word) <= DAY_DIGITS)
    months = said & MONTHS
    return days | months if days and months else frozenset()


def _kinds_fit(one: Happening, other: Happening) -> bool:
    if not one.kinds or not other.kinds:
        return True
    return bool(_families(one.kinds) & _families(other.kinds))


def _families(kinds: Iterable[Occurrence]) -> frozenset[str]:
    return frozenset(family for kind in kinds for family in kind.families)


def _dates_fit(one: Happening, other: Happening) -> bool | None:
    """Whether the dates of two events allow them to be one; None where a date is missing."""
    if one.days is None or other.days is None:
        return None
    if one.lasts or other.lasts:
        first, second = _onward(one), _onward(other)
        return first.gap(second) == 0
    return one.days.gap(other.days) <= 1


def _onward(event: Happening) -> Days:
    days = event.days or Days(None, None)
    return Days(days.first, None if event.lasts and days.first == days.last else days.last)


def relate_events(
    one: Happening | None,
    other: Happening | None,
    where: WhereRelation,
    apart: int | None,
    settings: CompareSettings,
) -> EventRelation:
    """Whether two events are one.

    Args:
        one: The first figure's event.
        other: The second figure's event.
        where: How the places of the two relate.
        apart: Days between the two articles; None where one is undated.
        settings: How long undated events may be apart.
    """
    if one is None or other is None:
        return UNKNOWN
    dates = _dates_fit(one, other)
    if dates is False or (one.calendar and other.calendar and one.calendar != other.calendar):
        return DIFFERENT
    named = bool(one.calendar and other.calendar)
    if (named and _kinds_fit(one, other)) or _share(one.marks, other.marks):
        return EventRelation("equal", 1.0)
    if not _kinds_fit(one, other) or (where.relation == "different" and where.sure):
        return DIFFERENT
    return _by_place_and_time(one, other, where, apart if dates is None else 0, settings)


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether half of the names in one event's name are in the other's."""
    return len(one & other) * 2 >= min(len(one), len(other)) > 0


def _by_place_and_time(
    one: Happening, other: Happening, where: WhereRelation, apart: int | None, settings: CompareSettings
) -> EventRelation:
    """Events without names of their own: the flood in Sri Lanka, the airstrike in the Caribbean.

    Args:
        one: The first event.
        other: The second.
        where: How their places relate.
        apart: Days between the articles where an event has no date; 0 where the dates fit.
        settings: How long undated events may be apart.
    """
    same_label = bool(one.label) and one.label == other.label
    recurring = one.recurs and other.recurs
    if apart is not None and apart > settings.repeat_days and recurring and not _one_label(one, other):
        return DIFFERENT
    if apart is not None and apart > settings.open_days and not (one.lasts and other.lasts) and not same_label:
        return EventRelation("unknown", 0.35)
    if where.relation == "different" and not same_label:
        return EventRelation("unknown", 0.75 if one.label & other.label else 0.6)
    if where.relation == "unknown" and not _share(one.label, other.label):
        return EventRelation("unknown", 0.75)
    if (not one.kinds or not other.kinds) and not (same_label and len(one.label) > 1):
        return EventRelation("unknown", 0.8)
    return EventRelation("equal", 0.95 if same_label else 0.85)


def _one_label(one: Happening, other: Happening) -> bool:
    """Whether two names say more than kind and place, and the same: the kidnapping of university students."""
    first = one.label - (one.place.words if one.place else frozenset())
    second = other.label - (other.place.words if other.place else frozenset())
    return bool(first) and first == second
