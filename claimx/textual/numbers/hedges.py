"""Read the words that say how a number is meant: "at least", "some", "or more", "-plus", "another"."""

from dataclasses import dataclass

from claimx.records.quantity import Comparator
from claimx.textual.numbers.measured import Measured
from claimx.textual.numbers.tokens import Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_NO_INCREMENT = frozenset(("than", "like", "and", "or", "importantly", "often"))
_NEW_REACH = 4
_TIME_BEFORE_PAST = frozenset(("the", "this", "in", "over", "half"))


@dataclass(frozen=True, slots=True)
class Hedged:
    """How a number is hedged.

    Attributes:
        first: Index of the first token, hedge included.
        last: Index after the last.
        comparator: How the words bound it; None where they do not.
        adding: The words say that it adds to a figure.
    """

    first: int
    last: int
    comparator: Comparator | None
    adding: bool


def read_hedges(tokens: Tokens, number: Measured, floor: int, words: NumberWords) -> Hedged:
    """Take in the hedges on both sides of a number.

    Of two hedges the one nearer to the number bounds it, but for "about", which yields to a bound: "at least some 40".

    Args:
        tokens: The text.
        number: The number.
        floor: Index that the hedge must not reach before (the end of the number before).
        words: The words to go by.
    """
    first = number.first
    comparator: Comparator | None = None
    adding = False
    while True:
        if (hedge := _before(tokens, first, number, words)) and hedge[1] >= floor:
            comparator = _stronger(comparator, hedge[0])
            first = hedge[1]
        elif (more := words.adding.behind(tokens, first)) and more[1] >= floor:
            adding = True
            first = more[1]
        else:
            break
    last = number.last
    if after := words.after.ahead(tokens, last):
        comparator = _stronger(comparator, after[0])
        last = after[1]
    if (
        tokens.low(last) == "more"
        and number.kind not in ("percent", "multiple")
        and last == number.last
        and tokens.low(last + 1) not in _NO_INCREMENT
    ):
        adding = True
        last += 1
    adding = adding or _is_new(tokens, last, words)
    return Hedged(first, last, comparator, adding)


def _is_new(tokens: Tokens, last: int, words: NumberWords) -> bool:
    """Whether what is counted is new harm: "29 new confirmed cases"; not "200 new jobs"."""
    return tokens.low(last) == "new" and any(
        tokens.low(index) in words.context.harm for index in range(last + 1, last + _NEW_REACH)
    )


def _before(tokens: Tokens, first: int, number: Measured, words: NumberWords) -> tuple[Comparator, int] | None:
    """The hedge before a number, or before the unit that leads it ("around magnitude 6")."""
    found = words.before.behind(tokens, first)
    if found is None and number.lead < first:
        found = words.before.behind(tokens, number.lead)
    if found is None:
        return None
    if tokens.low(found[1]) == "past" and tokens.low(found[1] - 1) in _TIME_BEFORE_PAST:
        return None  # "over the past three years"
    if tokens.low(first - 1) == "the" and tokens.low(number.after) != "mark":
        return None  # "past the $3 billion mark", and not "past the two guards"
    if number.core.form == "vague" and found[0] == "about":
        return None
    return found


def _stronger(near: Comparator | None, far: Comparator) -> Comparator:
    return far if near in (None, "about") else near
