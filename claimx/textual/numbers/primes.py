"""Tell what a single mark after a number is: the end of a quotation, a mark of feet, or a mark of an old year."""

from claimx.textual.numbers.tokens import BREAK, Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_LONGEST_QUOTE = 12
_MARKS = frozenset(("'", "’"))
_OPENERS = frozenset(("'", "‘"))


def is_year_mark(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether a token is a mark that makes the number before it a name: "the 60' class".

    Args:
        tokens: The text.
        index: Index of the token after a number in digits.
        words: The words to go by.
    """
    return tokens.low(index) in _MARKS and not _closes_quote(tokens, index) and not is_foot_mark(tokens, index, words)


def is_foot_mark(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether a token stands for feet: "a height of 40'"; not "a 'total of 40'".

    Args:
        tokens: The text.
        index: Index of the token after a number in digits.
        words: The words to go by.
    """
    if tokens.low(index) not in _MARKS or not tokens.glued(index) or tokens.glued(index + 1):
        return False
    return tokens.low(index - 2) in words.context.measuring and not _closes_quote(tokens, index)


def _closes_quote(tokens: Tokens, index: int) -> bool:
    """Whether a mark closes a quote that an earlier one opened: "killed 'more than 60' people"."""
    for step in range(index - 2, index - 1 - _LONGEST_QUOTE, -1):
        if tokens.low(step) in _OPENERS and not tokens.glued(step) and tokens.glued(step + 1):
            return True
        if tokens[step].kind == BREAK:
            return False
    return False
