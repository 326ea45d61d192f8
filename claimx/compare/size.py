"""How much two numbers speak for one count: they may only ever cast doubt, or lend some weight, and never decide."""

from decimal import Decimal

from claimx.compare.died_since import died_since
from claimx.compare.figure import Figure
from claimx.compare.places import WhereRelation
from claimx.compare.same_event import EventRelation
from claimx.compare.timeline import earlier
from claimx.compare.who import names_kind

TEN, SURE = 10, 0.95
SPECIFIC_DIGITS = 3
"""Numbers of so many digits are seldom equal by chance."""

SPECIFIC = 12
"""Smaller whole numbers stand in many an article: that one is there, of something else, shows nothing."""

TINY, FIFTH, HALF = Decimal("0.01"), Decimal("0.2"), Decimal("0.5")


def weigh_alike(one: Figure, other: Figure, event: EventRelation) -> float:
    """Two texts that give 738 million give one figure; two that give 4 need not, nor two that say "no one was hurt"."""
    if one.number == other.number == 0:
        return 1.0 if event.relation == "equal" else 0.45
    digits = len(one.number.normalize().as_tuple().digits)
    if one.number == other.number and digits >= SPECIFIC_DIGITS:
        return 1.4
    return 1.2 if digits > 1 or one.number >= TEN else 1.0


def weigh_size(one: Figure, other: Figure, event: EventRelation, where: WhereRelation) -> float:
    """Numbers that differ are doubted where nothing says that the events are one, the more the further apart they are.

    Args:
        one: A figure.
        other: Another.
        event: How their events relate.
        where: How their places relate.
    """
    if one.series == other.series == "event_total" and one.minor != other.minor and not _of_kinds(one, other):
        return 0.4
    if event.relation == "unknown" and where.relation == "unknown" and not _known(one, other):
        return 0.9
    low, high = sorted((abs(one.number), abs(other.number)))
    ratio = low / high if high else Decimal(1)
    if event.confidence < SURE and _of_fighting(one, other) and _unlikely_in_war(one, other, ratio):
        return 0.45
    if ratio < TINY:
        return 0.6
    return _weigh_fall(one, other, event, ratio) if _fell(one, other) else _weigh_ratio(event, ratio)


def _of_fighting(one: Figure, other: Figure) -> bool:
    """Whether one of two articles speaks of a war, and the figures may be of any fighting in it."""
    events = (one.event, other.event)
    return (one.wartime or other.wartime) and any(each is None or each.warlike or each.lasts for each in events)


def _unlikely_in_war(one: Figure, other: Figure, ratio: Decimal) -> bool:
    """Whether two numbers are rather of a battle and of a war, or of two battles: of one, a toll grows in days."""
    old, new = (other, one) if earlier(other.as_of, one.as_of) else (one, other)
    grew = earlier(old.as_of, new.as_of) and new.number > old.number
    return ratio < (FIFTH if grew else HALF)


def _known(one: Figure, other: Figure) -> bool:
    """Whether anything else tells what two figures are of: whom they count, or names that both sentences hold."""
    return _of_kinds(one, other) or bool(one.names & other.names)


def _of_kinds(one: Figure, other: Figure) -> bool:
    return names_kind(one.people) and names_kind(other.people)


def _fell(one: Figure, other: Figure) -> bool:
    """Whether the later of two counts that only grow is the lower one: rather the count of something else."""
    old, new = (other, one) if earlier(other.as_of, one.as_of) else (one, other)
    grows = {one.series, other.series} <= {"event_total", "cumulative"}
    return grows and earlier(old.as_of, new.as_of) and new.number < old.number and not died_since(old, new)


def _weigh_fall(one: Figure, other: Figure, event: EventRelation, ratio: Decimal) -> float:
    """A count that has fallen is rather another count; the more so where the events may be two, or it fell by half."""
    running = "cumulative" in (one.series, other.series)
    if ratio < FIFTH or event.relation != "equal" or (running and ratio < HALF):
        return 0.4
    return 0.6 if one.wartime or other.wartime else _weigh_ratio(event, ratio)


def _weigh_ratio(event: EventRelation, ratio: Decimal) -> float:
    if event.relation == "equal" or ratio >= HALF or not ratio:
        return 1.0
    return 0.85 if ratio >= FIFTH else 0.7
