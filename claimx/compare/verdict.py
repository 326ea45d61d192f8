"""The relation of two comparable figures: the rules in their order, the same from both sides."""

from dataclasses import dataclass
from datetime import timedelta

from claimx.compare.died_since import died_since
from claimx.compare.figure import Figure, same_past_day
from claimx.compare.interval import agree
from claimx.compare.series import stays_open
from claimx.compare.settings import CompareSettings
from claimx.compare.timeline import days_apart, earlier, read_days
from claimx.records.claim import Series
from claimx.records.group import Relation

CUMULATING: tuple[Series, ...] = ("cumulative",)
MOVING: tuple[Series, ...] = ("stock", "level", "rate")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What two figures say of one another.

    Attributes:
        relation: agree, update, tension or conflict.
        reason: Code of the rule that decided.
    """

    relation: Relation
    reason: str


def compare_figures(one: Figure, other: Figure, settings: CompareSettings) -> Verdict:
    """Apply the rules to two figures of compatible scope.

    Args:
        one: A figure.
        other: Another; the order plays no part.
        settings: Width and days.
    """
    first, second = one.claim.quantity, other.claim.quantity
    if agree(first, second, settings.width):
        return Verdict("agree", "equal" if one.number == other.number else "usual-meaning")
    series = _common_series(one, other)
    if _moved(one, other, series, settings):
        return Verdict("update", f"{series}-moved")
    if None in (one.as_of, other.as_of) and series != "event_total":
        return Verdict("tension", "undated")
    if one.possible.meets(other.possible):
        return Verdict("tension", "overlap")
    return Verdict("conflict", "disjoint")


def _common_series(one: Figure, other: Figure) -> Series:
    """The series that allows the most, where two articles' readings differ."""
    if same_past_day(one, other) and not {one.series, other.series} & set(MOVING):
        return "event_total"
    both = {one.series, other.series}
    for series in ("stock", "level", "rate", "cumulative"):
        if series in both:
            return series
    return "flow" if both == {"flow"} else "event_total"


def _moved(one: Figure, other: Figure, series: Series, settings: CompareSettings) -> bool:
    """Whether the figures are of different times and the series allows the step between them."""
    if earlier(other.as_of, one.as_of):
        one, other = other, one
    elif not earlier(one.as_of, other.as_of):
        return False
    if series in MOVING or _announced(one, other):
        return True
    if one.number >= other.number or series == "flow":
        return series == "event_total" and died_since(one, other)
    return series in CUMULATING or stays_open(one.claim.metric) or _open(one, other, settings)


def _announced(old: Figure, new: Figure) -> bool:
    """Whether the newer text says that it replaces an older number: "revised down from 8 to 6", "rises to 74"."""
    step = "up" if new.number > old.number else "down"
    return old.number in new.revises or new.announced in (step, "either")


def _open(old: Figure, new: Figure, settings: CompareSettings) -> bool:
    """Whether an event's total may still rise at the time of the newer figure."""
    spans = [old.days] if same_past_day(old, new) else [each.event.days for each in (old, new) if each.event]
    ends = [span.last for span in spans if span]
    known = [end for end in ends if end is not None]
    newer = read_days(new.as_of)
    if known and newer and newer.first:
        return newer.first <= max(known) + timedelta(days=settings.open_days)
    apart = days_apart(old.as_of, new.as_of)
    return apart is not None and apart <= settings.open_days
