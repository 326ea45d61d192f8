"""Whether two articles speak of one event: by names, dates, kinds and places, and by the days between the articles."""

from dataclasses import dataclass

from claimx.compare.events import Happening
from claimx.compare.places import WhereRelation, country_words
from claimx.compare.settings import CompareSettings
from claimx.lexicon.event_kinds import EventKind
from claimx.records.group import ScopeRelation

MANY_NAMES = 3


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


def _kinds_fit(one: Happening, other: Happening) -> bool:
    if not one.kinds or not other.kinds:
        return True
    return any(_akin(mine, theirs) for mine in one.kinds for theirs in other.kinds)


def _akin(one: EventKind, other: EventKind) -> bool:
    return one.family == other.family or one.id in other.kin or other.id in one.kin


def _dates_fit(one: Happening, other: Happening) -> bool | None:
    """Whether the dates of two events allow them to be one; None where a date is missing."""
    mine, theirs = one.reach, other.reach
    if mine is None or theirs is None:
        return None
    apart = theirs[0] - mine[1]
    if apart <= 0:
        apart = mine[0] - theirs[1]
    return apart <= (0 if one.lasts or other.lasts else 1)


@dataclass(frozen=True, slots=True)
class Closeness:
    """What is known of two articles beside their events.

    Attributes:
        where: How the places of the two figures relate.
        apart: Days between the articles; None where one is undated.
        names: Names, other than of places, that the sentences or titles of both figures hold: "Morra Star".
        same_day: Both figures are of one day that the articles look back on.
        past: Both articles look back on the days of the events.
        total: Both figures are totals of an event, which hold for no other day.
        wartime: One of the articles speaks of a war, in which attacks recur by the day.
        akin: The articles have so many names in common that they rather tell one story.
    """

    where: WhereRelation
    apart: int | None
    names: frozenset[str] = frozenset()
    same_day: bool = False
    past: bool = False
    total: bool = False
    wartime: bool = False
    akin: bool = False

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


def are_dated_apart(one: Happening | None, other: Happening | None) -> bool:
    """Whether the dates of two events, both named where the figures stand, say that they are two, whatever else holds.

    Args:
        one: The first figure's event.
        other: The second figure's event.
    """
    if one is None or other is None or not (one.stated and other.stated):
        return False
    return _dates_fit(one, other) is False


def _chance(near: Closeness, settings: CompareSettings) -> float:
    """How likely two figures are of one event where an article names none: less by the day for the toll of an event."""
    chance = 0.7 + 0.05 * min(len(near.names), MANY_NAMES)
    if near.akin and not near.wartime:
        return max(chance, 0.85)
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
    recalled = bool(dates) and near.past and one.spot and other.spot
    if recalled or (not near.elsewhere and _told_alike(one, other, near)):
        return EventRelation("equal", 0.85)
    if near.elsewhere:
        return DIFFERENT
    return _by_time(one, other, near, dates=bool(dates), settings=settings) or _by_place(one, other, near)


def _told_alike(one: Happening, other: Happening, near: Closeness) -> bool:
    """Whether two articles tell one story, outside a war, and of one event each."""
    return near.akin and not near.wartime and one.several == other.several and one.lasts == other.lasts


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
    alike = alike and not _named_apart(one, other, near)
    if alike and len(near.names) >= MANY_NAMES and _names_tell(one, other, near, settings):
        return EventRelation("equal", 0.85)
    days_apart = None if dates else _by_days_apart(one, other, near, settings)
    if days_apart is not None:
        return days_apart
    if one.several != other.several and one.recurs and other.recurs:
        return EventRelation("unknown", 0.45)  # "weekend shootings" and one of them
    named = alike and len(near.names) > 1 and not near.wartime
    return EventRelation("equal", 0.85) if dates or named else None


def _named_apart(one: Happening, other: Happening, near: Closeness) -> bool:
    """Whether each event has a name of its own: off Lomar and off Brenna one coast guard sees to two wrecks."""
    return near.where.relation != "equal" and bool(one.label and other.label) and not one.label & other.label


def _names_tell(one: Happening, other: Happening, near: Closeness, settings: CompareSettings) -> bool:
    """Whether shared names make two events one: those of an army or a coast guard return with every raid or wreck."""
    apart = near.apart or 0
    lone = not (one.recurs and other.recurs) and near.where.relation != "different"
    return not near.wartime and apart <= (settings.open_days if lone else settings.repeat_days)


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
    """Events of one kind and time: the flood in Orsa, the airstrike on Brenna."""
    same_label = bool(one.label) and one.label == other.label
    if near.where.relation == "different" and not same_label:
        return EventRelation("unknown", 0.75 if one.label & other.label else 0.6)
    if near.where.relation == "unknown" and not _share(one.label, other.label):
        return EventRelation("unknown", 0.8 if near.names else 0.75)
    if one.recurs and other.recurs and near.where.relation != "equal" and not same_label and near.apart:
        return EventRelation("unknown", 0.6)
    if (not one.kinds or not other.kinds) and not (same_label and len(one.label) > 1):
        return EventRelation("unknown", 0.8)
    return EventRelation("equal", 0.95 if same_label else 0.85)


def _one_label(one: Happening, other: Happening) -> bool:
    """Whether two names say more than kind and place, and the same: the kidnapping of university students."""
    first = one.label - (one.place.words if one.place else frozenset()) - country_words()
    second = other.label - (other.place.words if other.place else frozenset()) - country_words()
    return bool(first) and first == second
