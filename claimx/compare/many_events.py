"""Whether a figure is said to be of several events: "in seven separate shootings", "over the weekend"."""

import re
from functools import cache

from claimx.compare.shares import around, is_of_one_instance
from claimx.lexicon.comparing import alternatives
from claimx.records.claim import Claim

ACROSS_A_PLACE = r"(?:across|throughout|around)\s+(?:the\s+)?(?-i:[A-Z]\w+)"


@cache
def _separate() -> re.Pattern[str]:
    said, plural, singles = (
        alternatives("separate-events"),
        alternatives("several-events"),
        alternatives("single-events"),
    )
    events = rf"\b(?:{said})\s+(?:of\s+)?(?:[\w-]+\s+){{0,3}}(?:{plural}|{singles})\b"
    counted = rf"\b(?:\d+|{alternatives('a-number')})\s+(?:[\w-]+\s+){{0,2}}(?:{singles})\b"
    spread = rf"\b(?:{plural})\s+{ACROSS_A_PLACE}"
    return re.compile(rf"{events}|{counted}|{spread}|\b(?:{alternatives('all-about')})\b", re.IGNORECASE)


def sums_events(claim: Claim) -> bool:
    """Whether a figure is said to be of several events; not "including one shooting in which nine were hurt"."""
    if claim.within == claim.sentence.within and is_of_one_instance(around(claim)[0]):
        return False
    return bool(_separate().search(claim.sentence.text))
