"""Find dates in a text and turn them into days: absolute ones by themselves, relative ones by the article's date.

Nothing here asks the clock: without the article's date, "on Tuesday" stays a mention without days.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from claimx.textual.dateforms import date_forms
from claimx.textual.datejoins import count_from_others, join_spans
from claimx.textual.datewords import DateWords, Days, FoundDays, Grain, Relation, any_of

BEFORE = 48
"""Code points in which words stand that open or close a span: "as of 18:30 local time on" before "Tuesday"."""

YEARS = range(1000, 9000)
"""Years that an article can be of; further off, "last year" may have no date."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date where it stands; offsets are code points, half-open.

    Attributes:
        start: First code point, "since" included, "on" and "in" not.
        end: One past the last.
        from_day: First day that it means, ISO 8601; None where the words alone do not say.
        to_day: Last day.
        grain: How fine it is: "May 3" is a day, "last May" a month, "the past 24 hours" a span.
        relation: "since" and "until" open and close a span; "past" ends at the article's date.
        absolute: The text gives the year.
        month: The month named, 1..12.
        day: The day of the month named.
    """

    start: int
    end: int
    from_day: str | None
    to_day: str | None
    grain: Grain
    relation: Relation = "in"
    absolute: bool = False
    month: int | None = None
    day: int | None = None


def as_day(text: str | None) -> date | None:
    """The day of an ISO date or RFC 3339 instant; None where it is none."""
    try:
        day = date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
    return day if day and day.year in YEARS else None


def find_dates(text: str, words: DateWords, *, published: str | None = None) -> tuple[DateMention, ...]:
    """Find the dates of a text.

    Args:
        text: The text.
        words: The words of the language.
        published: The article's date; relative dates and those without a year have no days without it.

    Returns:
        Mentions in order, none inside another. A day without a year takes the year that the same day has elsewhere
        in the text ("May 3, 2019 … the May 3 blast"), else the latest not after the article's date.
    """
    today = as_day(published)
    taken: list[FoundDays] = []
    occupied = bytearray(len(text))
    for match, read in date_forms(words).matches(text):
        days = read(match, words, today)
        if days is None or any(occupied[match.start() : match.end()]):
            continue
        occupied[match.start() : match.end()] = b"\1" * (match.end() - match.start())
        taken.append(FoundDays(_start(match), match.end(), days))
    years = {(each.days.month, each.days.day): each.days for each in taken if each.days.absolute and each.days.day}
    found = [_with_year(each, years) for each in sorted(taken, key=lambda each: each.start)]
    placed = count_from_others(join_spans(text, found), words, today)
    return tuple(_with_relation(text, _mention(each), words, today) for each in placed)


def _start(match: re.Match[str]) -> int:
    """Where the date itself begins: "in" of "in November" only shows that it is one."""
    return match.end("lead") if match.groupdict().get("lead") else match.start()


def _mention(found: FoundDays) -> DateMention:
    days = found.days
    first, last = days.first, days.last
    if first and last and last < first:  # "04-02-May" is no span
        last = first
    return DateMention(
        start=found.start,
        end=found.end,
        from_day=first.isoformat() if first else None,
        to_day=last.isoformat() if last else None,
        grain=days.grain,
        relation=days.relation,
        absolute=days.absolute,
        month=days.month,
        day=days.day,
    )


def _with_year(found: FoundDays, years: Mapping[tuple[int | None, int], Days]) -> FoundDays:
    days = found.days
    if days.absolute or days.day is None or days.relation != "in":
        return found
    full = years.get((days.month, days.day))
    return replace(found, days=replace(days, first=full.first, last=full.last)) if full else found


def _with_relation(text: str, mention: DateMention, words: DateWords, today: date | None) -> DateMention:
    """Take "since" and "until" into the mention; a span since a day lasts to the article's date."""
    if mention.relation != "in":
        return mention
    before = text[max(0, mention.start - BEFORE) : mention.start]
    folded = before.casefold()
    for relation, firsts, opened in _opened(words):
        match = opened.search(before) if any(first in folded for first in firsts) else None
        if match:
            start = mention.start - (len(before) - match.start())
            if relation == "since":
                end = today.isoformat() if today else None
                if end and mention.from_day and end < mention.from_day:
                    end = None  # "since 2031" in an article that says it is of 2000
                return replace(mention, start=start, to_day=end, relation="since", grain="span")
            return replace(mention, start=start, from_day=None, relation="until", grain="span")
    return mention


@lru_cache(maxsize=8)
def _opened(words: DateWords) -> tuple[tuple[Relation, frozenset[str], re.Pattern[str]], ...]:
    """How words end that open or close a span at the date behind them, after the first words of what opens it."""
    openers: tuple[tuple[Relation, tuple[str, ...]], ...] = (("since", words.since), ("until", words.until))
    clock = rf"(?:(?:early|late)\s+)?(?:{any_of(words.clock)})|\d{{1,2}}(?:[:.]\d\d)?\s*(?:[ap]\.?m\b\.?)?|early|late"
    hour = rf"(?:(?:{clock})[\s,]+(?:(?:local\s+time|GMT|UTC)[\s,]+)?(?:on\s+)?)?"
    return tuple(
        (
            relation,
            frozenset(word.split()[0].casefold() for word in each),
            re.compile(rf"\b(?:{any_of(each)})\s+{hour}(?:the\s+)?$", re.IGNORECASE),
        )
        for relation, each in openers
    )
