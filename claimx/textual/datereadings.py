"""The days that each form of a date means: "14 September 2019", "last May", "two months ago"."""

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from claimx.textual.datewords import DateWords, Days, plain

Reader = Callable[[re.Match[str], DateWords, date | None], Days | None]

SATURDAY = 5
MONTHS_IN = {"month": 1, "year": 12, "decade": 120}
"""Units that the calendar counts in months."""

ABBREVIATED = 4
"""Letters of the longest abbreviation of a month."""


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_digits(match: re.Match[str], _words: DateWords, _today: date | None) -> Days | None:
    """Read "2019-09-14", "14.09.2019"; of "04/05/2019" nobody knows which is the month."""
    year, month, day = (int(match[name]) for name in ("year", "m", "day"))
    if "/" in match[0] and day <= 12 and month <= 12 and day != month:  # noqa: PLR2004 - months of the year
        return None
    made = _made(year, month, day) or _made(year, day, month)
    return Days(made, made, "day", absolute=True, month=made.month, day=made.day) if made else None


def month_number(match: re.Match[str], words: DateWords) -> int | None:
    """The month; a lower-case "may" or "march" is a verb unless the text has no capitals there at all."""
    name = match["month"]
    number = words.months[re.sub(r"\s+", " ", plain(name))]
    doubtful = plain(name) in {"may", "march", "mar"} and not name[0].isupper()
    return None if doubtful and not _has_digit_beside(match) else number


def _has_digit_beside(match: re.Match[str]) -> bool:
    return bool(re.search(r"\d", match[0]))


