"""Recognize scores, votes and phone numbers: pairs of numbers with a hyphen that are no range."""

from typing import NamedTuple

from claimx.textual.numbers.tokens import NUMBER, Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_LOCAL_PHONE = 4
_WINDOW = 4
_LONGEST_SCORE = 3


class Pair(NamedTuple):
    """Two numbers with a hyphen between.

    Attributes:
        first: Index of the first.
        second: Index of the second.
        last: Index after it.
    """

    first: int
    second: int
    last: int


def read_pair(tokens: Tokens, start: int) -> Pair | None:
    """The pair of whole numbers that starts at a token: "5-4", "2-to-1".

    Args:
        tokens: The text.
        start: Index of a number in digits.
    """
    if not tokens.hyphen(start + 1):
        return None
    to = tokens.low(start + 2) == "to" and tokens.hyphen(start + 3)
    second = start + (4 if to else 2)
    if tokens[second].kind != NUMBER or not (tokens.low(start).isdecimal() and tokens.low(second).isdecimal()):
        return None
    return Pair(start, second, second + 1)


def read_vote(tokens: Tokens, start: int, words: NumberWords) -> Pair | None:
    """The two sides of a vote that starts with a number: "a 5-4 ruling", "a 17 to 5 vote"; None elsewhere.

    Args:
        tokens: The text.
        start: Index of a number in digits.
        words: The words to go by.
    """
    pair = read_pair(tokens, start) or _pair_in_words(tokens, start, words)
    if pair is None or max(len(tokens.low(pair.first)), len(tokens.low(pair.second))) > _LONGEST_SCORE:
        return None
    return pair if _near(tokens, pair, words.context.ballot) else None


def _pair_in_words(tokens: Tokens, start: int, words: NumberWords) -> Pair | None:
    """The pair in "a 17 to 5 vote"; none in "17 to 5 o'clock"."""
    second = start + 2
    if (
        tokens.low(start + 1) != "to"
        or tokens[second].kind != NUMBER
        or tokens.low(second + 1) not in words.context.ballot
    ):
        return None
    plain = tokens.low(start).isdecimal() and tokens.low(second).isdecimal()
    return Pair(start, second, second + 1) if plain else None


def skip_score(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """Index after the score or phone number "5-4" that starts with a number; None where it is a range or no pair.

    A pair with a hyphen is a score where it falls ("5-4"), or where a word of games stands near ("a 1-2 defeat").

    Args:
        tokens: The text.
        start: Index of a number in digits.
        words: The words to go by.
    """
    if tokens.low(start - 1) == "(" and tokens.low(start + 1) == ")" and _local(tokens, start + 2):
        return start + 5  # "(618) 463-3505"
    pair = read_pair(tokens, start)
    if pair is None:
        return None
    if _is_phone(tokens, pair, words):
        return pair.last
    first, second = tokens.low(pair.first), tokens.low(pair.second)
    measured = words.units.ahead(tokens, pair.last) or words.currency_before.behind(tokens, start)
    if measured or max(len(first), len(second)) > _LONGEST_SCORE:
        return None
    return pair.last if int(first) >= int(second) or _near(tokens, pair, words.context.contest) else None


def _is_phone(tokens: Tokens, pair: Pair, words: NumberWords) -> bool:
    """Whether a pair is a phone number: "555-0134", "call 555-3434"."""
    first, second = tokens.low(pair.first), tokens.low(pair.second)
    if second.startswith("0") and len(second) > 1:
        return True
    local = len(second) == _LOCAL_PHONE and len(first) < _LOCAL_PHONE
    return local and _near(tokens, pair, words.context.call)


def _local(tokens: Tokens, start: int) -> bool:
    """Whether a phone number without its area code starts at a token."""
    pair = read_pair(tokens, start)
    return pair is not None and len(tokens.low(pair.second)) == _LOCAL_PHONE


def _near(tokens: Tokens, pair: Pair, wanted: frozenset[str]) -> bool:
    around = (*range(pair.first - _WINDOW, pair.first), *range(pair.last, pair.last + _WINDOW - 1))
    return any(tokens.low(index) in wanted for index in around)
