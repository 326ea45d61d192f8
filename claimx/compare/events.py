"""Whether two articles speak of one event: by kind, date, place and the words of its name."""

import calendar
import re
from dataclasses import dataclass
from functools import cache

from claimx.compare.names import CALENDAR
from claimx.compare.places import Place, WhereRelation, country_words, read_place
from claimx.compare.settings import CompareSettings
from claimx.compare.timeline import Days, read_span
from claimx.compare.wording import content
from claimx.lexicon.event_kinds import EventKind
from claimx.lexicon.load import lexicon_folder, read_entries
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
        several: Its name is a plural of what comes singly: "weekend shootings".
        stated: The sentence of the figure speaks of it; else it is carried over from the context.
    """

    name: str
    kinds: tuple[EventKind, ...]
    days: Days | None
    place: Place | None
    label: frozenset[str]
    marks: frozenset[str]
    calendar: frozenset[str]
    several: bool = False
    stated: bool = True

    @property
    def vague(self) -> bool:
        """Whether nothing tells it from others: "heavy damage", "the crisis"."""
        return self.days is None and self.place is None and not self.marks and not self.calendar

    @property
    def spot(self) -> bool:
        """Whether it happens in one place, so that a second place given for it is another name, or a mistake."""
        return bool(self.kinds) and all(kind.spot for kind in self.kinds)

    @property
    def recurs(self) -> bool:
        """Whether its like happens again at one place within days."""
        return any(kind.recurs for kind in self.kinds)

    @property
    def warlike(self) -> bool:
        """Whether its like happens every day of a war."""
        return any("war" in kind.kin for kind in self.kinds)

    @property
    def lasts(self) -> bool:
        """Whether it goes on for weeks."""
        return any(kind.lasting for kind in self.kinds)

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


DIFFERENT = EventRelation("different", 0.0)


CAPITAL = re.compile(r"\b[A-Z]\w*")
DAY_DIGITS = 2
MANY_NAMES = 3
KINDS_OF_PLACES = content("state province county department governorate city district region oblast town village")
PLURAL = re.compile(
    r"\b(?:shootings|attacks|bombings|strikes|airstrikes|raids|explosions|blasts|crashes|stabbings|killings)\b"
)
MONTHS = frozenset(content(" ".join(calendar.month_name)))
TIME_WORDS = CALENDAR | frozenset(
    {"today", "yesterday", "last", "late", "early", "ago", "day", "week", "month", "year"}
)
"""Words for times are matched as dates, and are no names of events."""


@cache
def event_kinds() -> tuple[EventKind, ...]:
    """The kinds of the lexicon, read once."""
    return read_entries(lexicon_folder() / "event_kinds.toml", EventKind)


@cache
def _by_noun() -> tuple[tuple[re.Pattern[str], EventKind], ...]:
    pairs = [(noun, kind) for kind in event_kinds() for noun in kind.nouns]
    pairs.sort(key=lambda pair: (-len(pair[0]), pair[0], pair[1].id))
    return tuple((re.compile(rf"\b{re.escape(noun)}(?:s|es)?\b"), kind) for noun, kind in pairs)


@cache
def kinds_of(name: str, kind: str = "") -> tuple[EventKind, ...]:
    """The kind of an event, or else those that its name says; a longer noun hides the shorter ones inside it."""
    known = tuple(each for each in event_kinds() if each.id == kind)
    if known:
        return known
    found: dict[str, EventKind] = {}
    rest = name.casefold()
    for pattern, each in _by_noun():
        rest, hits = pattern.subn(" ", rest)
        if hits:
            found.setdefault(each.id, each)
    return tuple(found[key] for key in sorted(found))


@cache
def _kind_words() -> frozenset[str]:
    return frozenset(word for kind in event_kinds() for noun in kind.nouns for word in content(noun))


def read_event(event: Event | None, place: Place | None, days: Days | None, *, stated: bool = True) -> Happening | None:
    """An event as the comparison sees it.

    Args:
        event: The event of the claim.
        place: The claim's place, used where the event has none.
        days: The claim's own time, used where the event has none.
        stated: Whether the sentence of the figure speaks of it.
    """
    if event is None:
        return None
    where = read_place(None, event.place) if event.place else None
    if place is not None and (where is None or where.words & place.words or not where.words):
        where = place
    said = content(event.name)
    known = (where.words if where else frozenset()) | content(event.place or "")
    names = frozenset(word for phrase in CAPITAL.findall(event.name) for word in content(phrase))
    label = said - _kind_words() - TIME_WORDS - KINDS_OF_PLACES
    label = frozenset(word for word in label if not word.isdigit() and len(word) > 1)
    return Happening(
        name=event.name,
        kinds=kinds_of(event.name, event.kind),
        days=read_span(event.from_, event.to or event.from_) or days,
        place=where,
        label=label,
        marks=(label & names) - known - country_words(),
        calendar=_calendar(said),
        several=bool(PLURAL.search(event.name.casefold())),
        stated=stated,
    )


def _calendar(said: frozenset[str]) -> frozenset[str]:
    days = frozenset(word for word in said if word.isdigit() and len(word) <= DAY_DIGITS)
    months = said & MONTHS
    return days | months if days and months else frozenset()


def _kinds_fit(one: Happening, other: Happening) -> bool:
    if not one.kinds or not other.kinds:
        return True
    return any(_akin(mine, theirs) for mine in one.kinds for theirs in other.kinds)


def _akin(one: EventKind, other: EventKind) -> bool:
    return one.family == other.family or one.id in other.kin or other.id in one.kin


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


@dataclass(frozen=True, slots=True)
class Closeness:
    """What is known of two articles beside their events.

    Attributes:
        where: How the places of the two figures relate.
        apart: Days between the articles; None where one is undated.
        names: Names, other than of places, that the sentences or titles of both figures hold: "Boeing", "Barima".
        same_day: Both figures are of one day that the articles look back on.
        past: Both articles look back on the days of the events.
        total: Both figures are totals of an event, which hold for no other day.
        wartime: One of the articles speaks of a war, in which attacks recur by the day.
    """

    where: WhereRelation
    apart: int | None
    names: frozenset[str] = frozenset()
    same_day: bool = False
    past: bool = False
    total: bool = False
    wartime: bool = False

    @property
    def elsewhere(self) -> bool:
        """Whether the figures are surely of two places."""
        return self.where.relation == "different" and self.where.sure


def relate_events(
    one: Happening | None, other: Happening | None, near: Closeness, settings: CompareSettings
) -> EventRelation:
    """Whether two events are one.

    Args:
        one: The first figure's event.
        other: The second figure's event.
        near: What is known of the two articles beside their events.
        settings: How long undated events may be apart.
    """
    if near.same_day and not near.elsewhere:
        return EventRelation("equal", 0.85)
    if one is None or other is None:
        return EventRelation("unknown", _chance(near, settings))
    return _relate_known(one, other, near, settings)


def _chance(near: Closeness, settings: CompareSettings) -> float:
    """How likely two figures are of one event where an article names none: less by the day for the toll of an event."""
    chance = 0.7 + 0.05 * min(len(near.names), MANY_NAMES)
    if not near.total or near.apart is None or near.apart <= (0 if near.wartime else settings.repeat_days):
        return chance
    if near.apart > settings.open_days:
        return chance * 0.5
    return chance if len(near.names) >= MANY_NAMES and not near.wartime else chance * 0.75


def _relate_known(one: Happening, other: Happening, near: Closeness, settings: CompareSettings) -> EventRelation:
    dates = _dates_fit(one, other)
    named = _named_alike(one, other)
    if dates is False or named is False:
        return _different(one, other)
    if named:
        return EventRelation("equal", 1.0)
    if not _kinds_fit(one, other):
        return EventRelation("unknown", 0.6) if one.vague or other.vague else _different(one, other)
    if dates and near.past and one.spot and other.spot:
        return EventRelation("equal", 0.85)
    if near.elsewhere:
        return DIFFERENT
    return _by_time(one, other, near, dates=bool(dates), settings=settings) or _by_place(one, other, near)


def _named_alike(one: Happening, other: Happening) -> bool | None:
    """Whether the names of two events tell that they are one, or two; None where they do not tell."""
    if one.calendar and other.calendar:
        return one.calendar == other.calendar and (_kinds_fit(one, other) or None)
    return _share(one.marks, other.marks) or None


def _different(one: Happening, other: Happening) -> EventRelation:
    """Two events; less sure where a figure has its event only from the context."""
    return DIFFERENT if one.stated and other.stated else EventRelation("unknown", 0.45)


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether half of the names in one event's name are in the other's."""
    return len(one & other) * 2 >= min(len(one), len(other)) > 0


