"""Join two numbers into a range: "between 20 and 30", "40-50", "$2 billion to $9 billion", "two or three"."""

from dataclasses import replace

from claimx.textual.numbers.measured import Measured, read_measured, scaled
from claimx.textual.numbers.tokens import BREAK, Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_CLOSE = 3
_FAR = 2
_CLAUSE = 9
_NEAR = 3
_POINTS = frozenset((".", ";", "!", "?", ","))


def read_range(tokens: Tokens, first: Measured, words: NumberWords, *, stepping: bool = False) -> Measured | None:
    """The range that a number begins; None where it stands alone.

    "rose from 310 to 450" gives two figures, and so do "rose by 30 to 120" and a pair that falls ("43 percent to 41
    percent"), but for measures ("depths of 90 m to 60 m"), and so do steps ("from 40 to 60 to 90").

    Args:
        tokens: The text.
        first: The number.
        words: The words to go by.
        stepping: Another number stands before it and the word between.
    """
    joint = _joint(tokens, first)
    if stepping and joint is not None and tokens.low(first.first - 1) == tokens.low(joint) == "to":
        return None
    if joint is None or first.core.form in ("vague", "zero"):
        return None
    second = _second(tokens, joint + 1 + tokens.hyphen(joint + 1), words)
    if second is None or not _match(first, second) or _steps_on(tokens, joint, second, words):
        return None
    first = _share_magnitude(first, second)
    falls = first.core.low > second.core.low and first.kind == "measure" and tokens.low(joint) == "to"
    if not (falls or first.core.low < second.core.low) or _apart(tokens, first, second, joint, words):
        return None
    between = _between(tokens, first)
    low, high = sorted((first.core.low, second.core.high))
    core = replace(second.core, first=first.core.first, low=low, high=high, form="range")
    begin = first.first - between
    if second.unit is None:
        return replace(second, core=core, first=begin, lead=begin, kind=first.kind, unit=first.unit)
    return replace(second, core=core, first=begin, lead=begin)


def _apart(tokens: Tokens, first: Measured, second: Measured, joint: int, words: NumberWords) -> bool:
    """Whether two numbers that rise are two figures all the same: "rose from A to B", "7- or 8-inch"."""
    if tokens.low(joint) == "to":
        return not _between(tokens, first) and _two_figures(tokens, first, second, words)
    if tokens.low(joint) != "or":
        return False
    far = second.core.low > _CLOSE * first.core.low
    return far or joint > first.after or (first.unit is not None and second.unit is None)


def _joint(tokens: Tokens, first: Measured) -> int | None:
    """Index of the word or dash that may join two numbers; a hyphen may hang before it ("a 20- to 30-hour wait")."""
    index = first.after
    if tokens.dash(index) and tokens.glued(index) and tokens.low(index + 1) in ("to", "or"):
        index += 1
    low = tokens.low(index)
    # "They lost 12 — 30 more fled" has no range; "2000 - 2500 lots" has one.
    dash = low == "-" or (tokens.hyphen(index) and low != "—")
    joins = low in ("to", "or") or dash or (low == "and" and _between(tokens, first))
    return index if joins else None


def _between(tokens: Tokens, first: Measured) -> bool:
    return tokens.low(first.first - 1) == "between"


def _second(tokens: Tokens, index: int, words: NumberWords) -> Measured | None:
    if hedge := words.before.ahead(tokens, index):
        index = hedge[1]
    if sign := words.currency_before.ahead(tokens, index):
        index = sign[1]
    second = read_measured(tokens, index, words)
    if second is None or second.core.form in ("vague", "zero") or second.core.weak:
        return None
    return second


def _steps_on(tokens: Tokens, joint: int, second: Measured, words: NumberWords) -> bool:
    """Whether a second "to" makes the two numbers steps: "raised it from 40 to 60 to 90"."""
    if tokens.low(joint) != "to" or tokens.low(second.after) != "to":
        return False
    third = _second(tokens, second.after + 1, words)
    return third is not None and _match(second, third)


def _match(first: Measured, second: Measured) -> bool:
    """Whether two numbers have one unit, or the first has none of its own."""
    if first.unit is None or first.unit == second.unit:
        return True
    return second.unit is None and first.kind in ("money", "age")


def _share_magnitude(first: Measured, second: Measured) -> Measured:
    """Lend the first end the magnitude of the second: "5 to 10 million"."""
    core, scale = first.core, second.core.scale
    if core.scale == 1 and core.low < scale and core.low * scale < second.core.low:
        return scaled(first, scale)
    return first


def _two_figures(tokens: Tokens, first: Measured, second: Measured, words: NumberWords) -> bool:
    """Whether "A to B" gives two figures: "rose from A to B", "rose by A to B", "a vote of 48 to 52"."""
    lead = tokens.low(first.first - 1)
    if lead in words.moving or (lead == "by" and tokens.low(first.first - 2) in words.moving):
        return first.unit not in (None, second.unit) or second.core.low > _FAR * first.core.low
    for step in range(1, _CLAUSE):
        token = tokens[first.first - step]
        if token.kind == BREAK or token.low in _POINTS:
            break
        if lead == "by" and token.low in words.rising_by:  # "raised the number of the hurt by 20 to 140"
            return second.core.low > _FAR * first.core.low
        if step <= _NEAR and (token.low in words.context.ballot or token.low in words.context.contest):
            return True
        if lead == "from" and token.low in words.moving:
            return True
    return False
