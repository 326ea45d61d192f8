"""Whether two figures are about one thing: who, where, event, when, counting rule, each related and weighed."""

from dataclasses import dataclass
from decimal import Decimal

from claimx.compare.counting import picked, relate_counting
from claimx.compare.events import Closeness, EventRelation, relate_events
from claimx.compare.figure import Figure, looking_back, same_past_day
from claimx.compare.interval import agree
from claimx.compare.places import WhereRelation, country_words, relate_places
from claimx.compare.series import GENERIC, LENGTHS
from claimx.compare.settings import ALIGNING_WIDTH, CompareSettings
from claimx.compare.timeline import days_apart, earlier
from claimx.compare.who import WhoRelation, names_kind, relate_people, same_wording
from claimx.compare.wording import overlap
from claimx.records.comparison import PairScope, ScopeRelation

CARRIED_PLACE, UNSURE_PLACE = 0.7, 0.6
DOUBTFUL_PLACE, UNLIKELY_PLACE = 0.5, 0.35
SPECIFIC_DIGITS = 3
TEN = 10
SURE_EVENT = 0.85
TINY, FIFTH, HALF = Decimal("0.01"), Decimal("0.2"), Decimal("0.5")
LATER_START = 7
LONG = 80


@dataclass(frozen=True, slots=True)
class Scope:
    """How the scopes of two figures relate, seen from the first.

    Attributes:
        who: Of those counted.
        where: Of the places.
        event: Of the events.
        when: Of the times.
        basis: Of the counting rules.
        confidence: How sure it is that both are about one thing; 0 where that is ruled out.
        differs: The first thing that keeps them apart, or that is too unsure; None where nothing does.
    """

    who: ScopeRelation
    where: ScopeRelation
    event: ScopeRelation
    when: ScopeRelation
    basis: ScopeRelation
    confidence: float
    differs: str | None = None

    @property
    def equal(self) -> bool:
        """Whether every part of the scope is given on both sides and the same."""
        return {self.who, self.where, self.event, self.basis} == {"equal"} and self.when in ("equal", "unknown")

    def record(self) -> PairScope:
        """The relations as the contract writes them."""
        return PairScope(who=self.who, where=self.where, event=self.event, when=self.when, basis=self.basis)


def relate(one: Figure, other: Figure, settings: CompareSettings) -> Scope:
    """How the scopes of two figures of one metric, unit and basis relate."""
    alike = agree(one.claim.quantity, other.claim.quantity, ALIGNING_WIDTH)
    where = relate_places(one.place, other.place)
    apart = days_apart(one.article.published, other.article.published)
    names = (one.names & other.names) - _place_words(one) - _place_words(other) - country_words()
    near = Closeness(
        where,
        apart,
        names,
        same_day=same_past_day(one, other),
        past=looking_back(one, other),
        total=one.series == other.series == "event_total",
        wartime=one.wartime or other.wartime,
    )
    event = relate_events(one.event, other.event, near, settings)
    who = _relate_who(one, other)
    counting = relate_counting(one.sides, other.sides)
    when = _relate_times(one, other)
    weights = (
        ("population differs", _weigh_who(one, other, who, alike=alike)),
        ("counted thing differs", _weigh_thing(one, other, event, alike=alike)),
        ("event differs", event.confidence),
        ("place differs", _weigh_where(one, other, where, event, alike=alike)),
        ("period differs", _weigh_when(one, other, when, event)),
        ("counting rule differs", _weigh_counting(one, other, counting, alike=alike)),
        ("size differs", _weigh_alike(one, other, event) if alike else _weigh_size(one, other, event)),
    )
    confidence = 1.0
    for _, weight in weights:
        confidence *= weight
    differs = next((reason for reason, weight in weights if weight == 0), None)
    if differs is None and confidence < settings.lowest_confidence:
        differs = min(weights, key=lambda weight: weight[1])[0].replace("differs", "unsure")
    return Scope(
        who=who.relation,
        where=where.relation if where.sure or where.relation != "different" else "unknown",
        event=event.relation,
        when=when,
        basis=counting,
        confidence=min(confidence, 1.0),
        differs=differs,
    )


def _relate_who(one: Figure, other: Figure) -> WhoRelation:
    """How the counted relate; of money and things the words are weighed elsewhere, and tell no population."""
    if one.unit != "people":
        return WhoRelation("equal" if one.people.known and other.people.known else "unknown")
    return relate_people(one.people, other.people, _common_country(one, other))


