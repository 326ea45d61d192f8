"""Recognize names and labels that hold a number, phone numbers, scores: no quantities either."""

from claimx.textual.numbers.dates import is_plural
from claimx.textual.numbers.tokens import BREAK, NUMBER, WORD, Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_HYPHENATED_COUNTS = frozenset(("magnitude", "minus", "plus", "sub", "under", "over"))
_SENTENCE_ENDS = frozenset(".!?:;|“\"‘'(")
_STREETS = frozenset("street st avenue ave road rd way lane drive boulevard blvd square court place highway".split())
_CALLS = frozenset("call phone tel dial hotline text telephone ring".split())
_LOCAL_PHONE = 4
_SCORE_WINDOW = 4
_LONGEST_SCORE = 3


def skip_label(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """Index after a name or label that a number in digits is part of; None where it is not.

    Args:
        tokens: The text.
        start: Index of a number in digits.
        words: The words to go by.
    """
    return (
        _glued_name(tokens, start, words)
        or _enumerator(tokens, start)
        or _named(tokens, start, words)
        or _address(tokens, start)
    )


def _glued_name(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """ "COVID-19", "F-16", "G7", "mid-30s", "#12"; not "magnitude-8.8", "US55"."""
    before = tokens[start - 1]
    if tokens.glued(start) and before.kind == WORD and not words.currency_before.behind(tokens, start):
        return _past_glued(tokens, start)
    if tokens.glued(start) and before.low in ("#", "@", "_"):
        return _past_glued(tokens, start)
    if tokens.hyphen(start - 1) and tokens[start - 2].kind == WORD:
        word = tokens.low(start - 2)
        if word in _HYPHENATED_COUNTS and not (word in ("under", "over") and len(tokens.low(start)) <= 2):  # noqa: PLR2004
            return None
        if before.low in ("–", "—"):
            return None
        return _past_glued(tokens, start)
    return None


def _past_glued(tokens: Tokens, start: int) -> int:
    last = start + 1
    while tokens.glued(last) and tokens[last].kind in (WORD, NUMBER):
        last += 1
    return last


def _enumerator(tokens: Tokens, start: int) -> int | None:
    """ "1. Open the box" at the start of a line; "(2)"."""
    if tokens.low(start - 1) == "(" and tokens.low(start + 1) == ")" and len(tokens.low(start)) <= 2:  # noqa: PLR2004
        return start + 2
    if tokens[start - 1].kind != BREAK or len(tokens.low(start)) > 2:  # noqa: PLR2004
        return None
    return start + 2 if tokens.low(start + 1) in (".", ")") and tokens[start + 2].upper else None


def _named(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """ "Resolution 2728", "Channel 12", "the iPhone 11", "the Big 12"; not "Gaza 12 people", not "Trump 34 percent"."""
    before = tokens[start - 1]
    index = start - 1
    if before.low == "." and tokens.low(start - 2) in ("no", "nos", "art", "sec", "fig", "vol", "pp", "p"):
        return start + 1
    if before.kind != WORD:
        return None
    last = start + 1
    while (
        tokens.low(last) in ("-", "/", "(")
        and tokens.glued(last)
        and tokens.glued(last + 1)
        and tokens[last + 1].kind in (NUMBER, WORD)
    ):
        last += 2
    if before.low in words.labels and (before.upper or not _counted(tokens, start + 1, words)):
        return last
    if before.low in words.products and before.upper:
        return last
    if not before.upper or words.currency_before.behind(tokens, start) or words.before.behind(tokens, start):
        return None
    if tokens[index - 1].kind == BREAK or tokens.low(index - 1) in _SENTENCE_ENDS or _headline(tokens, start):
        return None
    if words.months.isdisjoint((before.low,)) and not _counted(tokens, start + 1, words):
        return last
    return None


def _counted(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether the word after a number is what it counts or measures."""
    token = tokens[index]
    if tokens.hyphen(index) or token.low in "%":
        return bool(token.low)
    if words.units.ahead(tokens, index) or words.currency_after.ahead(tokens, index) or token.low in words.magnitudes:
        return True
    if token.kind != WORD or token.upper:
        return False
    return (
        token.low in words.people
        or is_plural(token.low)
        or any(
            is_plural(tokens.low(step)) or tokens.low(step) in words.people
            for step in (index + 1, index + 2)
            if tokens[step].kind == WORD and token.low not in words.function
        )
    )


def _headline(tokens: Tokens, index: int) -> bool:
    """Whether a number stands in a line of capitalized words, where a capital says nothing."""
    upper = lower = 0
    for step in (-1, 1):
        position = index + step
        for _ in range(8):
            token = tokens[position]
            if token.kind == BREAK or token.low in ".!?":
                break
            if token.kind == WORD:
                upper += token.upper
                lower += not token.upper and len(token.low) > 3  # noqa: PLR2004
            position += step
    return upper > 2 * lower and upper > 2  # noqa: PLR2004


def _address(tokens: Tokens, start: int) -> int | None:
    """ "358 Willow Way", "9 East 71st St"."""
    index = start + 1
    while index < start + 5 and (tokens[index].upper or tokens[index].kind == NUMBER):
        if tokens.low(index) in _STREETS and index > start + 1:
            return index + 1
        index += 1
    return None


def skip_score(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """Index after the score, vote or phone number "5-4" that starts with a number; None where it is a range or no pair.

    A pair with a hyphen is a score where it falls ("5-4"), or where a word of games or votes stands near ("a 1-2 defeat").

    Args:
        tokens: The text.
        start: Index of a number in digits.
        words: The words to go by.
    """
    if not tokens.dash(start + 1) or tokens[start + 2].kind != NUMBER or not tokens.glued(start + 1):
        return None
    if not tokens.glued(start + 2):
        return None
    first, second = tokens.low(start), tokens.low(start + 2)
    if not (first.isdecimal() and second.isdecimal()):
        return None
    if second.startswith("0") and len(second) > 1:
        return start + 3
    if len(second) == _LOCAL_PHONE and len(first) < _LOCAL_PHONE and _near(tokens, start, _CALLS):
        return start + 3
    if max(len(first), len(second)) > _LONGEST_SCORE:
        return None
    if words.units.ahead(tokens, start + 3) or words.currency_before.behind(tokens, start):
        return None
    if int(first) >= int(second) or _near(tokens, start, words.contests):
        return start + 3
    return None


def _near(tokens: Tokens, start: int, wanted: frozenset[str]) -> bool:
    around = (*range(start - _SCORE_WINDOW, start), *range(start + 3, start + 3 + _SCORE_WINDOW - 1))
    return any(tokens.low(index) in wanted for index in around)
