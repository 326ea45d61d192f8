"""Dates of different precision: a year, a month, a day or an instant, and how they lie to one another."""

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta
from functools import lru_cache

PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both ends inside.

    Attributes:
        first: First day; None where it is open.
        last: Last day; None where it is open.
    """

    first: date | None
    last: date | None

    def gap(self, other: "Days") -> int:
        """Days between two stretches; 0 where they meet."""
        if self.last and other.first and self.last < other.first:
            return (other.first - self.last).days
        if other.last and self.first and other.last < self.first:
            return (self.first - other.last).days
        return 0

    def before(self, other: "Days") -> bool:
        """Whether all of it is earlier than the other."""
        return self.last is not None and other.first is not None and self.last < other.first


@lru_cache(maxsize=8192)
def read_days(written: str | None) -> Days | None:
    """The days that a date of the contract covers: `2024-03` is all of March. None where it is no date."""
    match = PARTIAL.match(written or "")
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not MINYEAR < year < MAXYEAR:  # "9999-12-31" stands for no date, and no day comes after it
        return None
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return Days(first, last)


def read_span(first: str | None, last: str | None) -> Days | None:
    """The days between two dates of any precision; None where neither is one."""
    start, end = read_days(first), read_days(last)
    if start is None and end is None:
        return None
    return Days(start.first if start else None, end.last if end else None)


@lru_cache(maxsize=8192)
def read_instant(written: str | None) -> datetime | None:
    """The instant of an RFC 3339 time with a zone; None for a date or a time without one."""
    if not written or "T" not in written.upper().replace(" ", "T"):
        return None
    try:
        moment = datetime.fromisoformat(written)
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=8192)
def earlier(one: str | None, other: str | None) -> bool:
    """Whether one as-of time is before another; instants count only where both have a zone."""
    first, second = read_instant(one), read_instant(other)
    if first and second:
        return first < second
    a, b = read_days(one), read_days(other)
    return bool(a and b and a.before(b))


@lru_cache(maxsize=8192)
def days_apart(one: str | None, other: str | None) -> int | None:
    """Days between two dates; None where one is missing."""
    a, b = read_days(one), read_days(other)
    return a.gap(b) if a and b else None


def within_days(one: date, other: date, days: int) -> bool:
    """Whether `other` is no more than so many days after `one`."""
    return other <= one + timedelta(days=days)
