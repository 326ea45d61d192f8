"""Read shares of a whole, as percentages ("a third of", "one in five"), and parts of a unit ("half a mile")."""

from decimal import ROUND_HALF_UP, Decimal

from claimx.textual.numbers.cardinals import read_cardinal
from claimx.textual.numbers.core import Core
from claimx.textual.numbers.tokens import BREAK, SYMBOL, WORD, Tokens
from claimx.textual.numbers.vocabulary import NumberWords, Unit

_HUNDRED = Decimal(100)
_TEN = Decimal(10)
_FOURTH = Decimal(4)
_FINE = Decimal("0.0001")
_CENTS = Decimal("0.01")
_LARGEST_PART = 99
_ROUND_WHOLES = frozenset(Decimal(n) for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000, 10_000, 100_000))


def read_share(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    """The share that starts at a token, in percent.

    Args:
        tokens: The text.
        start: Index of a token.
        words: The words to go by.

    Returns:
        The share, or None.
    """
    if read_part_of_magnitude(tokens, start, words):
        return None
    return _half(tokens, start, words) or _fraction(tokens, start, words) or _ratio(tokens, start, words)


def read_part(tokens: Tokens, start: int, words: NumberWords) -> tuple[Core, Unit, int] | None:
    """The part of a unit that starts at a token: "half of 1 percent", "a quarter of a mile".

    Args:
        tokens: The text.
        start: Index of a token.
        words: The words to go by.

    Returns:
        The part, the unit, and the index after it; or None.
    """
    fraction = _name(tokens, start, words)
    if fraction is None:
        return None
    part, whole, last = fraction
    index = last + (tokens.low(last) == "of")
    article = tokens.low(index) in ("a", "an", "one", "1")
    quarter = whole == _FOURTH and tokens.low(start) == "a"  # "a third day" counts days
    if not article and (index > last or not (quarter or tokens.low(start - 1) in ("a", "one", "another"))):
        return None  # "half of the day"; but "a half hour", "a half-mile", "a quarter point"
    found = words.units.ahead(tokens, index + 1 if article else index + tokens.hyphen(index))
    if found is None:
        return None
    value = (part / whole).quantize(_FINE, ROUND_HALF_UP).normalize()
    return Core(start, last, value, value, "words"), found[0], found[1]


def read_part_of_magnitude(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    """The number in "a quarter of a million", "three-quarters of a million".

    Args:
        tokens: The text.
        start: Index of a token.
        words: The words to go by.
    """
    fraction = _name(tokens, start, words)
    if fraction is None or tokens.low(fraction[2]) != "of" or tokens.low(fraction[2] + 1) != "a":
        return None
    part, whole, last = fraction
    magnitude = words.magnitudes.get(tokens.low(last + 2))
    if magnitude is None:
        return None
    value = (part * magnitude / whole).quantize(Decimal(1), ROUND_HALF_UP)
    return Core(start, last + 3, value, value, "words", scale=magnitude)


def _name(tokens: Tokens, start: int, words: NumberWords) -> tuple[Decimal, Decimal, int] | None:
    """Part, whole and the index after a fraction in words: "half", "a third", "three-quarters"."""
    if tokens.low(start) == "half":
        return Decimal(1), Decimal(2), start + 1
    part = Decimal(1) if tokens.low(start) == "a" else words.cardinals.get(tokens.low(start))
    if part is None:
        return None
    index = start + 1 + tokens.hyphen(start + 1)
    whole = words.shares.get(tokens.low(index))
    if whole is None or tokens.low(index).endswith("s") != (part > 1) or part >= whole:
        return None
    return part, whole, index + 1


def _percent(first: int, last: int, part: Decimal, whole: Decimal) -> Core:
    value = (part / whole * _HUNDRED).quantize(_CENTS, ROUND_HALF_UP).normalize() + 0
    return Core(first, last, value, value, "share")


def _half(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    """The half in "half of", "half the houses", "more than half."; not in "the second half", "half-staff"."""
    index = start + (tokens.low(start) == "a")
    if tokens.low(index) != "half" or tokens.low(start - 1) in words.context.half_turner or tokens.dash(index + 1):
        return None
    follower = tokens[index + 1]
    if follower.low in words.context.half_follower or (
        follower.kind in (SYMBOL, BREAK) and words.before.behind(tokens, start)
    ):
        return _percent(start, index + 1, Decimal(1), Decimal(2))
    return None


def _fraction(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    """The fraction in "a third of", "one-quarter", "two-thirds"; not in "a third man", "a third-party check"."""
    fraction = _name(tokens, start, words)
    if fraction is None or tokens.low(start) == "half":
        return None
    part, whole, last = fraction
    follower = tokens[last]
    if tokens.hyphen(last):
        return None
    # "a fourth, unidentified man" is an ordinal, "rose by a fourth," is none.
    led = tokens.low(start - 1) in words.context.share_lead or words.before.behind(tokens, start)
    ends = follower.kind == BREAK or (follower.kind == SYMBOL and (led or follower.low != ","))
    if not (tokens.hyphen(start + 1) or follower.low in words.context.share_follower or ends):
        return None
    return _percent(start, last, part, whole)


def _ratio(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    """The ratio in "one in five", "1 in 4", "eight out of 10", "nine of ten"."""
    part = read_cardinal(tokens, start, words)
    if part is None or part.form == "article" or not 0 < part.low <= _LARGEST_PART:
        return None
    index = part.last + tokens.hyphen(part.last)
    if part.form == "one" and tokens[index].kind == WORD and tokens.low(index + 1) == "in":
        index += 1  # "one child in five"
    if tokens.low(index) == "out" and tokens.low(index + 1) == "of":
        index += 2
    elif tokens.low(index) in ("in", "of"):
        index += 1
    else:
        return None
    index += tokens.low(index) == "every" or tokens.hyphen(index)
    whole = _whole(tokens, index, words)
    if whole is None or whole.low not in _ROUND_WHOLES or part.low >= whole.low:
        return None
    if tokens.low(part.last) == "of" and whole.low != _TEN:
        return None  # "two of five passengers" counts the two
    if words.units.ahead(tokens, whole.last):
        return None  # "two in 10 days"
    return _percent(start, whole.last, part.low, whole.low)


def _whole(tokens: Tokens, index: int, words: NumberWords) -> Core | None:
    """The whole of a ratio; after "every" also a bare magnitude: "one in every thousand"."""
    magnitude = words.magnitudes.get(tokens.low(index))
    if magnitude is not None and tokens.low(index - 1) == "every":
        return Core(index, index + 1, magnitude, magnitude, "words")
    return read_cardinal(tokens, index, words)
