"""Read shares of a whole: "a third of", "two-thirds", "half of", "one in five", "eight out of 10". They are percentages."""

from decimal import ROUND_HALF_UP, Decimal

from claimx.textual.numbers.cardinals import read_cardinal
from claimx.textual.numbers.core import Core
from claimx.textual.numbers.tokens import Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_HUNDRED = Decimal(100)
_CENTS = Decimal("0.01")
_LARGEST_PART = 99
_ROUND_WHOLES = frozenset(Decimal(n) for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000, 10_000, 100_000))
_AFTER_SHARE = frozenset(
    "of in from to by since during over between and or but than more less fewer higher lower larger smaller bigger were are is was "
    "have has had say said would will do did don't who that".split()
)
_AFTER_HALF = frozenset("of the its his her their our my all those these that say said were are have had are".split())
_TURNS_HALF = frozenset("first second other latter top bottom lower upper final better last opening".split())


def read_share(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    """The share that starts at a token, in percent.

    Args:
        tokens: The text.
        start: Index of a token.
        words: The words to go by.

    Returns:
        The share, or None.
    """
    return _half(tokens, start, words) or _fraction(tokens, start, words) or _ratio(tokens, start, words)


def _percent(first: int, last: int, part: Decimal, whole: Decimal) -> Core:
    value = (part / whole * _HUNDRED).quantize(_CENTS, ROUND_HALF_UP).normalize() + 0
    return Core(first, last, value, value, "share")


def _half(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    """ "half of", "half the houses", "more than half were"; not "the second half", "half-staff", "half an hour"."""
    index = start + (tokens.low(start) == "a")
    if tokens.low(index) != "half" or tokens.low(start - 1) in _TURNS_HALF or tokens.dash(index + 1):
        return None
    follower = tokens[index + 1]
    if follower.low in _AFTER_HALF or (follower.kind in ("symbol", "break") and words.before.behind(tokens, start)):
        return _percent(start, index + 1, Decimal(1), Decimal(2))
    return None


def _fraction(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    """ "a third of", "one-quarter", "two-thirds", "three quarters"."""
    low = tokens.low(start)
    part = Decimal(1) if low == "a" else words.cardinals.get(low)
    if part is None or not 0 < part < _HUNDRED:
        return None
    hyphen = tokens.hyphen(start + 1)
    index = start + 1 + hyphen
    name = tokens.low(index)
    whole = words.shares.get(name)
    if whole is None or name.endswith("s") != (part > 1) or part >= whole:
        return None
    follower = tokens[index + 1]
    if follower.low == "of" and tokens.low(index + 2) in ("a", "an") and part == 1:
        return None  # "a quarter of an hour", "a third of a mile"
    if low == "a" or not hyphen:
        plain = follower.low in _AFTER_SHARE or follower.kind in ("symbol", "break")
        if not plain:
            return None
    return _percent(start, index + 1, part, whole)


def _ratio(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    """ "one in five", "1 in 4", "eight out of 10", "nine of ten"."""
    part = read_cardinal(tokens, start, words)
    if part is None or part.form == "article" or not 0 < part.low <= _LARGEST_PART:
        return None
    index = part.last
    if tokens.low(index) == "out" and tokens.low(index + 1) == "of":
        index += 2
    elif tokens.low(index) in ("in", "of"):
        index += 1
    else:
        return None
    if tokens.low(index) == "every":
        index += 1
    whole = read_cardinal(tokens, index, words)
    if whole is None or whole.low not in _ROUND_WHOLES or part.low >= whole.low:
        return None
    if tokens.low(part.last) == "of" and whole.low != 10:
        return None  # "two of five passengers" counts the two
    if tokens.low(whole.last) in words.periods or tokens.low(whole.last) == "%":
        return None  # "two in 10 days"
    return _percent(start, whole.last, part.low, whole.low)
