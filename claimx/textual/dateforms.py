"""The forms that dates are written in, from "14 September 2019" to "two months ago", and where a text has them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

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
from claimx.textual.spanreadings import (
    read_as_of_hour,
    read_decade,
    read_first,
    read_leading_to,
    read_months,
    read_neighbour,
    read_share,
    read_shift,
    read_so_far,
    read_years,
)


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

_TOGETHER = ("early", "late", "mid")
"""Words that may be written together with the month: "midMay"."""

MANY = 8
"""Forms of one opener that are first tried as one."""

_NAME_OF_GROUP = re.compile(r"\(\?P<\w+>")
_OPENER = re.compile(rf"(?<!\w)(?:\d|{'|'.join(_TOGETHER)}|[A-Za-z]++(?![^\W\d_])|[^\W\d_]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateForms:
    """The forms of dates, from the surest to the loosest; what one has taken is not looked at again.

    Attributes:
        forms: The forms.
        by_opener: What begins them, to their places in the list.
        months: Names of months.
        known: Names of months, and all that begins a form.
        guards: What begins many of them, "the" above all, to all of those as one pattern.
    """

    forms: tuple[DateForm, ...]
    by_opener: Mapping[str, tuple[int, ...]]
    months: frozenset[str]
    known: frozenset[str]
    guards: Mapping[str, re.Pattern[str]]

    def matches(self, text: str) -> Iterator[tuple[re.Match[str], Reader]]:
        """Where each form stands in a text, form by form; each is tried only at the words that it may begin with."""
        starts: list[list[int]] = [[] for _ in self.forms]
        for opener in _OPENER.finditer(text):
            word, at = opener[0].lower(), opener.start()
            if word not in self.known and word.isascii() and not word.isdecimal():
                continue  # most words of a text
            word = plain(word)
            if word in self.months and _is_apart(text, at):
                for index in self.by_opener[BLANK]:
                    starts[index].append(at - 1)
            begun = DIGIT if word.isdecimal() else word
            guard = self.guards.get(begun)
            if guard is None or guard.match(text, at):
                for index in self.by_opener.get(begun, ()):
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
        for opener in {
            *form.openers,
            *(early for early in _TOGETHER if any(w.startswith(early) for w in form.openers)),
        }:
            by_opener.setdefault(opener, []).append(index)
    guards = {
        word: _any_of_forms(forms[place] for place in places)
        for word, places in by_opener.items()
        if len(places) >= MANY
    }
    openers = {word: tuple(places) for word, places in by_opener.items()}
    return DateForms(forms, openers, frozenset(words.months), frozenset({*openers, *words.months}), guards)


def _any_of_forms(forms: Iterable[DateForm]) -> re.Pattern[str]:
    """One pattern for several forms."""
    return re.compile("|".join(_NAME_OF_GROUP.sub("(?:", form.pattern.pattern) for form in forms), re.IGNORECASE)


class _Pieces:
    """What the patterns of the forms are put together from, and the words that each piece may begin with."""

    def __init__(self, words: DateWords) -> None:
        self.months, self.weekdays, self.before = {*words.months}, {*words.weekdays}, {*words.before}
        self.parts = {*words.parts, "the"}
        self.early_months = {*words.months, *self.parts, BLANK}
        self.which = {"last", "this", "next", "past"}
        self.month = rf"(?P<month>{any_of(words.months)})(?:(?<=\b\w{{3}})\.|(?<=\b\w{{4}})\.(?=\s?\d))?"
        self.any_weekday = any_of(words.weekdays)
        self.weekday = rf"(?:(?:{self.any_weekday})\.?,?\s+)?"
        self.day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
        self.days = self.day + r"(?:\s?(?:-|–|to|and)\s?(?P<last_day>\d{1,2})(?:st|nd|rd|th)?)?"
        self.counts, self.ordinals = {*words.numbers}, {*words.ordinals}
        self.year = r"(?P<year>(?:19|20)\d\d)"
        self.number = rf"(?P<number>\d{{1,3}}|{any_of(words.numbers)})"
        self.unit = rf"(?P<unit>{any_of(words.units)})s?"
        self.after = rf"(?P<lead>(?:{any_of(words.before)})\s+)"
        self.in_part = rf"(?P<part>(?:the\s+)?(?:{any_of(words.parts)})(?:\s+of(?:\s+the)?)?)[\s-]?"
        self.early = rf"(?:{self.in_part}|[\s-])?"
        self.not_in_part = r"(?<!\bmid-)(?<!\bmid )(?<!\bmid)(?<!in early )(?<!in late )(?<!in early-)(?<!in late-)"
        clock = rf"(?:{any_of(words.clock)})"
        self.hour = (
            rf"(?:(?:early|late)\s+{clock}|{clock}|\d{{1,2}}[:.]\d\d(?:\s*[ap]\.?m\b\.?)?|\d{{1,2}}\s*[ap]\.?m\b\.?)"
        )


_Source = tuple[Collection[str], str, Reader]
"""Openers, pattern, reader."""


def _forms(words: DateWords) -> Iterator[DateForm]:
    pieces = _Pieces(words)
    shapes = (
        _wide(pieces),
        _days(pieces),
        _months(pieces),
        _spans(pieces, words),
        _years(pieces),
        _beside(pieces, words),
    )
    for openers, source, read in chain.from_iterable(shapes):
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
        (worded, rf"{of.not_in_part}{of.weekday}{of.month}\s+{of.days}(?![\d,]*\d|\s*(?:%|percent|million))", read_day),
        (numeric, rf"(?<![\d.,]){of.weekday}{of.days}[\s-]+(?:of\s+)?{of.month}(?!\w)", read_day),
    )


def _months(of: _Pieces) -> tuple[_Source, ...]:
    return (
        (of.early_months, rf"{of.early}{of.month},?\s+(?:of\s+)?{of.year}(?!\d)", read_month),
        (of.early_months, rf"{of.early}{of.month}\s+(?P<of>last|this|next)\s+year", read_month),
        (of.which, rf"(?:(?P<of>last|this|next)\s+){of.month}(?!\w)", read_month),
        (of.parts, rf"{of.in_part}{of.month}(?!\w)", read_month_after),
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
        (of.which, rf"(?P<which>last|this|next|past)\s+(?P<unit>{seasons})(?!\w)", read_which),
        ({"the"}, r"(?<=(?:at|er|ng)\s)(?P<which>the)\s+(?P<unit>weekend)(?!\w)", read_which),
        (of.weekdays | of.which, weekday, read_weekday),
        (words.days, rf"(?P<word>{any_of(words.days)})(?!\w)", read_word),
    )


def _years(of: _Pieces) -> tuple[_Source, ...]:
    return (
        (of.parts, rf"{of.in_part}{of.year}(?!\d|,\d|\s*%)", read_year),
        (of.before, rf"{of.after}{of.early}{of.year}(?!\d|,\d|\s*%)", read_year),
        ({DIGIT}, rf"(?<=the\s){of.year}(?=\s+[a-z])", read_year),
        ({DIGIT}, rf"(?<![^\n]){of.year}(?=\s+[a-z]+\s[a-z])", read_year),
    )


def _wide(of: _Pieces) -> tuple[_Source, ...]:
    """Spans that a month or year alone would cut short: "the three months to March", "the first half of 2022"."""
    month2, year2 = rf"(?P<month2>{any_of(of.months)})", r"(?P<year2>(?:19|20)\d\d)"
    joined = r"\s+(?:and|to|through|until|till)\s+|\s?[-–]\s?"
    said_year = rf"(?:(?:the\s+year\s+)?{of.year}|(?:(?P<of>last|this|next)|the)\s+year)(?!\d)"
    share = rf"(?:the\s+)?(?P<ordinal>{any_of(of.ordinals)})[\s-](?P<share>half|quarter)(?!\w)"
    to = r"\s+(?:to|through|up\s+to|(?:that\s+)?end(?:ing|ed)(?:\s+in)?)\s+(?:the\s+end\s+of\s+|end-|late\s+)?"
    many = rf"(?:the\s+)?(?:{of.number}\s+)?(?P<unit>month|year|decade)s?"
    opened = r"(?:between|from|in|during|over)\s+"
    any_month = any_of(of.months)
    first_many, maybe_month = rf"the\s+first\s+{of.number}\s+{of.unit}\s+of\s+", rf"(?:{of.month}(?!\w))?"
    month_or_year = rf"(?={any_month}|(?:19|20)\d\d)(?:{of.month}(?!\w))?(?:,?\s?{of.year})?(?!\w|\s+\d\d?(?!\d))"
    return (
        (
            {"between", "from", *of.months},
            rf"(?:(?:between|from)\s+)?{of.month}(?:\s+{of.year})?(?:{joined}){month2}(?:,?\s+{year2})?(?!\w|\s+\d)",
            read_months,
        ),
        (
            of.before | {"between", "over"},
            rf"{opened}{of.year}(?:{joined}){year2}(?!\d|,\d|\s*(?:%|percent|people))",
            read_years,
        ),
        ({"the", DIGIT}, r"(?:the\s+)?(?P<decade>(?:19|20)\d0)['’]?s(?!\w)", read_decade),
        ({"the", *of.ordinals}, rf"{share}\s+of\s+{said_year}", read_share),
        (of.before, rf"(?P<lead>(?:in|for|during|since)\s+)(?=the\s){share}(?!\s+of)(?P<year>)?(?P<of>)?", read_share),
        (
            {"the"},
            rf"{first_many}(?={any_month}|the|last|this|next|(?:19|20)\d\d){maybe_month}(?:(?:,?\s)?{said_year})?(?!\w)",
            read_first,
        ),
        ({"the", DIGIT, *of.counts}, rf"{many}{to}{month_or_year}", read_leading_to),
        (
            {"so", "earlier", "already"},
            r"(?:so\s+far|already|(?P<earlier>earlier))\s+this\s+(?P<unit>year|month|week)(?!\w)",
            read_so_far,
        ),
        ({"this"}, r"this\s+(?P<unit>year|month|week)\s+so\s+far", read_so_far),
        ({"the", "year", "month"}, r"(?:the\s+)?(?P<unit>year|month)[\s-]to[\s-]date", read_so_far),
        (of.parts, rf"{of.in_part}\s?(?<=the\s)(?P<unit>year|month|week)(?!\w)", read_so_far),
    )


def _beside(of: _Pieces, words: DateWords) -> tuple[_Source, ...]:
    """Times counted from a day spoken of before, "two days later", and the hour for which a figure holds."""
    on_a_day = (
        rf"[\s,]+(?:(?:local\s+time|GMT|UTC)[\s,]+)?(?:on\s+)?(?:{of.any_weekday}|{any_of(of.months)}|yesterday|\d)"
    )
    ends = r"(?!\w|\s+than|\s+(?:the|his|her|their|its|a|an|that|this|it|they|he|she|\w+ing)\b)"
    return (
        ({"as"}, rf"as\s+(?:of|at)\s+{of.hour}(?!{on_a_day}|\w)", read_as_of_hour),
        ({DIGIT, *words.numbers}, rf"{of.number}\s+{of.unit}\s+(?P<way>{any_of(words.shifts)}){ends}", read_shift),
        (
            {phrase.split()[0] for phrase in words.neighbours},
            rf"(?P<word>{any_of(words.neighbours)}){ends}",
            read_neighbour,
        ),
    )
