"""Read multiples in one word: "twice the rate", "a threefold rise"."""

from claimx.textual.numbers.core import Core
from claimx.textual.numbers.tokens import Tokens
from claimx.textual.numbers.vocabulary import NumberWords


def read_multiple(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    """The multiple that starts at a token; "twice" only where it compares, which "scored twice" does not.

    Args:
        tokens: The text.
        start: Index of a token.
        words: The words to go by.
    """
    low = tokens.low(start)
    value = words.multiples.get(low)
    if value is None:
        return None
    follower = tokens.low(start + 1)
    compares = follower in words.context.comparing and not (follower == "as" and tokens[start + 2].upper)
    if not (low.endswith("fold") or compares):
        return None
    return Core(start, start + 1, value, value, "words")
