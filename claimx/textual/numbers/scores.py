"""Recognize scores and phone numbers: pairs of numbers with a hyphen that are no range."""

from claimx.textual.numbers.tokens import NUMBER, Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_CALLS = frozenset("call phone tel dial hotline text telephone ring".split())
_LOCAL_PHONE = 4
_WINDOW = 4
_LONGEST_SCORE = 3


def skip_score(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """Index after the score, vote or phone number "5-4" that starts with a number; None where it is a range or no pair.

    A pair with a hyphen is a score where it falls ("5-4"), or where a word of games or votes stands near ("a 1-2 defeat").

    Args:
        tokens: The text.
        start: Index of a number in digits.
        words: The words to go by.
    """
    if not tokens.hyphen(start + 1) or tokens[start + 2].kind != NUMBER:
        return None
    first, second = tokens.low(start), tokens.low(start + 2)
    if not (first.isdecimal() and second.isdecimal()):
        return None
    if second.startswith("0") and len(second) > 1:
        return start + 3
    if len(second) == _LOCAL_PHONE and len(first) < _LOCAL_PHONE and _near(tokens, start, _CALLS):
        return start + 3
    if max(len(first), len(second)) > _LONGEST_SCORE:
        return None
    if words.units.ahead(tokens, start + 3) or words.currency_before.behind(tokens, start):
        return None
    if int(first) >= int(second) or _near(tokens, start, words.contests) or _near(tokens, start, words.ballots):
        return start + 3
    return None


def _near(tokens: Tokens, start: int, wanted: frozenset[str]) -> bool:
    around = (*range(start - _WINDOW, start), *range(start + 3, start + 2 + _WINDOW))
    return any(tokens.low(index) in wanted for index in around)
