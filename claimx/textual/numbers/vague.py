"""Read vague words: "dozens", "tens of thousands", "several hundred", "a handful"."""

from decimal import Decimal

from claimx.textual.numbers.core import Core
from claimx.textual.numbers.tokens import Tokens
from claimx.textual.numbers.vocabulary import Interval, NumberWords

_LARGEST = Decimal(10) ** 15


def read_vague(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    """The vague number that starts at a token, with its interval.

    Args:
        tokens: The text.
        start: Index of a token.
        words: The words to go by.

    Returns:
        The number, or None where no vague word starts here.
    """
    if factor := words.vague_factors.ahead(tokens, start):
        interval, index = factor
        if tokens.low(index) == "of" or tokens.hyphen(index):
            index += 1
        magnitude, last = _all_magnitudes(tokens, index, words)
        if last > index:
            return _scaled(start, last, interval, magnitude)
    found = words.vague.ahead(tokens, start)
    if found is None:
        return None
    interval, index = found
    if tokens.low(index) == "of" and (inner := words.vague.ahead(tokens, index + 1)):
        # "tens of thousands": ten to ninety-nine of the second word's unit.
        return _scaled(start, inner[1], interval, inner[0].low)
    if tokens.low(start) == "tens":
        return None
    weak = tokens.text[tokens[start].start : tokens[index - 1].end].lower() in words.weak
    index -= tokens.low(index - 1) == "of"  # "scores of" is known by its "of", which is no part of the figure
    return Core(start, index, interval.low, interval.high, "vague", weak)


def _all_magnitudes(tokens: Tokens, index: int, words: NumberWords) -> tuple[Decimal, int]:
    """The product of the magnitudes from an index on ("several hundred million"), and the index after them."""
    product = Decimal(1)
    while (magnitude := words.magnitudes.get(tokens.low(index))) and product < _LARGEST:
        product *= magnitude
        index += 1
    return product, index


def _scaled(first: int, last: int, interval: Interval, magnitude: Decimal) -> Core:
    return Core(first, last, interval.low * magnitude, (interval.high + 1) * magnitude - 1, "vague")
