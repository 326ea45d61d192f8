"""A claim made ready for comparison: its intervals, date, place, people and event, read once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from claimx.compare.announce import Step, announced_step
from claimx.compare.counting import sides
from claimx.compare.events import Happening, read_event
from claimx.compare.interval import Interval, anchor, possible, usual
from claimx.compare.names import names_in, proper_names
from claimx.compare.partial import attacker_died, is_first_report, share_of, sums_events
from claimx.compare.places import Place, read_place
from claimx.compare.series import series_of
from claimx.compare.settings import CompareSettings
from claimx.compare.timeline import Days, read_days, read_span, within_days
from claimx.compare.who import People, read_people
from claimx.compare.wording import content, singular, words
from claimx.lexicon.contrasts import Contrast
from claimx.records.article import Article
from claimx.records.claim import Claim, Series
from claimx.records.extraction import Extraction
from claimx.records.span import Span

LEAVING = frozenset({"rescued", "hostages_released", "prisoners_released"})
LOOKING_BACK = 6
SAYS_NOTHING_OF = {
    "fatal": frozenset({"killed"}),
    "hospital": frozenset({"hostages_taken", "hostages_released", "rescued", "displaced", "arrested"}),
}
"""Metrics of which a side of a contrast says nothing: all the dead died fatally."""

AHEAD = frozenset({"forecast", "target"})
"""Of money, what one article says is promised another says will be spent."""

UNUSED_ZONES = frozenset({"furniture", "table"})


@dataclass(frozen=True)
class Figure:
    """A claim and what the comparison reads from it.

    Attributes:
        article: Its article.
        claim: The claim.
        possible: P.
        usual: U.
        number: The one number that stands for it.
        as_of: The date for which it holds, or that of the article.
        series: What it may do over time.
        people: Whom it counts.
        place: Where.
        event: In which event.
        days: The time that it covers.
        sides: Counting rules by axis.
        wartime: Its article speaks of a war, in which attacks recur by the day.
        mentions: Names in its whole article.
        names: Names in its sentence and in the title.
        unit: Its unit, folded.
        of: Words for the whole that a percentage is of.
        announced: The step from an older figure that its text announces.
        revises: Numbers that its article says it replaces.
        dead: Numbers of dead in its article.
        attacker_died: Its article says that the attacker is dead too.
        partial: It is known to count only some of those that its article counts elsewhere.
        picked: Its words say so themselves: "four of the officers", "the other two".
        minor: Its article gives another number before it that may be of the same event.
        separate: Its sentence sums up several events: "in seven separate shootings".
        roster: It counts all who ever were missing or held, those freed since included.
    """

    article: Article
    claim: Claim
    possible: Interval
    usual: Interval
    number: Decimal
    as_of: str | None
    series: Series
    people: People
    place: Place | None
    event: Happening | None
    days: Days | None
    sides: Mapping[str, Contrast] = field(hash=False)
    wartime: bool
    mentions: frozenset[str] = field(repr=False)
    names: frozenset[str]
    unit: str
    of: frozenset[str]
    announced: Step | None = None
    revises: frozenset[Decimal] = frozenset()
    dead: frozenset[Decimal] = frozenset()
    attacker_died: bool = False
    partial: bool = False
    picked: bool = False
    minor: bool = False
    separate: bool = False
    roster: bool = False

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def version(self) -> tuple[str, str]:
        """Its article's id and text: two versions of one article are two articles."""
        return (self.article.id, self.article.text_sha256)

    @property
    def kind(self) -> tuple[str, ...]:
        """What must be the same for two figures to be compared at all."""
        quantity = self.claim.quantity
        hypothetical = "hypothetical" if self.claim.certainty == "hypothetical" else ""
        ahead = self.claim.metric == "money" and self.claim.status in AHEAD
        status = "promised" if ahead else self.claim.status
        return (self.claim.metric, self.unit, quantity.basis, quantity.per or "", status, hypothetical)


