"""Whether two figures are about one thing: who, where, event, when, counting rule, each related and weighed."""

from dataclasses import dataclass

from claimx.compare.counted import weigh_counting, weigh_thing, weigh_who
from claimx.compare.counting import relate_counting
from claimx.compare.figure import Figure, looking_back, same_past_day
from claimx.compare.interval import agree
from claimx.compare.names import akin
from claimx.compare.placed import weigh_when, weigh_where
from claimx.compare.places import country_words, relate_places
from claimx.compare.same_event import Closeness, EventRelation, relate_events
from claimx.compare.settings import ALIGNING_WIDTH, CompareSettings
from claimx.compare.size import weigh_alike, weigh_size
from claimx.compare.timeline import days_apart
from claimx.compare.who import WhoRelation, relate_people
from claimx.records.comparison import PairScope, ScopeRelation


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
        akin=akin(one.mentions, other.mentions) and (alike or (apart is not None and apart <= settings.open_days)),
    )
    event = relate_events(one.event, other.event, near, settings)
    who = _relate_who(one, other)
    counting = relate_counting(one.sides, other.sides)
    when = _relate_times(one, other)
    weights = (
        ("population differs", weigh_who(one, other, who, alike=alike)),
        ("counted thing differs", weigh_thing(one, other, event, alike=alike)),
        ("event differs", _weigh_event(one, other, event, alike=alike)),
        ("place differs", weigh_where(one, other, where, event, alike=alike)),
        ("period differs", weigh_when(one, other, when, event)),
        ("counting rule differs", weigh_counting(one, other, counting, alike=alike)),
        ("size differs", weigh_alike(one, other, event) if alike else weigh_size(one, other, event, where)),
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


def _weigh_event(one: Figure, other: Figure, event: EventRelation, *, alike: bool) -> float:
    """As sure as the events are one; a figure summed up over several events is none of one of them."""
    if one.separate == other.separate or one.of_several == other.of_several:
        return event.confidence
    return min(event.confidence, 0.6 if alike else 0.0)


def _relate_who(one: Figure, other: Figure) -> WhoRelation:
    """How the counted relate; of money and things the words are weighed elsewhere, and tell no population."""
    if one.unit != "people":
        return WhoRelation("equal" if one.people.known and other.people.known else "unknown")
    return relate_people(one.people, other.people, _common_country(one, other))


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
