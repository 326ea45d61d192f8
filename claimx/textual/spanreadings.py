"""The days that spans of months and years mean: "between January and June", "the first half of 2022"."""

import re
from datetime import date, timedelta

from claimx.textual.datereadings import back, count_of, month_number, part_named, whole_month
from claimx.textual.datewords import DateWords, Days, plain

MONTHS_OF = {"half": 6, "quarter": 3}


def read_months(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    """Read "between November and February"; without a year the latest such months whose last has begun."""
    first, last = month_number(match, words), words.months[plain(match["month2"])]
    if first is None:
        return None
    given = match["year2"] or match["year"]
    if today is None and given is None:
        return Days(None, None, "span")
    if match["year2"] or today is None:
        year = int(match["year2"] or given)
    elif match["year"]:
        year = int(match["year"]) + (first > last)
    else:
        year = today.year - (last > today.month)
    opened = int(match["year"]) if match["year"] else year - (first > last)
    begun, ended = date(opened, first, 1), whole_month(year, last)[1]
    return Days(begun, ended, "span", absolute=given is not None) if begun <= ended else None


def read_years(match: re.Match[str], _words: DateWords, _today: date | None) -> Days | None:
    """Read "between 2015 and 2019"."""
    first, last = int(match["year"]), int(match["year2"])
    return Days(date(first, 1, 1), date(last, 12, 31), "span", absolute=True) if first <= last else None


def read_decade(match: re.Match[str], _words: DateWords, _today: date | None) -> Days | None:
    """Read "the 1990s"."""
    first = int(match["decade"])
    return Days(date(first, 1, 1), date(first + 9, 12, 31), "span", absolute=True)


def _year_of(match: re.Match[str], today: date | None) -> int | None:
    """The year that a match gives, or "last year", "the year", by the article's date."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(match["year"])
    step = {"last": -1, "next": 1}.get(plain(groups.get("of") or ""), 0)
    return today.year + step if today else None


def read_share(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    """Read "the first half of 2022", "the third quarter"; a bare quarter is the latest that has begun."""
    count, months = words.ordinals[plain(match["ordinal"])], MONTHS_OF[plain(match["share"])]
    year = _year_of(match, today)
    if count * months > 12:  # noqa: PLR2004 - months of a year
        return None
    if year is None:
        return Days(None, None, "span")
    named = match["year"] or match["of"]
    if today and not named and date(year, (count - 1) * months + 1, 1) > today:
        year -= 1
    return Days(date(year, (count - 1) * months + 1, 1), whole_month(year, count * months)[1], "span")


def read_first(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    """Read "the first five months of the year", "the first two weeks of June"."""
    if match["month"]:
        number = month_number(match, words)
        year = _year_of(match, today)
        if number is None or year is None:
            return None
        begun = date(year if match["year"] or today is None else year - (number > today.month), number, 1)
    else:
        year = _year_of(match, today)
        if year is None:
            return Days(None, None, "span")
        begun = date(year, 1, 1)
    ended = back(-count_of(match, words), match["unit"], words, begun)
    return Days(begun, ended - timedelta(days=1), "span") if ended and ended > begun else None


def read_leading_to(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    """Read "the three months to March", "the decade to 2020"."""
    if match["month"]:
        number = month_number(match, words)
        year = int(match["year"]) if match["year"] else today.year - ((number or 0) > today.month) if today else None
        if number is None or year is None:
            return None if number is None else Days(None, None, "span")
        ended = whole_month(year, number)[1]
    else:
        ended = date(int(match["year"]), 12, 31)
    begun = back(count_of(match, words), match["unit"], words, ended + timedelta(days=1))
    return Days(begun, ended, "span", absolute=match["year"] is not None) if begun else None


def read_so_far(match: re.Match[str], words: DateWords, today: date | None) -> Days | None:
    """Read "so far this year", "earlier this month": from its first day to the article's."""
    if today is None:
        return Days(None, None, "span")
    unit = plain(match["unit"])
    begun = (
        date(today.year, 1, 1)
        if unit == "year"
        else today.replace(day=1)
        if unit == "month"
        else today - timedelta(days=today.weekday())
    )
    groups = match.groupdict()
    part = part_named(groups, words)
    if part and unit == "year":
        return Days(date(today.year, part[2], 1), whole_month(today.year, part[3])[1], "span")
    if part and unit == "month":
        return Days(
            begun.replace(day=part[0]),
            begun.replace(day=min(part[1], whole_month(today.year, today.month)[1].day)),
            "span",
        )
    if part:
        return Days(begun, begun + timedelta(days=6), "span")
    return Days(begun, today, "span", "in" if groups.get("earlier") else "since")


def read_as_of_hour(_match: re.Match[str], _words: DateWords, today: date | None) -> Days | None:
    """Read "as of 6 p.m.": the article's own day."""
    return Days(None, today, "span", "until")


def read_shift(match: re.Match[str], words: DateWords, _today: date | None) -> Days | None:
    """Read "two days later"; the day that it is counted from stands elsewhere."""
    return Days(
        None, None, "span", shift=(words.shifts[plain(match["way"])] * count_of(match, words), plain(match["unit"]))
    )


def read_neighbour(match: re.Match[str], words: DateWords, _today: date | None) -> Days | None:
    """Read "the following day"."""
    return Days(None, None, "day", shift=(words.neighbours[re.sub(r"\s+", " ", plain(match["word"]))], "day"))
