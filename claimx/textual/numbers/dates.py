"""Recognize dates, years, clock times and ordinals: numbers that state no quantity."""

from claimx.textual.numbers.cardinals import is_fraction
from claimx.textual.numbers.digits import read_digits
from claimx.textual.numbers.plurals import is_plural
from claimx.textual.numbers.primes import is_year_mark
from claimx.textual.numbers.tokens import BREAK, NUMBER, SYMBOL, WORD, Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_FIRST_YEAR = 1000
_FIRST_MODERN_YEAR = 1900
_LAST_YEAR = 2100
_LAST_DAY = 31
_MOST_DAYS = 5
_HOURS = 24
_MINUTES = 60
_YEAR_DIGITS = 4
_FIRST_OPEN_YEAR = 1700
_ROUND = 10


def skip_date(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """Index after the date, time or ordinal that starts with a number; None where there is none.

    Args:
        tokens: The text.
        start: Index of a number in digits.
        words: The words to go by.
    """
    return (
        _ordinal_or_decade(tokens, start, words)
        or _numeric_date(tokens, start)
        or _clock(tokens, start, words)
        or _day_of_month(tokens, start, words)
        or _year(tokens, start, words)
    )


def _ordinal_or_decade(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """Pass over "11th", "1990s", "the '90s", "the 74' goal"; not the feet of "at 300'"."""
    if not tokens.glued(start + 1):
        return None
    low = tokens.low(start + 1)
    named = low in _ORDINAL_ENDINGS or low in ("s", "'s") or is_year_mark(tokens, start + 1, words)
    return start + 2 if named else None


def _numeric_date(tokens: Tokens, start: int) -> int | None:
    """Pass over "19.03.2024", "2024-03-19", "3/14/2013", "9/11", "24/7"."""
    if read_digits(tokens.low(start)) is None:
        return start + 1
    last = start
    while (tokens.hyphen(last + 1) or (tokens.low(last + 1) == "/" and tokens.glued(last + 1))) and (
        tokens[last + 2].kind == NUMBER and tokens.glued(last + 2)
    ):
        last += 2
    three = last >= start + 4
    two_with_slash = last == start + 2 and tokens.low(start + 1) == "/" and not is_fraction(tokens, start)
    return last + 1 if three or two_with_slash else None


def _clock(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """Pass over "7:45am", "10.30 p.m.", "0401 GMT", "7-9pm", "at 0920 (1520 GMT)"."""
    if _is_military_time(tokens, start, words):
        return start + 1
    last = start + 1
    clock = False
    while tokens.low(last) == ":" and tokens.glued(last) and tokens.glued(last + 1) and tokens[last + 1].kind == NUMBER:
        last += 2
        clock = True
    if tokens.dash(last) and tokens[last + 1].kind == NUMBER and (tokens.low(last + 2) in words.context.clock):
        last += 2
    step = last + 1 if tokens.hyphen(last) else last
    if tokens.low(step) in words.context.clock and len(tokens.low(start)) <= _YEAR_DIGITS + 1:
        return step + 1
    return last if clock else None


def _is_military_time(tokens: Tokens, start: int, words: NumberWords) -> bool:
    """Whether four digits are a time by their look: "0305", "at 0920 (1520 GMT)"."""
    low = tokens.low(start)
    if not low.isdecimal() or len(low) != _YEAR_DIGITS or int(low[:2]) >= _HOURS or int(low[2:]) >= _MINUTES:
        return False
    led = tokens.low(start - 1) in words.context.time_lead
    return low.startswith("0") or (led and tokens.low(start + 1) == "(" and tokens[start + 2].kind == NUMBER)


def _month(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether a month stands at an index: "may" and "march" in small letters only where a date ends ("on 21 may.")."""
    token = tokens[index]
    ends = tokens[index + 1].kind != WORD and tokens[index - 1].kind == NUMBER
    return token.low in words.context.month and (token.upper or ends or token.low not in ("may", "march", "mar"))


def _day_of_month(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """Pass over "October 7, 2023", "Oct. 7-9", "7 October", "14 and 15 May"."""
    if not tokens.low(start).isdecimal():
        return None
    before = start - 2 if tokens.low(start - 1) == "." else start - 1
    # "On 9 October 14 dams broke": the month has its day; the 27 of "Sept. 27 Oct. 1" belongs to the month before it.
    taken = _is_day(tokens, before - 1) and not _month(tokens, before - 2 - (tokens.low(before - 2) == "."), words)
    # "In mid-February 9 people died": the middle of a month has no day.
    taken = taken or tokens.low(before - 1) == "mid" or (tokens.dash(before - 1) and tokens.low(before - 2) == "mid")
    if _month(tokens, before, words) and not taken and (_is_day(tokens, start) or _is_year(tokens, start)):
        return _past_days_after_month(tokens, start)
    return _past_days_before_month(tokens, start, words) if _is_day(tokens, start) else None


def _past_days_after_month(tokens: Tokens, start: int) -> int:
    """Index after "7", "7-9", "7 and 8", "7, 2023"; not after the 12 of "October 7, 12 people"."""
    last = start + 1
    for _ in range(_MOST_DAYS):
        low = tokens.low(last)
        joined = tokens.dash(last) or low in ("to", "&") or (low in ("and", ",") and _ends_list(tokens, last + 2))
        if not joined or not _is_day(tokens, last + 1):
            break
        last += 2
    if tokens.low(last) == "," and _is_year(tokens, last + 1):
        return last + 2
    return last + 1 if _is_year(tokens, last) else last


def _past_days_before_month(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """Index after "7 October", "7-9 October 2023", "14 and 15 May"."""
    last = start + 1
    for _ in range(_MOST_DAYS):
        joined = tokens.dash(last) or tokens.low(last) in ("and", "to", "or", "&")
        if not joined or not _is_day(tokens, last + 1):
            break
        last += 2
    last += tokens.hyphen(last)
    if not _month(tokens, last, words):
        return None
    last += 1
    short_year = _is_short_year(tokens, last) and tokens[last + 1].kind in (SYMBOL, BREAK)
    return last + 1 if short_year or _is_year(tokens, last) else last


def _is_short_year(tokens: Tokens, index: int) -> bool:
    """Whether two digits stand at an index, as in "7 jun 91"."""
    return tokens.low(index).isdecimal() and len(tokens.low(index)) == 2  # noqa: PLR2004 - "89"


def _is_day(tokens: Tokens, index: int) -> bool:
    low = tokens.low(index)
    return tokens[index].kind == NUMBER and low.isdecimal() and len(low) < 3 and int(low) <= _LAST_DAY  # noqa: PLR2004 - "31"


def _ends_list(tokens: Tokens, index: int) -> bool:
    """Whether nothing is counted after a day: "October 7 and 8," and not "on October 7, 12 people"."""
    return tokens[index].kind in (SYMBOL, BREAK)


def _is_year(tokens: Tokens, index: int) -> bool:
    low = tokens.low(index)
    return (
        tokens[index].kind == NUMBER
        and low.isdecimal()
        and len(low) == _YEAR_DIGITS
        and _FIRST_YEAR <= int(low) <= _LAST_YEAR
    )


def _year(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """Pass over "in 2024", "the 2024 race", "2023-24", "(1986)"; not "2000 people", not "more than 1950 cases"."""
    if not _is_year(tokens, start) or _is_amount(tokens, start, words):
        return None
    last = _past_span(tokens, start)
    lead = tokens.low(start - 1)
    counts = _counts(tokens, last, words)
    if int(tokens.low(start)) < _FIRST_MODERN_YEAR and not _is_old_year(tokens, start, words):
        return None
    if lead in words.context.year_lead or _month(tokens, start - 1, words):
        return None if counts and lead not in ("in", "year") else last
    if lead in words.context.owner and int(tokens.low(start)) % _ROUND and tokens.low(last) not in words.context.people:
        return last  # "its 2021 accounts"; "its 2000 nurses" are counted
    return None if counts and lead not in ("the", "'s") else last


def _is_amount(tokens: Tokens, start: int, words: NumberWords) -> bool:
    """Whether what stands beside a number of four digits makes it an amount: a hedge, a currency, "an average of"."""
    hedge = words.before.behind(tokens, start)
    dated = hedge and (
        tokens.low(hedge[1] - 1) in words.context.year_before_hedge  # "since at least 2014"
        or _spans_years(tokens, start)
        or (
            tokens.low(hedge[1]) in words.context.about_year and tokens[start + 1].kind != WORD
        )  # "devised around 1970."
    )
    return bool(
        (hedge and not dated)
        or words.currency_before.behind(tokens, start)
        or words.currency_after.ahead(tokens, start + 1)
        or (tokens.glued(start + 1) and tokens[start + 1].kind == WORD)
        or (tokens.low(start - 1) == "of" and tokens.low(start - 2) in words.context.total)
    )


def _spans_years(tokens: Tokens, start: int) -> bool:
    """Whether a dash joins two years: "over 1990-2000"."""
    return tokens.dash(start + 1) and _is_year(tokens, start + 2)


def _past_span(tokens: Tokens, start: int) -> int:
    """Index after a year or a span of years: "2023-24", "2014 and 2017"."""
    last = start + 1
    if (tokens.dash(last) or tokens.low(last) in ("/", "and", "to")) and tokens[last + 1].kind == NUMBER:
        short = tokens.hyphen(last) and _is_short_year(tokens, last + 1)
        if short or _is_year(tokens, last + 1):
            return last + 2
    return last


def _is_old_year(tokens: Tokens, start: int, words: NumberWords) -> bool:
    """Whether a year before 1900 is one: "in 1788", "dates to 1788"; not "grew by 1800", "one of 1500"."""
    lead = tokens.low(start - 1)
    if lead in words.context.open_year_lead:
        return tokens.low(start - 2) not in words.moving and int(tokens.low(start)) >= _FIRST_OPEN_YEAR
    if lead == "the" and tokens.low(start - 2) in words.context.old_year_lead:
        return int(tokens.low(start)) >= _FIRST_OPEN_YEAR
    return lead in words.context.old_year_lead


def _counts(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether what follows is counted: a unit, or a plural that is no dated thing ("elections")."""
    token = tokens[index]
    if token.kind != WORD or token.upper:
        return bool(words.units.ahead(tokens, index))
    if token.low in words.context.year_noun:
        return False
    return token.low in words.context.people or bool(words.units.ahead(tokens, index)) or is_plural(token.low)
