"""Whether two figures are about one thing: who, where, event, when, counting rule, each related and weighed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimx.compare.counted import MANY_THINGS, weigh_counting, weigh_thing, weigh_who
from claimx.compare.counting import relate_counting
from claimx.compare.figure import Figure, are_alike, looking_back, same_past_day
from claimx.compare.names import akin
from claimx.compare.placed import weigh_when, weigh_where
from claimx.compare.places import WhereRelation, country_words, relate_places
from claimx.compare.same_event import DIFFERENT, Closeness, EventRelation, are_dated_apart, relate_events
from claimx.compare.settings import CompareSettings
from claimx.compare.size import weigh_alike, weigh_size
from claimx.compare.timeline import days_apart
from claimx.compare.who import EQUAL, UNKNOWN, WhoRelation, relate_people
from claimx.records.group import PairScope, ScopeRelation


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
    pairing = _Pairing(one, other, settings)
    confidence, differs = _sum_up(list(pairing.weights()), settings)
    where, event = pairing.where, pairing.event
    return Scope(
        who=pairing.who.relation,
        where=where.relation if where.sure or where.relation != "different" else "unknown",
        event=event.relation,
        when=pairing.when,
        basis=pairing.counting,
        confidence=confidence,
        differs=differs,
    )


def weigh(one: Figure, other: Figure, settings: CompareSettings) -> tuple[float, str | None]:
    """Confidence and first difference of `relate`, which stops at what rules out that both are about one thing.

    Of many groups that a figure is held against nearly all are ruled out, and most of them soon.
    """
    # The dates of their events tell nearly all figures apart that are held against one another.
    if are_dated_apart(one.event, other.event) and not same_past_day(one, other):
        return 0.0, _first_difference(one, other)
    weights: list[tuple[str, float]] = []
    for reason, weight in _Pairing(one, other, settings).weights():
        if weight == 0:
            return 0.0, reason
        weights.append((reason, weight))
    return _sum_up(weights, settings)


@dataclass(frozen=True, slots=True)
class PlainDays:
    """When the event of a figure was; of two that have this `weigh` asks for nothing else where the days are apart.

    Attributes:
        first: First day as an ordinal, far away where it is open.
        last: Last day.
        lasts: It goes on for weeks.
    """

    first: int
    last: int
    lasts: bool

    def apart_from(self, other: "PlainDays") -> bool:
        """Whether `weigh` gives 0 and "event differs" for two figures of one kind with these days."""
        gap = other.first - self.last
        if gap <= 0:
            gap = self.first - other.last
        return gap > (0 if self.lasts or other.lasts else 1)


def plain_days(figure: Figure) -> PlainDays | None:
    """The days of a figure that counts all the people or things of an event that its sentence names; else None."""
    event, people = figure.event, figure.people
    if event is None or not event.stated or event.reach is None or figure.days is not None:
        return None
    if figure.roster or not _are_one_thing(figure, figure) or people.tags or people.either:
        return None
    return _days_once(*event.reach, event.lasts)


_days_once = lru_cache(maxsize=8192)(PlainDays)


def _first_difference(one: Figure, other: Figure) -> str:
    """The first thing that keeps figures of two events apart; of most it is told without looking at their numbers."""
    who = _relate_who(one, other)
    if who.relation == "different":
        return "population differs"
    if (who.relation == "equal" or (who.relation == "unknown" and not who.soft)) and _are_one_thing(one, other):
        return "event differs"
    alike = are_alike(one, other)
    if weigh_who(one, other, who, alike=alike) == 0:
        return "population differs"
    return "event differs" if weigh_thing(one, other, DIFFERENT, alike=alike) else "counted thing differs"


def _are_one_thing(one: Figure, other: Figure) -> bool:
    """Whether the metric says what is counted, and both figures count all of it."""
    plain = not (one.claim.metric in MANY_THINGS or one.unit == "percent")
    return plain and one.roster == other.roster and not (one.partial or other.partial)


def _sum_up(weights: Sequence[tuple[str, float]], settings: CompareSettings) -> tuple[float, str | None]:
    confidence = 1.0
    for _, weight in weights:
        confidence *= weight
    differs = next((reason for reason, weight in weights if weight == 0), None)
    if differs is None and confidence < settings.lowest_confidence:
        differs = min(weights, key=lambda weight: weight[1])[0].replace("differs", "unsure")
    return min(confidence, 1.0), differs


class _Pairing:
    """Two figures beside each other; a part is related when its turn comes, and all are after the last weight."""

    where: WhereRelation
    event: EventRelation
    when: ScopeRelation
    counting: ScopeRelation

    def __init__(self, one: Figure, other: Figure, settings: CompareSettings) -> None:
        self._one, self._other, self._settings = one, other, settings
        self._alike = are_alike(one, other)
        self.who = _relate_who(one, other)

    def weights(self) -> Iterator[tuple[str, float]]:
        """What each part speaks for one count: 1 for, 0 against."""
        one, other, alike = self._one, self._other, self._alike
        yield "population differs", weigh_who(one, other, self.who, alike=alike)
        self.where = relate_places(one.place, other.place)
        self.event = event = self._relate_events()
        yield "counted thing differs", weigh_thing(one, other, event, alike=alike)
        yield "event differs", _weigh_event(one, other, event, alike=alike)
        yield "place differs", weigh_where(one, other, self.where, event, alike=alike)
        self.when = _relate_times(one, other)
        yield "period differs", weigh_when(one, other, self.when, event)
        self.counting = relate_counting(one.sides, other.sides)
        yield "counting rule differs", weigh_counting(one, other, self.counting, alike=alike)
        yield "size differs", weigh_alike(one, other, event) if alike else weigh_size(one, other, event, self.where)

    def _relate_events(self) -> EventRelation:
        one, other = self._one, self._other
        apart = days_apart(one.article.published, other.article.published)
        names = (one.names & other.names) - _place_words(one) - _place_words(other) - country_words()
        near = Closeness(
            self.where,
            apart,
            names,
            same_day=same_past_day(one, other),
            past=looking_back(one, other),
            total=one.series == other.series == "event_total",
            wartime=one.wartime or other.wartime,
            akin=akin(one.mentions, other.mentions)
            and (self._alike or (apart is not None and apart <= self._settings.open_days)),
        )
        return relate_events(one.event, other.event, near, self._settings)


def _weigh_event(one: Figure, other: Figure, event: EventRelation, *, alike: bool) -> float:
    """As sure as the events are one; a figure summed up over several events is none of one of them."""
    if one.separate == other.separate or one.of_several == other.of_several:
        return event.confidence
    return min(event.confidence, 0.6 if alike else 0.0)


def _relate_who(one: Figure, other: Figure) -> WhoRelation:
    """How the counted relate; of money and things the words are weighed elsewhere, and tell no population."""
    mine, theirs = one.people, other.people
    if one.unit != "people":
        return EQUAL if mine.known and theirs.known else UNKNOWN
    if mine is theirs or not (mine.tags or mine.either or theirs.tags or theirs.either):
        return relate_people(mine, theirs, None)  # the country plays no part
    return relate_people(mine, theirs, _common_country(one, other))


def _common_country(one: Figure, other: Figure) -> str | None:
    countries = {figure.place.country for figure in (one, other) if figure.place and figure.place.country}
    return countries.pop() if len(countries) == 1 else None


def _place_words(figure: Figure) -> frozenset[str]:
    return figure.place.words if figure.place else frozenset()


def _relate_times(one: Figure, other: Figure) -> ScopeRelation:
    if one.days is None or other.days is None:
        return "unknown"
    if one.days == other.days:
        return "equal"
    return "different" if one.days.gap(other.days) else "unknown"
