"""The forms that dates are written in, from "14 September 2019" to "two months ago", and the days that each means."""

import calendar
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Relation = Literal["in", "since", "until", "past"]
Grain = Literal["day", "month", "year", "span"]

ABBREVIATED = 4
"""Letters of the longest abbreviation of a month."""


@dataclass(frozen=True)
class DateWords:
    """The words that dates are made of, in lower case.

    Attributes:
        months: Names and abbreviations, to 1..12.
        weekdays: Names and abbreviations, to 0 (Monday) .. 6.
        days: Words for days, to the days from the article's date: "yesterday" to (-1, -1).
        units: Units of time in the singular, to days: "week" to 7; "hour" to 0.
        numbers: Small numbers in words.
        since: Words that open a span at a date.
        until: Words that close one.
        before: Prepositions after which a bare month or year is a date.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, tuple[int, int]]
    units: Mapping[str, int]
    numbers: Mapping[str, int]
    since: tuple[str, ...]
    until: tuple[str, ...]
    before: tuple[str, ...]

    def __hash__(self) -> int:
        """Words are equal only to themselves: they are read once."""
        return id(self)


@dataclass(frozen=True, slots=True)
class Days:
    """What a pattern makes of its match."""

    first: date | None
    last: date | None
    grain: Grain
    relation: Relation = "in"
    absolute: bool = False
    month: int | None = None
    day: int | None = None


Reader = Callable[[re.Match[str], DateWords, date | None], Days | None]


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


@lru_cache(maxsize=8)
def date_patterns(words: DateWords) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Patterns from the surest to the loosest; what one has taken is not looked at again."""
    month = rf"(?P<month>{any_of(words.months)})(?:(?<=\b\w{{3}})\.|(?<=\b\w{{4}})\.(?=\s?\d))?"
    weekday = rf"(?:(?:{any_of(words.weekdays)})\.?,?\s+)?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    last_day = r"(?:\s?(?:-|–|to|and)\s?(?P<last_day>\d{1,2})(?:st|nd|rd|th)?)?"
    year = r"(?P<year>(?:19|20)\d\d)"
    number = rf"(?P<number>\d{{1,3}}|{any_of(words.numbers)})"
    unit = rf"(?P<unit>{any_of(words.units)})s?"
    which = r"(?P<which>last|this|next|past)"
    before = rf"(?P<lead>(?:{any_of(words.before)})\s+)"
    early = r"(?:early|late|mid-?|the\s+(?:start|beginning|end|middle)\s+of)?[\s-]?"
    sources: tuple[tuple[str, Reader], ...] = (
        (r"(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<day>\d\d)(?!\d)", _read_digits),
        (r"(?P<day>\d{1,2})[./](?P<m>\d{1,2})[./](?P<year>(?:19|20)\d\d)(?!\d)", _read_digits),
        (rf"{weekday}{day}{last_day}\s+(?:of\s+)?{month},?\s+{year}(?!\d)", _read_day),
        (rf"{weekday}{month}\s+{day}{last_day}(?:,\s*|\s+){year}(?!\d)", _read_day),
        (rf"{day}\s+{month}\s+(?P<short>\d\d)(?=\s*\()", _read_day),
        (rf"{weekday}{month}\s+{day}{last_day}(?![\d,]*\d|\s*(?:%|percent|million))", _read_day),
        (rf"(?<![\d.,]){weekday}{day}{last_day}[\s-]+(?:of\s+)?{month}(?!\w)", _read_day),
        (rf"{early}{month},?\s+(?:of\s+)?{year}(?!\d)", _read_month),
        (rf"{early}{month}\s+(?P<of>last|this|next)\s+year", _read_month),
        (rf"(?:(?P<of>last|this|next)\s+){month}(?!\w)", _read_month),
        (rf"{before}{early}{month}(?!\w)", _read_month_after),
        (rf"{number}\s+{unit}\s+ago", _read_ago),
        (rf"(?:the\s+)?(?:past|last|previous|preceding)\s+(?:{number}\s+)?{unit}(?!\w)", _read_past),
        (rf"{which}\s+(?P<unit>week|month|year|weekend|summer|winter|spring|autumn|night)", _read_which),
        (rf"(?:(?P<of>last|this|next|past)\s+)?(?P<weekday>{any_of(words.weekdays)})(?!\w)", _read_weekday),
        (rf"(?P<word>{any_of(words.days)})(?!\w)", _read_word),
        (rf"{before}{early}{year}(?!\d|,\d|\s*%)", _read_year),
        (rf"(?<=the\s){year}(?=\s+[a-z])", _read_year),
        (rf"(?<![^\n]){year}(?=\s+[a-z]+\s[a-z])", _read_year),
    )
    return tuple((re.compile(rf"(?<![\w]){source}", re.IGNORECASE), read) for source, read in sources)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read_digits(match: re.Match[str], _words: DateWords, _today: date | None) -> Days | None:
    year, month, day = (int(match[name]) for name in ("year", "m", "day"))
    if "/" in match[0] and day <= 12 and month <= 12 and day != month:  # noqa: PLR2004 - months of the year
        return None
    made = _made(year, month, day) or _made(year, day, month)
    return Days(made, made, "day", absolute=True, month=made.month, day=made.day) if made else None


