"""Whether the words around a figure say that it counts only some of those that its article counts elsewhere."""

import re
from functools import cache
from typing import Literal

from claimx.lexicon.comparing import alternatives
from claimx.records.claim import Claim

Share = Literal["listed", "picked"]

THE = re.compile(r"\bthe\s*$", re.IGNORECASE)
OF_THE_WHOLE = re.compile(r"\b(?:of|among) (?:the|those|all)\b[^.;:]{0,60},\s*$", re.IGNORECASE)
NAMED_BESIDE = re.compile(r"\b(?:[A-Z][\w-]{1,60}|he|she|him|her|they)\s+and\s+$")
AN_ASIDE = r"(?:,(?!\s+(?:including|among|of)\b)[^.;:,]{1,40})?"
WHO_CLAUSE = r"(?:,?\s+who\b[^.;:]{1,60})?"
NAMED = re.compile(
    r"\s+(?:[\w-]+\s+){0,4}?[\w-]+(?:,|:|\s+--|\s+[\u2013\u2014])\s+[A-Z][\w'\u2019-]+\s+[A-Z][\w'\u2019-]+"
)
AMONG = re.compile(r"\bof\s+(?:the\s+)?$", re.IGNORECASE)
NAMES = r"\s*(?:--|\u2013|\u2014)\s*[A-Z][^.;:]{1,80}?\s*(?:--|\u2013|\u2014)\s+and\s+[A-Z]"


@cache
def _some_of() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{alternatives('of-them')})\b", re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{alternatives('others')})\b", re.IGNORECASE)


@cache
def _the_other() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('the-other')})\s*$", re.IGNORECASE)


@cache
def _of_many() -> re.Pattern[str]:
    plural = rf"(?:[\w-]+\s+){{0,2}}\w+s\b|(?:{alternatives('plural-people')})\b"
    return re.compile(rf"\s+of\s+(?:\d+|{plural})", re.IGNORECASE)


@cache
def _one_by_one() -> re.Pattern[str]:
    return re.compile(rf"[,;]? (?:and |while )?(?:{alternatives('the-next')})\b", re.IGNORECASE)


@cache
def _instance() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('one-instance')})\b[^.;:]{{0,60}}$", re.IGNORECASE)


@cache
def _beside() -> tuple[re.Pattern[str], ...]:
    """Before a figure "a woman and", before it at the start of a headline "Woman,", and after it "and a woman"."""
    person = alternatives("one-person")
    counted = rf"(?<!\s)\s+(?:[\w-]+\s+){{0,3}}(?:\w+s|{alternatives('plural-people')})\b"
    one = rf"(?:an?|his|her|their|the|one)\s+(?:[\w'\u2019-]+\s+){{0,4}}?(?:{person})s?\b"
    return (
        re.compile(rf"\b{one}{WHO_CLAUSE},?\s+and\s+(?:(?:his|her|their|the)\s+)?$", re.IGNORECASE),
        re.compile(rf"^(?:{person}),\s+$", re.IGNORECASE),
        re.compile(rf"{counted}{AN_ASIDE},?\s+and\s+{one}", re.IGNORECASE),
        re.compile(rf"{counted}{NAMES}"),
    )


@cache
def _dead() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('died')})\b", re.IGNORECASE)


@cache
def _together() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('together-with')})\s+$", re.IGNORECASE)


def share_of(claim: Claim) -> Share | None:
    """How a figure is known to be no whole; None where the words do not tell.

    picked: some of those counted before, as one place or source has them: "three of the victims are stable", "1 of 4
    divers", "the other two were sent home", "one lost a finger and the other a tooth", "of the five, four stayed in
    hospital", "one victim, 18, was asleep", "no other injuries".
    listed: beside somebody whom it does not count: "three men and a woman", "his brother and two others".
    """
    if claim.within != claim.sentence.within:
        return None
    before, after = around(claim)
    if _is_picked(claim, before, after):
        return "picked"
    return "listed" if claim.quantity.unit == "people" and _beside_one(before, after) else None


def around(claim: Claim) -> tuple[str, str]:
    """What stands before and after a figure in its sentence."""
    text, start = claim.sentence.text, claim.sentence.start
    return text[: claim.start - start], text[claim.end - start :]


def _is_picked(claim: Claim, before: str, after: str) -> bool:
    number, people = claim.quantity.value, claim.quantity.unit == "people"
    if (claim.metric == "casualties" and number == 1) or _some_of().match(after) or _the_other().search(before):
        return True
    if number == 0 and _others().match(after):
        return True
    if number == 1 and _one_by_one().search(after):
        return True
    if people and number is not None and _of_many().match(after):
        return True
    if people and (OF_THE_WHOLE.search(before) or is_of_one_instance(before)):
        return True
    return bool(THE.search(before) and _others().match(after))


def _beside_one(before: str, after: str) -> bool:
    named_before, headline, named_after, names_after = _beside()
    if named_before.search(before) or headline.match(before) or named_after.match(after) or names_after.match(after):
        return True
    return bool((NAMED_BESIDE.search(before) or _together().search(before)) and _others().match(after))


def is_of_one_instance(before: str) -> bool:
    """Whether words before a figure single one out: "including one shooting in which nine were hurt"."""
    return bool(_instance().search(before))


def counts_others(claim: Claim) -> bool:
    """Whether a figure counts others than somebody spoken of: "killed 15 others"."""
    return claim.within == claim.sentence.within and bool(_others().match(around(claim)[1]))


def tells_of_the_dead(claim: Claim) -> bool:
    """Whether the sentence of a figure speaks of dead apart from it: "one man died and four others were hurt".

    Not so "one of the five hurt has died".
    """
    if claim.within == claim.sentence.within and AMONG.search(around(claim)[0]):
        return False
    return bool(_dead().search(claim.sentence.text))


def names_them(claim: Claim) -> bool:
    """Whether those counted are named right there: "two guards, Anna Velt and Ivo Ruda, died"; no headline does."""
    inside = claim.within == claim.sentence.within and claim.within != "title" and claim.zone != "headline"
    return inside and bool(NAMED.match(around(claim)[1]))


def points_back(claim: Claim) -> bool:
    """Whether a figure speaks of what was counted before: "the four defendants"."""
    return claim.within == claim.sentence.within and bool(THE.search(around(claim)[0]))
