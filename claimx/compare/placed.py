"""How much the places and times of two figures speak for one count: 1 for, 0 against."""

from claimx.compare.figure import Figure
from claimx.compare.places import WhereRelation
from claimx.compare.same_event import EventRelation
from claimx.compare.timeline import earlier
from claimx.records.group import ScopeRelation

CARRIED_PLACE, UNSURE_PLACE = 0.7, 0.6
"""Two places of one event: one of them carried over from another sentence, or both named."""

DOUBTFUL_PLACE, UNLIKELY_PLACE = 0.5, 0.35
"""The same where the event may be another."""

TEN = 10
SURE_EVENT = 0.85
LATER_START, LONG = 7, 80
"""Days by which the starts of two running counts may differ; days from which a period is long."""


def weigh_where(one: Figure, other: Figure, where: WhereRelation, event: EventRelation, *, alike: bool) -> float:
    """A flood in a province is a part of the flood in the country; an earthquake there is the same earthquake."""
    match where.relation:
        case "equal":
            return 1.0
        case "unknown":
            if one.place is None or other.place is None:
                return 0.85
            return UNLIKELY_PLACE if _spreads(one, other) else UNSURE_PLACE
        case "different":
            return _weigh_elsewhere(one, other, where, event, alike=alike)
        case _:
            return _weigh_inside(one, other, where, event)


def _weigh_elsewhere(one: Figure, other: Figure, where: WhereRelation, event: EventRelation, *, alike: bool) -> float:
    """Two places: what is certain rules out, what is carried over from another sentence or only a name does not."""
    same_event = event.confidence >= SURE_EVENT
    if alike and not where.sure and _mention_each_other(one, other):
        return CARRIED_PLACE
    if where.sure:
        spot = all(figure.event is not None and figure.event.spot for figure in (one, other))
        return UNSURE_PLACE if same_event and spot else 0.0
    carried = not all(figure.place is None or figure.place.stated for figure in (one, other))
    if same_event or (alike and one.number >= TEN):
        return CARRIED_PLACE if carried else UNSURE_PLACE
    if alike and carried:
        return UNSURE_PLACE
    return DOUBTFUL_PLACE if carried else UNLIKELY_PLACE


def _mention_each_other(one: Figure, other: Figure) -> bool:
    """Whether each article names the other's place too: "Lindholm" and "the Vester quarter of Lindholm"."""
    if one.place is None or other.place is None or one.version == other.version:
        return False
    return one.place.words <= other.mentions and other.place.words <= one.mentions


def _weigh_inside(one: Figure, other: Figure, where: WhereRelation, event: EventRelation) -> float:
    if event.relation == "equal" and not _spreads(one, other):
        return 0.95
    if where.region_in_country and _spreads(one, other):
        return 0.0
    return 0.8 if event.relation == "equal" else UNSURE_PLACE


def _spreads(one: Figure, other: Figure) -> bool:
    return any(figure.event is not None and figure.event.spreads for figure in (one, other))


def weigh_when(one: Figure, other: Figure, when: ScopeRelation, event: EventRelation) -> float:
    """Two windows of time count two things: cases since March and cases since May, the dead of the past 24 hours."""
    if one.claim.quantity.basis != "total" or one.claim.quantity.per or one.series == other.series == "flow":
        return 1.0 if when == "equal" or (when == "unknown" and one.as_of == other.as_of) else 0.0
    if _two_windows(one, other):
        return 0.0
    if when != "different":
        if _long_before(one, other) or _long_before(other, one):
            return 0.35
        return 0.5 if _only_one_is_long(one, other) else 1.0
    gap = one.days.gap(other.days) if one.days and other.days else 0
    if one.series in ("stock", "level", "rate"):
        return 1.0
    return 0.8 if event.confidence >= 1.0 or gap <= 2 else 0.35  # noqa: PLR2004 - "on Tuesday" may be the report's day


def _two_windows(one: Figure, other: Figure) -> bool:
    """Whether one figure is of a day and the other of a later one, or two running counts have two starts."""
    if "flow" in (one.series, other.series):
        return earlier(one.as_of, other.as_of) or earlier(other.as_of, one.as_of)
    return one.series == "cumulative" == other.series and _start_apart(one, other) > LATER_START


def _long_before(one: Figure, other: Figure) -> bool:
    """Whether a figure is of days long before the event of the other: "two died there last month"."""
    if one.days is None or one.days.last is None or other.days is not None or other.event is None:
        return False
    days = other.event.days
    return days is not None and not other.event.lasts and one.days.before(days) and one.days.gap(days) > LATER_START


def _start_apart(one: Figure, other: Figure) -> int:
    """Days between the starts of two periods, "since October" and "since the new offensive"; 0 where one is none."""
    starts = [
        figure.days.first
        for figure in (one, other)
        if figure.days and figure.days.first and figure.days.first != figure.days.last
    ]
    return abs((starts[0] - starts[1]).days) if len(starts) == 2 else 0  # noqa: PLR2004 - both have one


def _only_one_is_long(one: Figure, other: Figure) -> bool:
    """Whether one figure is of months and the other of days: "45 drownings in 2018" and the two of last night."""
    lengths = [
        (figure.days.last - figure.days.first).days
        for figure in (one, other)
        if figure.days and figure.days.first and figure.days.last
    ]
    lasting = any(figure.event is not None and figure.event.lasts for figure in (one, other))
    if lasting or "cumulative" in (one.series, other.series) or not lengths:
        return False
    return max(lengths) >= LONG and (len(lengths) == 1 or min(lengths) < LONG)
