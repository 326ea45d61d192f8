"""Figures that a text says were given at first, and goes on to replace."""

import re
from collections.abc import Sequence
from functools import cache

from claimx.compare.shares import around
from claimx.lexicon.comparing import alternatives
from claimx.records.claim import Claim


@cache
def _first_report() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('first-report')})\b[^.;]{{0,60}}$", re.IGNORECASE)


def is_first_report(claim: Claim) -> bool:
    """Whether the text says that a figure was given at first: "police initially said eight had died"."""
    if claim.within != claim.sentence.within:
        return False
    return bool(_first_report().search(around(claim)[0]))


def without_first_reports(claims: Sequence[Claim]) -> list[Claim]:
    """Leave out what a text says was given at first, where it gives another number for it."""
    later = {(claim.metric, claim.quantity.unit) for claim in claims if not is_first_report(claim)}
    return [claim for claim in claims if (claim.metric, claim.quantity.unit) not in later or not is_first_report(claim)]
