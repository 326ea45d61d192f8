"""What a figure may do over time, and what its metric says about comparing it."""

from claimx.records.claim import Claim, Series

USUAL_SERIES: dict[str, Series] = {
    "missing": "stock",
    "hostages_held": "stock",
    "trapped": "stock",
    "prisoners_held": "stock",
    "displaced": "stock",
    "affected": "stock",
    "personnel": "stock",
    "infected": "cumulative",
    "attacks": "cumulative",
}
"""Series of the metrics whose figures are no event totals, where the claim does not say."""

GENERIC = frozenset({"count", "measure", "money", "votes"})
"""Metrics that say little: two such figures are of one thing only if what is counted is the same."""

LASTING_TOTALS = frozenset({"killed", "injured", "casualties", "hostages_released", "infrastructure_damaged"})
"""Event totals that accumulate where the event itself goes on: the dead of a war."""

LENGTHS = frozenset({"kilometre", "kilometer", "mile", "metre", "meter", "foot", "block", "yard", "centimetre"})
"""Units of distance: "3 miles from Cobb" locates a place, and only the same words make it the same distance."""


def series_of(claim: Claim, *, lasting: bool) -> Series:
    """The series of a claim, or what its metric usually is.

    Args:
        claim: The claim.
        lasting: Its event goes on for weeks: a war, an epidemic.
    """
    series = claim.series or USUAL_SERIES.get(claim.metric, "event_total")
    if series == "event_total" and lasting and claim.metric in LASTING_TOTALS:
        return "cumulative"
    return series
