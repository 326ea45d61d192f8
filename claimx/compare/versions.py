"""Two versions of one figure in one article: "the army said two had died", "villagers put it at nine"."""

from claimx.compare.counted import BY_WORDING
from claimx.compare.figure import Figure, of_one_event
from claimx.compare.origins import origin_words
from claimx.compare.series import GENERIC

FAR_OFF = 5
"""Two versions of one number are not this many times apart: the dead of the war and those of one day."""


def may_be_versions(one: Figure, other: Figure) -> bool:
    """Whether two numbers that differ may be what two sources of an article say of one thing.

    Args:
        one: A figure.
        other: Another of the same article and kind.
    """
    if (
        not of_one_event(one, other)
        or (one.place is None) != (other.place is None)
        or one.claim.metric in GENERIC | BY_WORDING
    ):
        return False
    if one.claim.sentence == other.claim.sentence or "believed" in (one.claim.certainty, other.claim.certainty):
        return False
    if "vague" in (one.claim.quantity.comparator, other.claim.quantity.comparator):
        return False
    low, high = sorted((one.number, other.number))
    if low == 0:
        return all(each.number > 0 or each.claim.attribution is not None for each in (one, other))
    if low * FAR_OFF < high and not one.possible.meets(other.possible):
        return False
    return _of_two_sources(one, other)


def _of_two_sources(one: Figure, other: Figure) -> bool:
    alleged = (one.claim.certainty == "alleged") != (other.claim.certainty == "alleged")
    sources = (origin_words(one.claim), origin_words(other.claim))
    return alleged or (None not in sources and sources[0] != sources[1])
