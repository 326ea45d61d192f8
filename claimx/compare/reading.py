"""From the claims of an article to figures ready for comparison, each read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Never

from claimx.compare.announce import announced_step
from claimx.compare.attackers import attacker_died, attacker_hurt
from claimx.compare.counting import sides
from claimx.compare.events import Happening, read_event
from claimx.compare.figure import LOOKING_BACK, Figure
from claimx.compare.first_reports import without_first_reports
from claimx.compare.folding import content, fold_unit
from claimx.compare.interval import anchor, possible, usual
from claimx.compare.many_events import sums_events
from claimx.compare.names import names_in, proper_names
from claimx.compare.places import Place, read_place
from claimx.compare.prominence import Prominence, prominence
from claimx.compare.series import series_of
from claimx.compare.settings import CompareSettings
from claimx.compare.shares import counts_others, share_of, tells_of_the_dead
from claimx.compare.timeline import Days, read_days, read_span
from claimx.compare.who import read_people
from claimx.lexicon.contrasts import Contrast
from claimx.records.article import Article
from claimx.records.claim import Claim, Series
from claimx.records.extraction import Extraction
from claimx.records.scope import Event
from claimx.records.span import Span

LEAVING = frozenset({"rescued", "hostages_released", "prisoners_released"})
UNUSED_ZONES = frozenset({"furniture", "table"})

NONE: Final = frozenset[Never]()
"""For all figures one; each call of `frozenset()` makes another."""


@dataclass(frozen=True)
class _Setting:
    """What all figures of an article share."""

    article: Article
    by_id: Mapping[str, Claim]
    events: Mapping[str, Event]
    mentions: frozenset[str]
    dead: frozenset[Decimal]
    rosters: frozenset[str]
    attacker_died: bool
    attacker_hurt: bool
    wartime: bool
    replaced: Mapping[str, Claim]
    standing: Prominence
    happenings: dict[tuple[str | None, Place | None, Days | None, bool], Happening | None]
    names: dict[frozenset[str], frozenset[str]]


def comparable(claim: Claim, revised: frozenset[str]) -> bool:
    """Whether a claim takes part in a comparison: not denied, not revised by its own article, no page furniture."""
    denied = claim.negated or claim.certainty == "denied"
    return not (denied or claim.id in revised or claim.zone in UNUSED_ZONES or anchor(claim.quantity) is None)


def read_figures(extraction: Extraction, settings: CompareSettings) -> tuple[Figure, ...]:
    """The figures of an article that take part in the comparison, in order of offset.

    Args:
        extraction: The article's extraction.
        settings: The settings.
    """
    revised = frozenset(claim.supersedes for claim in extraction.claims if claim.supersedes)
    claims = without_first_reports([claim for claim in extraction.claims if comparable(claim, revised)])
    by_id = {claim.id: claim for claim in claims}
    shared = _Setting(
        article=extraction.article,
        by_id=by_id,
        events={event.id: event for event in extraction.events},
        mentions=proper_names(extraction.article),
        dead=frozenset(claim.quantity.value for claim in claims if claim.metric == "killed" and claim.quantity.value),
        rosters=_rosters(claims, by_id),
        attacker_died=attacker_died(extraction.article),
        attacker_hurt=attacker_hurt(extraction.article),
        wartime=any(each.kind == "war" for each in extraction.events),
        replaced={claim.id: claim for claim in extraction.claims},
        standing=prominence(claims),
        happenings={},
        names={},
    )
    ordered = sorted(claims, key=lambda each: (each.within == "title", each.start, each.id))
    return tuple(_read(claim, shared, settings) for claim in ordered)


def _read(claim: Claim, shared: _Setting, settings: CompareSettings) -> Figure:
    sentence, published = claim.sentence, shared.article.published
    place = read_place(claim.where, stated=claim.where is not None and _inside(claim.where, sentence))
    days = read_span(claim.when.from_, claim.when.to) if claim.when else None
    event = _event_of(claim, place, days, shared)
    whole = shared.by_id.get(claim.part_of or "")
    share = share_of(claim)
    series = series_of(claim, lasting=None if event is None else event.lasts)
    if series == "event_total" and _follows_from(event, place, published, settings):
        series = "cumulative"
    people = read_people(claim.who, claim.metric)
    names = names_in(f"{sentence.text} {shared.article.title or ''}", shared.mentions)
    total = whole if whole is not None and whole.metric == claim.metric else None
    return Figure(
        article=shared.article,
        claim=claim,
        possible=possible(claim.quantity, settings.width),
        usual=usual(claim.quantity, settings.width),
        number=anchor(claim.quantity) or Decimal(0),
        as_of=claim.as_of or published,
        series=series,
        people=people,
        place=place or (event.place if event else None),
        event=event,
        days=days,
        sides=_sides(claim, series),
        wartime=shared.wartime,
        mentions=shared.mentions,
        names=shared.names.setdefault(names, names),
        unit=fold_unit(claim.quantity.unit),
        of=content(claim.quantity.of.text) if claim.quantity.of else NONE,
        dead=shared.dead,
        attacker_died=shared.attacker_died,
        attacker_hurt=shared.attacker_hurt,
        others=counts_others(claim),
        announced=announced_step(claim),
        revises=_revised_by(claim, shared.replaced),
        whole=anchor(total.quantity) if total else None,
        of_its_kind=total is not None and bool(people.tags & read_people(total.who, total.metric).tags),
        partial=total is not None or share is not None,
        picked=share == "picked",
        listed=share == "listed",
        separate=sums_events(claim),
        below=claim.id in shared.standing.below,
        beside=claim.id in shared.standing.beside,
        alone=claim.id in shared.standing.alone,
        after_the_dead=tells_of_the_dead(claim),
        roster=claim.id in shared.rosters,
    )


def _event_of(claim: Claim, place: Place | None, days: Days | None, shared: _Setting) -> Happening | None:
    told = shared.events.get(claim.event_id or "")
    spoken_of = told is None or not told.mentions or any(_inside(each, claim.sentence) for each in told.mentions)
    key = (claim.event_id, place, days, spoken_of)
    if key not in shared.happenings:
        shared.happenings[key] = read_event(told, place, days, stated=spoken_of)
    event = shared.happenings[key]
    if event is not None and _of_another_time(event, days, read_days(shared.article.published)):
        return None
    return event


def _sides(claim: Claim, series: Series) -> Mapping[str, Contrast]:
    """The counting rules of a claim; what is left of a stock is the stock."""
    return {axis: side for axis, side in sides(claim).items() if not (side.strict and series == "stock")}


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


def _revised_by(claim: Claim, claims: Mapping[str, Claim]) -> frozenset[Decimal]:
    old = claims.get(claim.supersedes or "")
    number = anchor(old.quantity) if old else None
    return NONE if number is None else frozenset({number})


def _rosters(claims: list[Claim], by_id: Mapping[str, Claim]) -> frozenset[str]:
    """Stocks of which some are said to have left: "7 of 40 buried miners were rescued", so not 40 are missing."""
    wholes = (by_id.get(claim.part_of or "") for claim in claims if claim.metric in LEAVING)
    return frozenset(whole.id for whole in wholes if whole is not None and whole.metric not in LEAVING)