def _common_country(one: Figure, other: Figure) -> str | None:
    countries = {figure.place.country for figure in (one, other) if figure.place and figure.place.country}
    return countries.pop() if len(countries) == 1 else None


def _weigh_who(one: Figure, other: Figure, who: WhoRelation, *, alike: bool) -> float:
    """People against some of the people: 3 children are no death toll, and six Russians may be all of the six dead."""
    match who.relation:
        case "equal":
            return 1.0
        case "unknown":
            return (0.7 if alike else 0.0) if who.soft else 0.95
        case "different":
            return 0.0
        case _:
            narrow = one if who.relation == "narrower" else other
            if narrow.partial:
                return 0.0
            if alike:
                return 0.85 if who.soft else 0.6
            return 0.7 if who.soft else 0.0


def _weigh_thing(one: Figure, other: Figure, event: EventRelation, *, alike: bool) -> float:
    """Whether the things counted are the same: wholes of percentages, parts, and what a generic metric leaves open."""
    percent = one.claim.quantity.unit == "percent"
    if percent and one.of and other.of and overlap(one.of, other.of) < 0.5:  # noqa: PLR2004 - half of the words
        return 0.0
    if one.claim.metric not in GENERIC and (not percent or (one.of and other.of)):
        return 1.0 if _parts_fit(one, other) else 0.0
    here = one.place is not None and other.place is not None and one.place.words == other.place.words
    near = event.relation == "equal" or (one.number == other.number and (here or bool(one.names & other.names)))
    return _weigh_generic(one, other, same_wording(one.people, other.people), near, alike=alike)


def _weigh_generic(one: Figure, other: Figure, same: bool | None, same_event: bool, *, alike: bool) -> float:  # noqa: FBT001
    """A generic metric holds only where the words for what is counted are the same, or the number says so.

    "200 prisoners" and "100 prisoners" may be those who rioted and those who fled: persons and shares without a metric
    of their own are only ever found to agree.
    """
    if one.unit in LENGTHS:
        return 1.0 if same and alike else 0.0
    if one.claim.metric == "measure" and same_event and (same or (one.unit == "magnitude" and same is not None)):
        return 1.0
    if not alike:
        return 1.0 if same and same_event and one.unit not in ("people", "percent") else 0.0
    digits = len(one.number.normalize().as_tuple().digits)
    telling = digits >= SPECIFIC_DIGITS and one.number == other.number
    if same or same_event or telling:
        return 1.0 if same else (0.9 if same is None else 0.75)
    return 0.0


def _place_words(figure: Figure) -> frozenset[str]:
    return figure.place.words if figure.place else frozenset()


def _fell(one: Figure, other: Figure) -> bool:
    """Whether the later of two counts that only grow is the lower one: rather the count of something else."""
    old, new = (other, one) if earlier(other.as_of, one.as_of) else (one, other)
    grows = {one.series, other.series} <= {"event_total", "cumulative"}
    return grows and earlier(old.as_of, new.as_of) and new.number < old.number


def _weigh_alike(one: Figure, other: Figure, event: EventRelation) -> float:
    """Two texts that give 916 million give one figure; two that give 4 need not, nor two that say "no one was hurt"."""
    if one.number == other.number == 0:
        return 1.0 if event.relation == "equal" else 0.45
    digits = len(one.number.normalize().as_tuple().digits)
    if one.number == other.number and digits >= SPECIFIC_DIGITS:
        return 1.4
    return 1.2 if digits > 1 or one.number >= TEN else 1.0


def _weigh_size(one: Figure, other: Figure, event: EventRelation) -> float:
    """Numbers far apart are doubted where nothing says that the events are one; they never decide alone."""
    low, high = sorted((abs(one.number), abs(other.number)))
    ratio = low / high if high else Decimal(1)
    if ratio < TINY:
        return 0.6
    if _fell(one, other) and ratio < FIFTH:
        return 0.4
    if _fell(one, other) and (event.relation != "equal" or (one.wartime or other.wartime)):
        return 0.6
    if event.relation == "equal" or ratio >= HALF or not low:
        return 1.0
    return 0.85 if ratio >= FIFTH else 0.7


def _parts_fit(one: Figure, other: Figure) -> bool:
    """Whether a part is held against its like: nine children among the dead, against children and not the dead."""
    if one.roster != other.roster:
        return False
    if not (one.partial or other.partial):
        return True
    if names_kind(one.people) and names_kind(other.people):
        return True
    return one.partial and other.partial and bool(same_wording(one.people, other.people))


