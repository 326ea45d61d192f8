"""What a figure may do over time, and what its metric says about comparing it."""

from collections.abc import Mapping
from functools import cache

from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.lexicon.series import SeriesEntry
from claimx.records.claim import Claim, Series

GENERIC = frozenset({"count", "measure", "money", "votes"})
"""Metrics that say little: two such figures are of one thing only if what is counted is the same."""


@cache
def _usual() -> Mapping[str, SeriesEntry]:
    return {entry.id: entry for entry in read_entries(lexicon_folder() / "series.toml", SeriesEntry)}


def stays_open(metric: str) -> bool:
    """Whether an event's total of a metric may rise long after the event: one more man is charged."""
    usual = _usual().get(metric)
    return usual is not None and usual.stays_open


def series_of(claim: Claim, *, lasting: bool | None) -> Series:
    """The series of a claim, or what its metric usually is.

    Args:
        claim: The claim.
        lasting: Whether its event goes on for weeks, as a war does; None where no event is known.
    """
    usual = _usual().get(claim.metric)
    series = claim.series or (usual.usual if usual else "event_total")
    if claim.metric == "attacks" and lasting is False:
        return "event_total"  # the missiles of one night, and not those of a war
    if claim.series is None and lasting and usual is not None and usual.lasting is not None:
        return usual.lasting
    return series