def read_day(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    """Read "14 September 2019"; without a year the latest such day that is not after the article's."""
    month = month_number(match, words)
    if month is None:
        return None
    groups = match.groupdict()
    day = int(groups["day"])
    last = int(groups.get("last_day") or day)
    if groups.get("year") or groups.get("short"):
        year = int(groups["year"]) if groups.get("year") else _century(int(groups["short"]))
        first = _made(year, month, day)
        return (
            Days(first, _made(year, month, last) or first, "day", absolute=True, month=month, day=day)
            if first
            else None
        )
    if not 1 <= day <= 31:  # noqa: PLR2004 - days of a month
        return None
    first = _latest(month, day, today)
    end = _made(first.year, month, last) if first else None
    return Days(first, end or first, "day", month=month, day=day)


def _century(short: int) -> int:
    """Two-digit years stand in datelines of the wire age: "13 nov 89"."""
    return 1900 + short if short >= 50 else 2000 + short  # noqa: PLR2004 - the usual pivot


def _latest(month: int, day: int, today: date | None) -> date | None:
    """The latest such day that is not after the article's."""
    if today is None:
        return None
    for year in (today.year, today.year - 1, today.year - 2, today.year - 3, today.year - 4):
        made = _made(year, month, day)
        if made and made <= today:
            return made
    return None


def whole_month(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def read_month(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    """Read "September 2019", "last September"; a bare month is the latest that has begun."""
    month = month_number(match, words)
    if month is None:
        return None
    groups = match.groupdict()
    if groups.get("year"):
        first, last = whole_month(int(groups["year"]), month)
        return Days(*_part_of_month(first, last, groups, words), "month", absolute=True, month=month)
    if today is None:
        return Days(None, None, "month", month=month)
    of, said_year = groups.get("of"), plain(match[0]).endswith("year")
    if said_year:
        year = today.year + {"last": -1, "this": 0, "next": 1}[plain(of or "this")]
    elif of and plain(of) == "next":
        year = today.year + (month <= today.month)
    elif of and plain(of) == "last":
        year = today.year - (month >= today.month)
    else:
        year = today.year - (month > today.month)
    return Days(*_part_of_month(*whole_month(year, month), groups, words), "month", month=month)


def part_named(groups: Mapping[str, str | None], words: DateWords) -> tuple[int, ...] | None:
    """The part of a month or year that a match names: first and last day, first and last month."""
    named = plain(groups.get("part") or "")
    return next((days for word, days in words.parts.items() if re.search(rf"\b{word}", named)), None)


def _part_of_month(first: date, last: date, groups: Mapping[str, str | None], words: DateWords) -> tuple[date, date]:
    """Its early, middle or late days: "in mid-February"."""
    part = part_named(groups, words)
    return (first.replace(day=part[0]), first.replace(day=min(part[1], last.day))) if part else (first, last)


def read_month_after(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    """A bare month after a preposition: "in November"; an abbreviation alone, "in sep", is none."""
    name = plain(match["month"])
    return read_month(match, words, today) if len(name) > ABBREVIATED or name == "may" else None


def count_of(match: re.Match[str], words: DateWords) -> int:
    """The number that a match gives, one where it gives none."""
    number = match.groupdict().get("number")
    if not number:
        return 1
    return int(number) if number.isdecimal() else words.numbers[plain(number)]


def back(count: int, unit: str, words: DateWords, today: date) -> date | None:
    """The day so many units before; hours of less than a day reach into the day before.

    Args:
        count: How many; negative ones lie ahead.
        unit: Which, in the singular.
        words: The words of the language.
        today: The day to count from.
    """
    days = words.units[plain(unit)]
    try:
        if plain(unit) in MONTHS_IN:
            months = today.year * 12 + today.month - 1 - count * MONTHS_IN[plain(unit)]
            last = calendar.monthrange(months // 12, months % 12 + 1)[1]
            return date(months // 12, months % 12 + 1, min(today.day, last))
        return today - timedelta(days=count * days if days else -(-count // 24))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def read_ago(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    """Read "two months ago": a day where the unit is the day, else around that day."""
    if today is None:
        return Days(None, None, "span")
    made = back(count_of(match, words), match["unit"], words, today)
    exact = words.units[plain(match["unit"])] == 1
    if made is None or exact:
        return Days(made, made, "day") if made else None
    if plain(match["unit"]) == "year":
        return Days(date(made.year, 1, 1), date(made.year, 12, 31), "year")
    return Days(made, made, "span")


def read_past(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    """A span that ends at the article's date: "in the past 24 hours". "last year" alone is another thing."""
    bare = match.groupdict().get("number") is None
    if bare and not re.match(r"(?:the\s+)?(?:past|previous)|the\s", match[0], re.IGNORECASE):
        return None
    if today is None:
        return Days(None, None, "span", "past")
    return Days(back(count_of(match, words), match["unit"], words, today), today, "span", "past")


def read_which(found: re.Match[str], _words: DateWords, today: date | None) -> Days | None:
    """Read "last week", "this summer"."""
    which, unit = plain(found["which"]), plain(found["unit"])
    if which == "past":
        return None
    if which == "the":
        which = "this"
    if today is None:
        return Days(None, None, "span")
    step = {"last": -1, "this": 0, "next": 1}[which]
    match unit:
        case "year":
            return Days(date(today.year + step, 1, 1), date(today.year + step, 12, 31), "year")
        case "month":
            months = today.year * 12 + today.month - 1 + step
            return Days(*whole_month(months // 12, months % 12 + 1), "month")
        case "night":
            day = today + timedelta(days=min(step, 0))
            days = Days(day, day, "day")
        case "week":
            monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
            days = Days(monday, monday + timedelta(days=6), "span")
        case "weekend":
            saturday = today - timedelta(days=(today.weekday() - SATURDAY) % 7)
            if step and (step > 0 or today.weekday() >= SATURDAY):
                saturday += timedelta(weeks=step)
            days = Days(saturday, saturday + timedelta(days=1), "span")
        case _:
            days = Days(None, None, "span")
    return days


def read_weekday(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    """The latest such day not after the article's; only with a capital, and "sun" and "sat" are no days."""
    name = match["weekday"]
    if not name[0].isupper() or len(name) < 6:  # noqa: PLR2004 - "Monday" is the shortest full name
        return None
    if today is None:
        return Days(None, None, "day")
    of = plain(match.groupdict().get("of") or "")
    back = (today.weekday() - words.weekdays[plain(name)]) % 7
    if of == "next":
        back -= 7
    elif of in {"last", "past"} and back == 0:
        back = 7
    day = today - timedelta(days=back)
    return Days(day, day, "day")


def read_word(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    """Read "yesterday", "this morning"."""
    if today is None:
        return Days(None, None, "day")
    first, last = words.days[re.sub(r"\s+", " ", plain(match["word"]))]
    return Days(today + timedelta(days=first), today + timedelta(days=last), "day")


def read_year(match: re.Match[str], words: DateWords, _today: date | None) -> Days | None:
    """Read "in 2019", "late 2019"."""
    year, part = int(match["year"]), part_named(match.groupdict(), words)
    first, last = (part[2], part[3]) if part else (1, 12)
    return Days(date(year, first, 1), whole_month(year, last)[1], "year", absolute=True)