def same_past_day(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one day that both articles look back on: "on 4 March", months later."""
    if one.days is None or one.days != other.days or one.days.first is None or one.days.last is None:
        return False
    if within_days(one.days.first, one.days.last, 2):
        written = [read_days(figure.article.published) for figure in (one, other)]
        return all(days is not None and days.gap(one.days) > LOOKING_BACK for days in written)
    return False


def looking_back(one: Figure, other: Figure) -> bool:
    """Whether both articles were written well after the events that their figures are of."""
    for figure in (one, other):
        written = read_days(figure.article.published)
        days = figure.event.days if figure.event else None
        if written is None or days is None or not days.before(written) or days.gap(written) <= LOOKING_BACK:
            return False
    return True


def comparable(claim: Claim, revised: frozenset[str]) -> bool:
    """Whether a claim takes part in a comparison: not denied, not revised by its own article, no page furniture."""
    denied = claim.negated or claim.certainty == "denied"
    return not (denied or claim.id in revised or claim.zone in UNUSED_ZONES or anchor(claim.quantity) is None)


def _without_first_reports(claims: list[Claim]) -> list[Claim]:
    """Leave out what a text says was given at first, where it gives another number for it."""
    later = {(claim.metric, claim.quantity.unit) for claim in claims if not is_first_report(claim)}
    return [claim for claim in claims if (claim.metric, claim.quantity.unit) not in later or not is_first_report(claim)]


def read_figures(extraction: Extraction, settings: CompareSettings) -> tuple[Figure, ...]:
    """The figures of an article that take part in the comparison, in order of offset."""
    revised = frozenset(claim.supersedes for claim in extraction.claims if claim.supersedes)
    claims = _without_first_reports([claim for claim in extraction.claims if comparable(claim, revised)])
    by_id = {claim.id: claim for claim in claims}
    events = {event.id: event for event in extraction.events}
    proper = proper_names(extraction.article)
    dead = frozenset(claim.quantity.value for claim in claims if claim.metric == "killed" and claim.quantity.value)
    rosters = _rosters(claims, by_id)
    died = attacker_died(extraction.article)
    out = []
    for claim in sorted(claims, key=lambda each: (each.within == "title", each.start, each.id)):
        sentence = claim.sentence
        place = read_place(claim.where, stated=claim.where is not None and _inside(claim.where, sentence))
        days = read_span(claim.when.from_, claim.when.to) if claim.when else None
        told = events.get(claim.event_id or "")
        spoken_of = told is None or not told.mentions or any(_inside(mention, sentence) for mention in told.mentions)
        event = read_event(told, place, days, stated=spoken_of)
        if event is not None and _of_another_time(event, days, read_days(extraction.article.published)):
            event = None
        whole = by_id.get(claim.part_of or "")
        share = share_of(claim)
        series = series_of(claim, lasting=None if event is None else event.lasts)
        if series == "event_total" and _follows_from(event, place, extraction.article.published, settings):
            series = "cumulative"
        out.append(
            Figure(
                article=extraction.article,
                claim=claim,
                possible=possible(claim.quantity, settings.width),
                usual=usual(claim.quantity, settings.width),
                number=anchor(claim.quantity) or Decimal(0),
                as_of=claim.as_of or extraction.article.published,
                series=series,
                people=read_people(claim.who, claim.metric),
                place=place or (event.place if event else None),
                event=event,
                days=days,
                sides=_sides(claim, series),
                wartime=any(each.kind == "war" for each in extraction.events),
                mentions=proper,
                names=names_in(f"{sentence.text} {extraction.article.title or ''}", proper),
                unit=_unit(claim.quantity.unit),
                of=content(claim.quantity.of.text) if claim.quantity.of else frozenset(),
                dead=dead,
                attacker_died=died,
                announced=announced_step(claim),
                revises=_revised_by(claim, extraction),
                partial=(whole is not None and whole.metric == claim.metric) or share is not None,
                picked=share == "picked",
                separate=sums_events(claim),
                roster=claim.id in rosters,
            )
        )
    return tuple(out)


def _sides(claim: Claim, series: Series) -> Mapping[str, Contrast]:
    """The counting rules of a claim, without those that say nothing of its metric."""
    said = sides(claim).items()
    return {
        axis: side
        for axis, side in said
        if not (side.strict and series == "stock") and claim.metric not in SAYS_NOTHING_OF.get(side.id, ())
    }


def _of_another_time(event: Happening, days: Days | None, written: Days | None) -> bool:
    """Whether a figure's own days are long before its event: "last month a raid in the same street killed two"."""
    if event.days is None or days is None or days.last is None or event.lasts or written is None:
        return False
    return days.before(event.days) and days.gap(event.days) > LOOKING_BACK and days.before(written)


def _inside(span: Span, sentence: Span) -> bool:
    return span.within == sentence.within and sentence.start <= span.start and span.end <= sentence.end


def _follows_from(
    event: Happening | None, place: Place | None, published: str | None, settings: CompareSettings
) -> bool:
    """Whether a figure is of what an attack led to elsewhere: "since the raid on Orsa 900 were killed in Tarvo"."""
    written = read_days(published)
    if event is None or place is None or written is None or event.days is None or event.place is None:
        return False
    elsewhere = place.stated and not (
        place.words & event.place.words or place.whole_country or event.place.whole_country
    )
    return elsewhere and event.spot and event.warlike and event.days.gap(written) > settings.open_days


def _unit(unit: str) -> str:
    """The head of a unit: a submarine cable is a cable; "kilometre per hour" is one unit."""
    said = [singular(word) for word in words(unit)]
    return " ".join(said) if "per" in said else "".join(said[-1:])


def _revised_by(claim: Claim, extraction: Extraction) -> frozenset[Decimal]:
    old = (anchor(each.quantity) for each in extraction.claims if each.id == claim.supersedes)
    return frozenset(number for number in old if number is not None)


def _rosters(claims: list[Claim], by_id: Mapping[str, Claim]) -> frozenset[str]:
    """Stocks of which some are said to have left: "7 of 40 buried miners were rescued", so not 40 are missing."""
    wholes = (by_id.get(claim.part_of or "") for claim in claims if claim.metric in LEAVING)
    return frozenset(whole.id for whole in wholes if whole is not None and whole.metric not in LEAVING)
