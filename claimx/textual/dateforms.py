"""The forms that dates are written in, from "14 September 2019" to "two months ago", and where a text has them."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from claimx.textual.datereadings import (
    Reader,
    read_ago,
    read_day,
    read_digits,
    read_month,
    read_month_after,
    read_past,
    read_weekday,
    read_which,
    read_word,
    read_year,
)
from claimx.textual.datewords import DateWords, any_of, plain


@dataclass(frozen=True, slots=True)
class DateForm:
    """A form that dates are written in.

    Attributes:
        pattern: The form.
        read: What a match means.
        openers: What it may begin with: words in lower case, `DIGIT`, `BLANK`.
    """

    pattern: re.Pattern[str]
    read: Reader
    openers: frozenset[str]


DIGIT, BLANK = "0", " "
"""Openers of forms: a digit; white space or a hyphen before the name of a month."""

_EARLY = ("early", "late", "mid")
"""Words that may be written together with the month: "midMay"."""

_OPENER = re.compile(rf"(?<!\w)(?:\d|{'|'.join(_EARLY)}|[^\W\d_]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateForms:
    """The forms of dates, from the surest to the loosest; what one has taken is not looked at again.

    Attributes:
        forms: The forms.
        by_opener: What begins them, to their places in the list.
        months: Names of months.
    """

    forms: tuple[DateForm, ...]
    by_opener: Mapping[str, tuple[int, ...]]
    months: frozenset[str]

    def matches(self, text: str) -> Iterator[tuple[re.Match[str], Reader]]:
        """Where each form stands in a text, form by form; each is tried only at the words that it may begin with."""
        starts: list[list[int]] = [[] for _ in self.forms]
        for opener in _OPENER.finditer(text):
            word, at = plain(opener[0]), opener.start()
            if word in self.months and _is_apart(text, at):
                for index in self.by_opener[BLANK]:
                    starts[index].append(at - 1)
            for index in self.by_opener.get(DIGIT if word.isdecimal() else word, ()):
                starts[index].append(at)
        for form, places in zip(self.forms, starts, strict=True):
            end = 0
            for start in places:
                match = form.pattern.match(text, start) if start >= end else None
                if match:
                    end = match.end()
                    yield match, form.read


def _is_apart(text: str, month: int) -> bool:
    """Whether a form may begin with the space or hyphen before a month: after anything but a word."""
    apart = month > 0 and (text[month - 1].isspace() or text[month - 1] == "-")
    return apart and (month == 1 or not (text[month - 2].isalnum() or text[month - 2] == "_"))


@lru_cache(maxsize=8)
def date_forms(words: DateWords) -> DateForms:
    """The forms of dates in the words of a language."""
    forms = tuple(_forms(words))
    by_opener: dict[str, list[int]] = {}
    for index, form in enumerate(forms):
        for opener in {*form.openers, *(early for early in _EARLY if any(w.startswith(early) for w in form.openers))}:
            by_opener.setdefault(opener, []).append(index)
    return DateForms(forms, {word: tuple(places) for word, places in by_opener.items()}, frozenset(words.months))


class _Pieces:
    """What the patterns of the forms are put together from, and the words that each piece may begin with."""

    def __init__(self, words: DateWords) -> None:
        self.months, self.weekdays, self.before = {*words.months}, {*words.weekdays}, {*words.before}
        self.early_months = {*words.months, *_EARLY, "the", BLANK}
        self.which = {"last", "this", "next", "past"}
        self.month = rf"(?P<month>{any_of(words.months)})(?:(?<=\b\w{{3}})\.|(?<=\b\w{{4}})\.(?=\s?\d))?"
        self.any_weekday = any_of(words.weekdays)
        self.weekday = rf"(?:(?:{self.any_weekday})\.?,?\s+)?"
        self.day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
        self.days = self.day + r"(?:\s?(?:-|–|to|and)\s?(?P<last_day>\d{1,2})(?:st|nd|rd|th)?)?"
        self.year = r"(?P<year>(?:19|20)\d\d)"
        self.number = rf"(?P<number>\d{{1,3}}|{any_of(words.numbers)})"
        self.unit = rf"(?P<unit>{any_of(words.units)})s?"
        self.after = rf"(?P<lead>(?:{any_of(words.before)})\s+)"
        self.early = r"(?:early|late|mid-?|the\s+(?:start|beginning|end|middle)\s+of)?[\s-]?"


_Source = tuple[Collection[str], str, Reader]
"""Openers, pattern, reader."""


def _forms(words: DateWords) -> Iterator[DateForm]:
    pieces = _Pieces(words)
    for openers, source, read in (*_days(pieces), *_months(pieces), *_spans(pieces, words), *_years(pieces)):
        pattern = re.compile(rf"(?<![\w]){source}", re.IGNORECASE)
        yield DateForm(pattern, read, frozenset(opener.split()[0] if opener.strip() else opener for opener in openers))


def _days(of: _Pieces) -> tuple[_Source, ...]:
    """Days of a month, with and without a year."""
    numeric, worded = of.weekdays | {DIGIT}, of.weekdays | of.months
    return (
        ({DIGIT}, rf"{of.year}-(?P<m>\d\d)-(?P<day>\d\d)(?!\d)", read_digits),
        ({DIGIT}, rf"(?P<day>\d{{1,2}})[./](?P<m>\d{{1,2}})[./]{of.year}(?!\d)", read_digits),
        (numeric, rf"{of.weekday}{of.days}\s+(?:of\s+)?{of.month},?\s+{of.year}(?!\d)", read_day),
        (worded, rf"{of.weekday}{of.month}\s+{of.days}(?:,\s*|\s+){of.year}(?!\d)", read_day),
        ({DIGIT}, rf"{of.day}\s+{of.month}\s+(?P<short>\d\d)(?=\s*\()", read_day),
        (worded, rf"{of.weekday}{of.month}\s+{of.days}(?![\d,]*\d|\s*(?:%|percent|million))", read_day),
        (numeric, rf"(?<![\d.,]){of.weekday}{of.days}[\s-]+(?:of\s+)?{of.month}(?!\w)", read_day),
    )


def _months(of: _Pieces) -> tuple[_Source, ...]:
    return (
        (of.early_months, rf"{of.early}{of.month},?\s+(?:of\s+)?{of.year}(?!\d)", read_month),
        (of.early_months, rf"{of.early}{of.month}\s+(?P<of>last|this|next)\s+year", read_month),
        (of.which, rf"(?:(?P<of>last|this|next)\s+){of.month}(?!\w)", read_month),
        (of.before, rf"{of.after}{of.early}{of.month}(?!\w)", read_month_after),
    )


def _spans(of: _Pieces, words: DateWords) -> tuple[_Source, ...]:
    """What the article's date decides: "two months ago", "Monday"."""
    past = rf"(?:the\s+)?(?:past|last|previous|preceding)\s+(?:{of.number}\s+)?{of.unit}(?!\w)"
    seasons = "week|month|year|weekend|summer|winter|spring|autumn|night"
    weekday = rf"(?:(?P<of>last|this|next|past)\s+)?(?P<weekday>{of.any_weekday})(?!\w)"
    return (
        ({*words.numbers, DIGIT}, rf"{of.number}\s+{of.unit}\s+ago", read_ago),
        ({"the", "past", "last", "previous", "preceding"}, past, read_past),
        (of.which, rf"(?P<which>last|this|next|past)\s+(?P<unit>{seasons})", read_which),
        (of.weekdays | of.which, weekday, read_weekday),
        (words.days, rf"(?P<word>{any_of(words.days)})(?!\w)", read_word),
    )


def _years(of: _Pieces) -> tuple[_Source, ...]:
    return (
        (of.before, rf"{of.after}{of.early}{of.year}(?!\d|,\d|\s*%)", read_year),
        ({DIGIT}, rf"(?<=the\s){of.year}(?=\s+[a-z])", read_year),
        ({DIGIT}, rf"(?<![^\n]){of.year}(?=\s+[a-z]+\s[a-z])", read_year),
    )
