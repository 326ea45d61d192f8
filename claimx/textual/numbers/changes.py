"""Read what the words around a number say of time: a change ("rose by 30"), a rate ("20 a day")."""

from claimx.records.quantity import Direction
from claimx.textual.numbers.measured import Measured
from claimx.textual.numbers.tokens import WORD, Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_OBJECT = 6
_POINTS = ("percent", "point", "percentage point", "basis point")


def read_change(tokens: Tokens, number: Measured, first: int, words: NumberWords, *, taken: bool) -> Direction | None:
    """The direction, where the words around a number say that something rose or fell by it.

    "lost 4%", "cut its rate by 4 points" and "closed 4 points lower" are changes; "lost 4 soldiers", "lost some $4
    million", "make up 4%" and "fell short of 4%" are none.

    Args:
        tokens: The text.
        number: The number.
        first: Index of its first token, hedge included.
        words: The words to go by.
        taken: The number is of what may be lost or gained itself: things without a unit, or a large sum.
    """
    index = first - 1
    if tokens.low(first) in words.context.level or tokens.low(first + 1) in words.context.level:
        return None  # "has risen above 50 percent", "fell just short of 50 percent" give the level
    if tokens.low(index) == "by":
        index -= 1
        found = words.rising_by.get(tokens.low(index))
        alone = tokens.low(number.after) == "to" or not tokens.low(number.after).isalpha()
        return found or (_verb_before(tokens, index, words) if alone or number.unit is not None else None)
    if taken and tokens.low(index) in words.taking:
        return None
    if tokens.low(index) in ("up", "down") and tokens.low(index - 1) in words.context.phrasal:
        return None
    return words.rising.get(tokens.low(index)) or _closing(tokens, number, words)


def _verb_before(tokens: Tokens, index: int, words: NumberWords) -> Direction | None:
    """The direction of the verb whose object stands before "by": "cut its key rate by"."""
    for step in range(1, _OBJECT):
        token = tokens[index - step]
        if token.low in words.rising_by:
            return words.rising_by[token.low]
        if token.kind != WORD:
            return None
    return None


def _closing(tokens: Tokens, number: Measured, words: NumberWords) -> Direction | None:
    """The direction behind a number: "closed 80 points lower"; not "80 points lower than"."""
    told = tokens.low(number.after)
    closes = told in words.context.closing and tokens.low(number.after + 1) != "than"
    return words.rising.get(told) if closes and number.unit in _POINTS else None


def read_period(tokens: Tokens, after: int, words: NumberWords) -> str | None:
    """The period or thing that a rate is per: "20 a day", "$9-an-hour", "weekly".

    Args:
        tokens: The text.
        after: Index after the number with its unit.
        words: The words to go by.
    """
    for index in (after, after + 1, after + 2):
        low = tokens.low(index)
        if low in ("daily", "annually", "weekly", "monthly", "yearly", "hourly") and index == after:
            return words.periods.get(low)
        if low in words.context.each:
            step = index + 1 + tokens.hyphen(index + 1)
            return words.periods.get(tokens.low(step))
        if low in words.context.function or not low or (not low.isalpha() and not tokens.hyphen(index)):
            return None
    return None
