"""Read words that say that there is none: "no casualties", "no one was hurt", "zero deaths"."""

from decimal import Decimal

from claimx.textual.numbers.core import Core
from claimx.textual.numbers.tokens import BREAK, SYMBOL, Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_WINDOW = 6
_ZERO = Decimal(0)


def read_zero(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    """The word for none that starts at a token, where it states a figure.

    "no" states one before what may be counted as harm ("no casualties", "no immediate reports of injuries"), "any"
    where the clause denies it, "no one" and
    "none" where somebody might have been harmed ("no one was hurt"); "no one knows", "no evidence" and "zero
    tolerance" state none.

    Args:
        tokens: The text.
        start: Index of a token.
        words: The words to go by.

    Returns:
        The number, or None.
    """
    low = tokens.low(start)
    if low == "zero":
        idiom = words.zero_idioms.ahead(tokens, start) or words.zero_idioms.behind(tokens, start + 1)
        return None if idiom else _none(start, start + 1)
    if low in ("nobody", "none"):
        return _none(start, start + 1) if _near(tokens, start + 1, words.context.harmed) else None
    if low == "any":
        return (
            _none(start, start + 1)
            if _denied(tokens, start, words) and _near(tokens, start + 1, words.context.harm)
            else None
        )
    if low != "no":
        return None
    if tokens.low(start + 1) == "one" or (tokens.hyphen(start + 1) and tokens.low(start + 2) == "one"):
        last = start + 2 + tokens.hyphen(start + 1)
        return _none(start, last) if _near(tokens, last, words.context.harmed) else None
    return _none(start, start + 1) if _of_harm(tokens, start + 1, words) else None


def _none(first: int, last: int) -> Core:
    return Core(first, last, _ZERO, _ZERO, "zero")


def _of_harm(tokens: Tokens, start: int, words: NumberWords) -> bool:
    """Whether there is no harm: "no reports of injuries", "no guard was hurt"; not "no word on casualties"."""
    for index in range(start, start + _WINDOW):
        token = tokens[index]
        if token.low in words.context.harm:
            return True
        if token.low in words.context.auxiliary:
            return _near(tokens, index + 1, words.context.harmed)
        if token.kind == BREAK or (token.kind == SYMBOL and token.low != "-"):
            return False
        joins = token.low in ("or", "and") or (token.low == "of" and tokens.low(index - 1) in words.context.record)
        if token.low in words.context.function and not joins:
            return False
    return False


def _denied(tokens: Tokens, start: int, words: NumberWords) -> bool:
    """Whether the clause is denied: "did not report any casualties", "without any deaths"."""
    for index in range(start - 1, start - _WINDOW, -1):
        token = tokens[index]
        if token.low in words.context.denial or token.low.endswith("n't"):
            return True
        if token.kind in (BREAK, SYMBOL):
            return False
    return False


def _near(tokens: Tokens, start: int, wanted: frozenset[str]) -> bool:
    for index in range(start, start + _WINDOW):
        token = tokens[index]
        if token.low in wanted:
            return True
        if token.kind == BREAK or (token.kind == SYMBOL and token.low not in "-'\"") or token.low == "but":
            return False
    return False
