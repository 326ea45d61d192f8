"""Dates that only others of the text make whole: "between Friday and Sunday", "two days later"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from claimx.textual.datereadings import back
from claimx.textual.datewords import DateWords, Days, FoundDays

_OPENED = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_JOINED = re.compile(r"\s+(?:and|to|through|until|till)\s+(?:the\s+)?|\s?[-–]\s?", re.IGNORECASE)

OPENING = 16
"""Code points that "between the" takes at most."""

SPOKEN_OF = 400
"""Code points within which "two days later" counts from a day."""


def join_spans(text: str, found: Sequence[FoundDays]) -> list[FoundDays]:
    """Make one span of two dates where the text does: "from March 3 to March 9, 2020".

    Args:
        text: The text.
        found: Its dates, in order.

    Returns:
        The dates, in order; a joined one begins at "between" or "from".
    """
    out: list[FoundDays] = []
    for each in found:
        last = out[-1] if out else None
        opened = _OPENED.search(text, max(0, last.start - OPENING), last.start) if last else None
        if last and opened and _JOINED.fullmatch(text, last.end, each.start) and (days := _span(last.days, each.days)):
            out[-1] = FoundDays(opened.start(), each.end, days)
        else:
            out.append(each)
    return out


def _span(one: Days, other: Days) -> Days | None:
    """The span of two dates; the first takes the year of the second, a weekday the week before it."""
    first, last = one.first, other.last
    if first is None or last is None or one.relation != "in" or other.relation != "in":
        return None
    if one.day is not None and not one.absolute:
        try:
            first = first.replace(year=last.year)
        except ValueError:
            return None
    if first > last and one.grain == "day" and one.month is None:
        first -= timedelta(days=7)
    return Days(first, last, "span", absolute=other.absolute) if first <= last else None


def count_from_others(found: Iterable[FoundDays], words: DateWords, today: date | None) -> list[FoundDays]:
    """Give days to what is counted from the date before it, "a week earlier", else from the article's own.

    Args:
        found: Dates in order.
        words: The words of the language.
        today: The article's date.

    Returns:
        The dates; what is counted from nothing is left out.
    """
    out: list[FoundDays] = []
    for each in found:
        if each.days.shift is None:
            out.append(each)
            continue
        anchor = next((one for one in reversed(out) if one.days.first and one.days.relation == "in"), None)
        near = anchor.days if anchor and each.start - anchor.end < SPOKEN_OF else None
        count, unit = each.days.shift
        if near is None and count < 0 and today:
            near = Days(today, today, "day")
        days = _shifted(near, count, unit, words) if near else None
        if days:
            out.append(replace(each, days=days))
    return out


def _shifted(anchor: Days, count: int, unit: str, words: DateWords) -> Days | None:
    if anchor.first is None:
        return None
    first = back(-count, unit, words, anchor.first)
    last = back(-count, unit, words, anchor.last or anchor.first)
    return Days(first, last, anchor.grain) if first and last else None