def _weigh_where(one: Figure, other: Figure, where: WhereRelation, event: EventRelation, *, alike: bool) -> float:
    """A flood in a province is a part of the flood in the country; an earthquake there is the same earthquake."""
    match where.relation:
        case "equal":
            return 1.0
        case "unknown":
            return 0.85
        case "different":
            return _weigh_elsewhere(one, other, where, event, alike=alike)
        case _:
            return _weigh_inside(one, other, where, event)


def _weigh_elsewhere(one: Figure, other: Figure, where: WhereRelation, event: EventRelation, *, alike: bool) -> float:
    """Two places: what is certain rules out, what is carried over from another sentence or only a name does not."""
    same_event = event.confidence >= SURE_EVENT
    if where.sure:
        spot = all(figure.event is not None and figure.event.spot for figure in (one, other))
        return UNSURE_PLACE if same_event and spot else 0.0
    carried = not all(figure.place is None or figure.place.stated for figure in (one, other))
    if same_event or (alike and one.number >= TEN):
        return CARRIED_PLACE if carried else UNSURE_PLACE
    if alike and carried:
        return UNSURE_PLACE
    return DOUBTFUL_PLACE if carried else UNLIKELY_PLACE


def _weigh_inside(one: Figure, other: Figure, where: WhereRelation, event: EventRelation) -> float:
    if event.relation == "equal" and not _spreads(one, other):
        return 0.95
    if where.region_in_country and _spreads(one, other):
        return 0.0
    return 0.8 if event.relation == "equal" else UNSURE_PLACE


def _spreads(one: Figure, other: Figure) -> bool:
    return any(figure.event is not None and figure.event.spreads for figure in (one, other))


def _relate_times(one: Figure, other: Figure) -> ScopeRelation:
    if one.days is None or other.days is None:
        return "unknown"
    if one.days == other.days:
        return "equal"
    return "different" if one.days.gap(other.days) else "unknown"


def _weigh_when(one: Figure, other: Figure, when: ScopeRelation, event: EventRelation) -> float:
    """Two windows of time count two things: cases since March and cases since May, new cases of two days."""
    if one.claim.quantity.basis != "total" or one.claim.quantity.per or one.series == other.series == "flow":
        return 1.0 if when == "equal" or (when == "unknown" and one.as_of == other.as_of) else 0.0
    if one.series == "cumulative" == other.series and _start_apart(one, other) > LATER_START:
        return 0.0
    if when != "different":
        return 0.5 if _only_one_is_long(one, other) else 1.0
    gap = one.days.gap(other.days) if one.days and other.days else 0
    if one.series in ("stock", "level", "rate"):
        return 1.0
    return 0.8 if event.confidence >= 1.0 or gap <= 2 else 0.35  # noqa: PLR2004 - "on Tuesday" may be the report's day


def _start_apart(one: Figure, other: Figure) -> int:
    """Days between the starts of two periods, "since October" and "since the new offensive"; 0 where one is none."""
    starts = [
        figure.days.first
        for figure in (one, other)
        if figure.days and figure.days.first and figure.days.first != figure.days.last
    ]
    return abs((starts[0] - starts[1]).days) if len(starts) == 2 else 0  # noqa: PLR2004 - both have one


def _only_one_is_long(one: Figure, other: Figure) -> bool:
    """Whether one figure is of months and the other of days: "31 homicides in 2016" and the two of last night."""
    lengths = [
        (figure.days.last - figure.days.first).days
        for figure in (one, other)
        if figure.days and figure.days.first and figure.days.last
    ]
    lasting = any(figure.event is not None and figure.event.lasts for figure in (one, other))
    if lasting or "cumulative" in (one.series, other.series) or not lengths:
        return False
    return max(lengths) >= LONG and (len(lengths) == 1 or min(lengths) < LONG)


def _differ_by_the_dead(one: Figure, other: Figure) -> bool:
    """Whether two counts of casualties are as many apart as one article has dead: "4 shot, 1 killed" and "5 shot"."""
    apart = abs(one.number - other.number)
    return one.claim.metric == "casualties" and apart in one.dead | other.dead


def _weigh_counting(one: Figure, other: Figure, counting: ScopeRelation, *, alike: bool) -> float:
    if not alike and (picked(one.sides, other.sides) or _differ_by_the_dead(one, other)):
        return 0.4
    match counting:
        case "different":
            return 0.0
        case "narrower" | "wider":
            return 0.6 if alike else 0.0
        case _:
            return 1.0