def _by_time(
    one: Happening, other: Happening, near: Closeness, *, dates: bool, settings: CompareSettings
) -> EventRelation | None:
    """What dates, or the days between two articles, say of events without names of their own; None where nothing.

    Args:
        one: The first event.
        other: The second.
        near: What is known of the two articles beside their events.
        dates: Both have dates, and these fit.
        settings: How long undated events may be apart.
    """
    brief = other if one.lasts else one
    if one.lasts != other.lasts and (brief.days or brief.recurs):
        return EventRelation("unknown", min(0.45, _chance(near, settings)))  # a battle on one day of a war
    if one.lasts or other.lasts:
        return EventRelation("unknown", _chance(near, settings)) if near.total else None
    alike = one.several == other.several and bool(one.kinds and other.kinds)
    if alike and len(near.names) >= MANY_NAMES and not near.wartime and (near.apart or 0) <= settings.open_days:
        return EventRelation("equal", 0.85)
    days_apart = None if dates else _by_days_apart(one, other, near, settings)
    if days_apart is not None:
        return days_apart
    if one.several != other.several and one.recurs and other.recurs:
        return EventRelation("unknown", 0.45)  # "weekend shootings" and one of them
    named = alike and len(near.names) > 1 and not near.wartime
    return EventRelation("equal", 0.85) if dates or named else None


