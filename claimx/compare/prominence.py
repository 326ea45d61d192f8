"""Where an article puts a figure: what it leads with, and what stands below or beside another count of the same."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from claimx.compare.interval import anchor
from claimx.records.claim import Claim

TITLE, LEAD, BODY = 0, 1, 2


@dataclass(frozen=True)
class Prominence:
    """The standing of an article's figures.

    Attributes:
        below: Ids of claims below a title or lead that gives another number of their metric.
        beside: Ids of claims whose sentence has another count of their metric, no part and no whole of theirs: "three
            had burns, and two broke a leg".
        alone: Ids of claims below the headline whose number is the only one of their metric there.
    """

    below: frozenset[str]
    beside: frozenset[str]
    alone: frozenset[str]


def prominence(claims: Iterable[Claim]) -> Prominence:
    """How the figures of an article stand to one another.

    Args:
        claims: The claims of one article that are compared.
    """
    by_kind: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_kind[claim.metric, claim.quantity.unit].append(claim)
    below: set[str] = set()
    beside: set[str] = set()
    alone: set[str] = set()
    for same in by_kind.values():
        below |= _below(same)
        beside |= _beside(same)
        text = [claim for claim in same if _rank(claim) != TITLE]
        if len({_number(claim) for claim in text}) == 1:
            alone |= {claim.id for claim in text}
    return Prominence(frozenset(below), frozenset(beside), frozenset(alone))


def _below(claims: list[Claim]) -> set[str]:
    """Claims that stand lower than the first that is no part, and give another number than those of its rank."""
    wholes = [claim for claim in claims if claim.part_of is None]
    top = min((_rank(claim) for claim in wholes), default=BODY)
    if top == BODY:
        return set()
    led = {_number(claim) for claim in wholes if _rank(claim) == top}
    return {claim.id for claim in claims if _rank(claim) > top and claim.part_of is None and _number(claim) not in led}


def _beside(claims: list[Claim]) -> set[str]:
    """Claims whose sentence has one of another number that they are not linked with."""
    by_sentence: dict[Hashable, list[tuple[Decimal | None, Claim]]] = defaultdict(list)
    for claim in claims:
        by_sentence[claim.within, claim.sentence].append((_number(claim), claim))
    return {
        claim.id
        for told in by_sentence.values()
        for number, claim in told
        if any(number != other and not _are_linked(claim, each) for other, each in told)
    }


def _are_linked(one: Claim, other: Claim) -> bool:
    return one.part_of == other.id or other.part_of == one.id


def _rank(claim: Claim) -> int:
    if claim.within == "title" or claim.zone == "headline":
        return TITLE
    return LEAD if claim.zone == "lead" else BODY


def _number(claim: Claim) -> Decimal | None:
    return anchor(claim.quantity)
