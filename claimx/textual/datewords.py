"""The words that dates are made of, and what the days of a date are."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Relation = Literal["in", "since", "until", "past"]
Grain = Literal["day", "month", "year", "span"]


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
        parts: Words for a part of a month or year, to its first and last day in one, first and last month in the other.
        ordinals: Which half or quarter of a year.
        clock: Words for times of a day, "noon", which may stand between "by" and a day.
        shifts: Words after a span of time, to the way that it is counted from the day spoken of last: "later" to 1.
        onsets: Nouns for when something began: "outbreak".
        neighbours: Phrases for a day beside the one spoken of last, to the days between: "the day before" to -1.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, tuple[int, int]]
    units: Mapping[str, int]
    numbers: Mapping[str, int]
    since: tuple[str, ...]
    until: tuple[str, ...]
    before: tuple[str, ...]
    parts: Mapping[str, tuple[int, ...]]
    ordinals: Mapping[str, int]
    clock: tuple[str, ...]
    shifts: Mapping[str, int]
    neighbours: Mapping[str, int]
    onsets: tuple[str, ...]

    def __hash__(self) -> int:
        """Words are equal only to themselves: they are read once."""
        return id(self)


@dataclass(frozen=True, slots=True)
class Days:
    """What a pattern makes of its match.

    Attributes:
        first: The first day; None where the words do not say.
        last: The last day.
        grain: How fine it is.
        relation: Whether it opens or closes a span.
        absolute: The words give the year.
        month: The month named.
        day: The day of the month named.
        shift: How many units (negative: before) from the day spoken of last, and which: (-2, "day").
    """

    first: date | None
    last: date | None
    grain: Grain
    relation: Relation = "in"
    absolute: bool = False
    month: int | None = None
    day: int | None = None
    shift: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class FoundDays:
    """Days where they stand; code points, half-open."""

    start: int
    end: int
    days: Days


def plain(word: str) -> str:
    """A word as the vocabulary spells it; the patterns read "APRİL" and "aprıl" as they do "April"."""
    folded = word.casefold()
    return folded if folded.isascii() else folded.replace("ı", "i").replace("̇", "")


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