def _by_days_apart(
    one: Happening, other: Happening, near: Closeness, settings: CompareSettings
) -> EventRelation | None:
    """What the days between two articles say of their undated events: two airstrikes, or one flood."""
    apart = near.apart or 0
    if one.warlike and other.warlike and near.wartime and apart and not _one_label(one, other):
        return EventRelation("unknown", 0.6) if apart == 1 else DIFFERENT
    if one.recurs and other.recurs and apart > settings.repeat_days and not _one_label(one, other):
        return DIFFERENT
    same_label = bool(one.label) and one.label == other.label
    return EventRelation("unknown", 0.35) if apart > settings.open_days and not same_label else None


def _by_place(one: Happening, other: Happening, near: Closeness) -> EventRelation:
    """Events of one kind and time: the flood in Sri Lanka, the airstrike in the Caribbean."""
    same_label = bool(one.label) and one.label == other.label
    if near.where.relation == "different" and not same_label:
        return EventRelation("unknown", 0.75 if one.label & other.label else 0.6)
    if near.where.relation == "unknown" and not _share(one.label, other.label):
        return EventRelation("unknown", 0.8 if near.names else 0.75)
    if (not one.kinds or not other.kinds) and not (same_label and len(one.label) > 1):
        return EventRelation("unknown", 0.8)
    return EventRelation("equal", 0.95 if same_label else 0.85)


def _one_label(one: Happening, other: Happening) -> bool:
    """Whether two names say more than kind and place, and the same: the kidnapping of university students."""
    first = one.label - (one.place.words if one.place else frozenset())
    second = other.label - (other.place.words if other.place else frozenset())
    return bool(first) and first == second
