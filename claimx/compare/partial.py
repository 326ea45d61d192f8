"""Whether the words around a figure say that it counts only some of those that its article counts elsewhere."""

import re
from functools import cache
from typing import Literal

from claimx.lexicon.comparing import alternatives
from claimx.records.article import Article
from claimx.records.claim import Claim

Share = Literal["listed", "picked"]

SOME_OF = re.compile(r"\s+of (?:the|them|those|these|its|their|his|her|whom)\b", re.IGNORECASE)
OTHERS = re.compile(r"\s+(?:other|others|further|more|additional|new)\b", re.IGNORECASE)
THE_OTHER = re.compile(r"\b(?:the other|the remaining|the rest)\s*$", re.IGNORECASE)
THE, OTHER = re.compile(r"\bthe\s*$", re.IGNORECASE), re.compile(r"\s+others?\b", re.IGNORECASE)
OF_THE_WHOLE = re.compile(r"\b(?:of|among) (?:the|those|all)\b[^.;:]{0,60},\s*$", re.IGNORECASE)
ONE_BY_ONE = re.compile(r"[,;]? (?:and |while )?(?:the other|another|a second|the second)\b", re.IGNORECASE)
NAMED_BESIDE = re.compile(r"\b(?:[A-Z][\w-]+|he|she|him|her|they)\s+and\s+$")
COUNTED = r"\s+(?:[\w-]+\s+){0,2}(?:\w+s|people|men|women|children)\b"


@cache
def _beside() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Before a figure "a woman and", before it at the start of a headline "Woman,", and after it "and a woman"."""
    person = alternatives("one-person")
    one = rf"(?:an?|his|her|their|the|one)\s+(?:[\w-]+\s+){{0,3}}?(?:{person})\b"
    return (
        re.compile(rf"\b{one},?\s+and\s+$", re.IGNORECASE),
        re.compile(rf"^(?:{person}),\s+$", re.IGNORECASE),
        re.compile(rf"{COUNTED}(?:,(?!\s+(?:including|among|of)\b)[^.;:,]{{1,40}})?,?\s+and\s+{one}", re.IGNORECASE),
    )


def share_of(claim: Claim) -> Share | None:
    """How a figure is known to be no whole; None where the words do not tell.

    picked: some of those counted before, as one place or source has them: "three of the victims are stable", "the other
    two were sent home", "one lost a finger and the other a tooth", "of the five, four stayed in hospital",
    "one victim, 18, was asleep", "no other injuries".
    listed: beside a person whom it does not count: "three men and a woman", "his brother and two others".
    """
    if claim.within != claim.sentence.within:
        return None
    text, start = claim.sentence.text, claim.sentence.start
    before, after = text[: claim.start - start], text[claim.end - start :]
    single = claim.metric == "casualties" and claim.quantity.value == 1
    no_other = claim.quantity.value == 0 and bool(OTHERS.match(after))
    one_by_one = claim.quantity.value == 1 and bool(ONE_BY_ONE.search(after))
    the_others = bool(THE.search(before) and OTHER.match(after))
    led_in = bool(OF_THE_WHOLE.search(before)) and claim.quantity.unit == "people"
    if single or no_other or one_by_one or the_others or led_in or SOME_OF.match(after) or THE_OTHER.search(before):
        return "picked"
    return "listed" if claim.quantity.unit == "people" and _beside_one(before, after) else None


@cache
def _together() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('together-with')})\s+$", re.IGNORECASE)


def counts_others(claim: Claim) -> bool:
    """Whether a figure counts others than somebody spoken of: "killed 15 others"."""
    return claim.within == claim.sentence.within and bool(
        OTHER.match(claim.sentence.text[claim.end - claim.sentence.start :])
    )


def _beside_one(before: str, after: str) -> bool:
    named_before, headline, named_after = _beside()
    if named_before.search(before) or headline.match(before) or named_after.match(after):
        return True
    return bool((NAMED_BESIDE.search(before) or _together().search(before)) and OTHER.match(after))


@cache
def _first_report() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('first-report')})\b[^.;]{{0,60}}$", re.IGNORECASE)


def is_first_report(claim: Claim) -> bool:
    """Whether the text says that a figure was given at first: "police initially said eight had died"."""
    if claim.within != claim.sentence.within:
        return False
    return bool(_first_report().search(claim.sentence.text[: claim.start - claim.sentence.start]))


@cache
def _separate() -> re.Pattern[str]:
    said, plural = alternatives("separate-events"), alternatives("several-events")
    events = rf"\b(?:{said})\s+(?:of\s+)?(?:[\w-]+\s+){{0,3}}(?:{plural}|{alternatives('single-events')})\b"
    number = r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of)"
    counted = rf"{number}\s+(?:[\w-]+\s+){{0,2}}(?:{alternatives('single-events')})\b"
    return re.compile(rf"{events}|{counted}|\b(?:{alternatives('all-about')})\b", re.IGNORECASE)


def sums_events(claim: Claim) -> bool:
    """Whether a figure is said to be of several events: "in seven separate shootings", "over the weekend"."""
    return bool(_separate().search(claim.sentence.text))


@cache
def _attacker_died() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('attacker-died')})\b", re.IGNORECASE)


def attacker_died(article: Article) -> bool:
    """Whether an article says that the attacker is dead too, so that some counts of the dead may hold him."""
    return bool(_attacker_died().search(f"{article.title or ''}\n{article.text or ''}"))
