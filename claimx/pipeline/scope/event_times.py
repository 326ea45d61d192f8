"""Times that are counted from an event: "since the outbreak of the war", "two weeks after the quake"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimx.pipeline.layers import EventLayer, Offsets
from claimx.textual.datereadings import back, count_of
from claimx.textual.dates import DateMention, as_day
from claimx.textual.datewords import DateWords, any_of, plain

BEFORE = 72
"""Code points in which the words before an event stand that count from it."""

ITS_DATE = 8
"""Code points between an event and its date: "the quake of 1 June"."""


def with_event_times(
    text: str, events: Sequence[EventLayer], dates: Sequence[DateMention], words: DateWords, *, published: str | None
) -> tuple[DateMention, ...]:
    """Add the times that are counted from events.

    Args:
        text: The text.
        events: Its events.
        dates: Its dates.
        words: The words of dates.
        published: The article's date.

    Returns:
        All dates in order; the date of an event that another is counted from is left out.
    """
    found = tuple(_counted(text, events, words, published))
    if not found:
        return tuple(dates)
    kept = (each for each in dates if not any(one.start <= each.start < one.end + ITS_DATE for one in found))
    return tuple(sorted((*kept, *found), key=lambda each: each.start))


def _counted(text: str, events: Sequence[EventLayer], words: DateWords, published: str | None) -> Iterator[DateMention]:
    since, shifted = _patterns(words)
    for event in events:
        for mention in event.mentions:
            first = max(0, mention.start - BEFORE)
            before = text[first : mention.start]
            if found := since.search(before):
                day = as_day(published)
                yield DateMention(
                    start=first + found.start(),
                    end=mention.end,
                    from_day=event.from_date,
                    to_day=day.isoformat() if day else None,
                    grain="span",
                    relation="since",
                )
            elif (found := shifted.search(before)) and event.from_date:
                yield from _shifted(event, mention, first + found.start(), found, words)


def _shifted(
    event: EventLayer, mention: Offsets, start: int, found: re.Match[str], words: DateWords
) -> Iterator[DateMention]:
    """The day so long before or after an event; none where the event is dated by the month."""
    opened = as_day(event.from_date)
    if opened is None or event.from_date != event.to_date:
        return
    count = count_of(found, words) * words.shifts.get(plain(found["way"]), 1)
    day = back(-count, found["unit"], words, opened)
    if day:
        written = day.isoformat()
        yield DateMention(start=start, end=mention.end, from_day=written, to_day=written, grain="day")


@lru_cache(maxsize=8)
def _patterns(words: DateWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before an event: "since the start of the …", "two weeks after the …"."""
    onset = rf"(?:the\s+)?(?:{any_of(words.onsets)})\s+of\s+"
    named = r"(?:(?:the|that|this|its|a)\s+)?(?:[\w'’-]+\s+){0,2}$"
    number = rf"(?P<number>\d{{1,3}}|{any_of(words.numbers)})\s+(?P<unit>{any_of(words.units)})s?"
    ways = any_of((*words.shifts, "into", "following"))
    return (
        re.compile(rf"\b(?:since\s+(?:{onset})?|(?:{any_of(words.since)})\s+{onset}){named}", re.IGNORECASE),
        re.compile(rf"\b{number}\s+(?P<way>{ways})\s+{named}", re.IGNORECASE),
    )
