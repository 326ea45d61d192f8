"""Read what the words around a number say of time: a change ("rose by 30"), a rate ("20 a day")."""

from claimx.records.quantity import Direction
from claimx.textual.numbers.tokens import Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_LEVELS = frozenset(("above", "below", "past", "beyond"))
_EACH = frozenset(("a", "an", "per", "each", "every"))


def read_change(tokens: Tokens, first: int, words: NumberWords, *, taken: bool) -> Direction | None:
    """The direction, where the words before a number say that something rose or fell by it.

    "lost 4%" is a change; "lost 4 soldiers", "lost some $4 million" and "make up 4%" are none.

    Args:
        tokens: The text.
        first: Index of the number's first token, hedge included.
        words: The words to go by.
        taken: The number is of what may be lost or gained itself: things without a unit, or a large sum.
    """
    index = first - 1
    if tokens.low(first) in _LEVELS:
        return None  # "has risen above 50 percent" gives the level
    if tokens.low(index) == "by":
        index -= 1
    elif taken and tokens.low(index) in words.taking:
        return None
    if tokens.low(index) in ("up", "down") and tokens.low(index - 1) in words.context.phrasal:
        return None
    return words.rising.get(tokens.low(index))


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
        if low in _EACH:
            step = index + 1 + tokens.hyphen(index + 1)
            return words.periods.get(tokens.low(step))
        if low in words.context.function or not low or (not low.isalpha() and not tokens.hyphen(index)):
            return None
    return None
