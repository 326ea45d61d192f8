"""Join two numbers into a range: "between 20 and 30", "40-50", "$3 billion to $5 billion", "two or three"."""

from dataclasses import replace

from claimx.textual.numbers.measured import Measured, read_measured
from claimx.textual.numbers.tokens import Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_CLOSE = 3


def read_range(tokens: Tokens, first: Measured, words: NumberWords) -> Measured | None:
    """The range that a number begins; None where it stands alone.

    "from 552 to 702" are two numbers, and so are both of "rose by 30 to 120" and of a pair that falls ("43 percent to 38
    percent").

    Args:
        tokens: The text.
        first: The number.
        words: The words to go by.
    """
    connector = tokens.low(first.after)
    between = tokens.low(first.first - 1) == "between"
    if not (connector in ("to", "or") or tokens.dash(first.after) or (connector == "and" and between)):
        return None
    second = _second(tokens, first.after + 1, words)
    if second is None or not _match(first, second):
        return None
    first = _share_magnitude(first, second)
    if not first.core.low < second.core.low:
        return None
    if connector == "to" and not between and _two_levels(tokens, first, second, words):
        return None
    if connector == "or" and (second.core.low > _CLOSE * first.core.low or first.unit != second.unit is not None):
        return None
    core = replace(second.core, first=first.core.first, low=first.core.low, form="range")
    begin = first.first - 1 if between else first.first
    return replace(second, core=core, first=begin)


def _second(tokens: Tokens, index: int, words: NumberWords) -> Measured | None:
    if hedge := words.before.ahead(tokens, index):
        index = hedge[1]
    if sign := words.currency_before.ahead(tokens, index):
        index = sign[1]
    second = read_measured(tokens, index, words)
    if second is None or second.core.form in ("vague", "zero") or second.core.weak:
        return None
    return second


def _match(first: Measured, second: Measured) -> bool:
    """Whether two numbers may be ends of one range: both exact, and of one unit where both have one."""
    if first.core.form in ("vague", "zero", "range"):
        return False
    return (
        first.unit is None or second.unit is None or first.unit == second.unit or first.kind == second.kind == "money"
    )


def _share_magnitude(first: Measured, second: Measured) -> Measured:
    """ "5 to 10 million": the first end has the magnitude of the second."""
    core, scale = first.core, second.core.scale
    if core.scale == 1 and scale > 1 and core.low < scale and core.low * scale < second.core.low:
        low = core.low * scale
        return replace(first, core=replace(core, low=low, high=low))
    return first


def _two_levels(tokens: Tokens, first: Measured, second: Measured, words: NumberWords) -> bool:
    """Whether "A to B" gives two figures: "from A to B", "rose by A to B", "up A percent to B"."""
    lead = tokens.low(first.first - 1)
    if lead == "from":
        return True
    if first.unit is not None and second.unit is None and not tokens.low(second.after):
        return True
    if first.kind != second.kind and first.unit is not None:
        return True
    moved = lead in words.rising or (lead == "by" and tokens.low(first.first - 2) in words.rising)
    return moved and second.core.low > 2 * first.core.low