def _month_number(match: re.Match[str], words: DateWords) -> int | None:
    """The month; a lower-case "may" or "march" is a verb unless the text has no capitals there at all."""
    name = match["month"]
    number = words.months[re.sub(r"\s+", " ", name.casefold())]
    doubtful = name.casefold() in {"may", "march", "mar"} and not name[0].isupper()
    return None if doubtful and not _has_digit_beside(match) else number


def _has_digit_beside(match: re.Match[str]) -> bool:
    return bool(re.search(r"\d", match[0]))


def _read_day(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    month = _month_number(match, words)
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


def _whole_month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _read_month(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    month = _month_number(match, words)
    if month is None:
        return None
    groups = match.groupdict()
    if groups.get("year"):
        first, last = _whole_month(int(groups["year"]), month)
        return Days(first, last, "month", absolute=True, month=month)
    if today is None:
        return Days(None, None, "month", month=month)
    of, said_year = groups.get("of"), match[0].casefold().endswith("year")
    if said_year:
        year = today.year + {"last": -1, "this": 0, "next": 1}[(of or "this").casefold()]
    elif of and of.casefold() == "next":
        year = today.year + (month <= today.month)
    elif of and of.casefold() == "last":
        year = today.year - (month >= today.month)
    else:
        year = today.year - (month > today.month)
    return Days(*_whole_month(year, month), "month", month=month)


def _read_month_after(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    """A bare month after a preposition: "in November"; an abbreviation alone, "in sep", is none."""
    name = match["month"].casefold()
    return _read_month(match, words, today) if len(name) > ABBREVIATED or name == "may" else None


def _count(match: re.Match[str], words: DateWords) -> int:
    number = match.groupdict().get("number")
    if not number:
        return 1
    return int(number) if number.isdecimal() else words.numbers[number.casefold()]


def _back(count: int, unit: str, words: DateWords, today: date) -> date | None:
    """The day so many units before; hours of less than a day reach into the day before."""
    days = words.units[unit.casefold()]
    try:
        if unit.casefold() in {"month", "year"}:
            months = today.year * 12 + today.month - 1 - count * (12 if unit.casefold() == "year" else 1)
            last = calendar.monthrange(months // 12, months % 12 + 1)[1]
            return date(months // 12, months % 12 + 1, min(today.day, last))
        return today - timedelta(days=count * days if days else -(-count // 24))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def _read_ago(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    if today is None:
        return Days(None, None, "span")
    made = _back(_count(match, words), match["unit"], words, today)
    exact = words.units[match["unit"].casefold()] == 1
    if made is None or exact:
        return Days(made, made, "day") if made else None
    if match["unit"].casefold() == "year":
        return Days(date(made.year, 1, 1), date(made.year, 12, 31), "year")
    return Days(made, made, "span")


def _read_past(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    """A span that ends at the article's date: "in the past 24 hours". "last year" alone is another thing."""
    bare = match.groupdict().get("number") is None
    if bare and not re.match(r"(?:the\s+)?(?:past|previous)|the\s", match[0], re.IGNORECASE):
        return None
    if today is None:
        return Days(None, None, "span", "past")
    return Days(_back(_count(match, words), match["unit"], words, today), today, "span", "past")


def _read_which(found: re.Match[str], _words: DateWords, today: date | None) -> Days | None:
    which, unit = found["which"].casefold(), found["unit"].casefold()
    if which == "past":
        return None
    if today is None:
        return Days(None, None, "span")
    step = {"last": -1, "this": 0, "next": 1}[which]
    match unit:
        case "year":
            return Days(date(today.year + step, 1, 1), date(today.year + step, 12, 31), "year")
        case "month":
            months = today.year * 12 + today.month - 1 + step
            return Days(*_whole_month(months // 12, months % 12 + 1), "month")
        case "night":
            day = today + timedelta(days=min(step, 0))
            days = Days(day, day, "day")
        case "week":
            monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
            days = Days(monday, monday + timedelta(days=6), "span")
        case "weekend":
            saturday = today - timedelta(days=(today.weekday() - 5) % 7)
            days = Days(saturday, saturday + timedelta(days=1), "span")
        case _:
            days = Days(None, None, "span")
    return days


def _read_weekday(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    """The latest such day not after the article's; only with a capital, and "sun" and "sat" are no days."""
    name = match["weekday"]
    if not name[0].isupper() or len(name) < 6:  # noqa: PLR2004 - "Monday" is the shortest full name
        return None
    if today is None:
        return Days(None, None, "day")
    of = (match.groupdict().get("of") or "").casefold()
    back = (today.weekday() - words.weekdays[name.casefold()]) % 7
    if of == "next":
        back -= 7
    elif of in {"last", "past"} and back == 0:
        back = 7
    day = today - timedelta(days=back)
    return Days(day, day, "day")


def _read_word(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    if today is None:
        return Days(None, None, "day")
    first, last = words.days[re.sub(r"\s+", " ", match["word"].casefold())]
    return Days(today + timedelta(days=first), today + timedelta(days=last), "day")


def _read_year(match: re.Match[str], _words: DateWords, _today: date | None) -> Days | None:
    year = int(match["year"])
    return Days(date(year, 1, 1), date(year, 12, 31), "year", absolute=True)
