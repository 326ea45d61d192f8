"""Read the words that say how a number is meant: "at least", "some", "or more", "-plus", "another"."""

from dataclasses import dataclass

from claimx.records.quantity import Comparator
from claimx.textual.numbers.measured import Measured
from claimx.textual.numbers.tokens import BREAK, SYMBOL, WORD, Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_ASIDE_REACH = 4
_NEW_REACH = 4


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
        tokens.low(last) in words.context.added
        and number.kind not in ("percent", "multiple")
        and number.core.form != "zero"  # "no further arrests" adds nothing
        and last == number.last
        and tokens.low(last + 1) not in words.context.not_added
    ):
        adding = True
        last += 1
    adding = adding or _is_new(tokens, last, words)
    if comparator is None and _in_aside(tokens, last, words):
        comparator = "about"
    return Hedged(first, last, comparator, adding)


def _in_aside(tokens: Tokens, last: int, words: NumberWords) -> bool:
    """Whether commas set a hedge off behind what is counted: "70 fighters, give or take, were killed"."""
    for index in range(last, last + _ASIDE_REACH):
        if tokens.low(index) == ",":
            hedge = words.after.ahead(tokens, index + 1)
            return hedge is not None and hedge[0] == "about" and tokens[hedge[1]].kind in (SYMBOL, BREAK)
        if tokens[index].kind != WORD or tokens.low(index) in words.context.function:
            return False
    return False


def _is_new(tokens: Tokens, last: int, words: NumberWords) -> bool:
    """Whether what is counted is new harm: "29 new confirmed cases"; not "200 new jobs"."""
    return tokens.low(last) == "new" and any(
        tokens.low(index) in words.context.harm for index in range(last + 1, last + _NEW_REACH)
    )


def _before(tokens: Tokens, first: int, number: Measured, words: NumberWords) -> tuple[Comparator, int] | None:
    """The hedge before a number, or before the unit that leads it ("around magnitude 6")."""
    found = words.before.behind(tokens, first) or _in_brackets(tokens, first, words)
    if found is None and number.lead < first:
        found = words.before.behind(tokens, number.lead)
    if found is None:
        return None
    if tokens.low(first - 1) == "the" and tokens.low(number.after) != "mark":
        return None  # "past the $3 billion mark", and not "past the two guards"
    if _is_something_else(tokens, found[1], words):
        return None
    passing = found[1] == first - 1 and tokens.low(found[1]) in words.context.passing
    if passing and not _stands_bare(tokens, number, words):
        return None  # "the toll passed 2,000"; not "parliament passed 12 laws", "the bus passed 12 minutes later"
    return None if number.core.form == "vague" and found[0] == "about" else found


def _is_something_else(tokens: Tokens, first: int, words: NumberWords) -> bool:
    """Whether the word before a hedge makes something else of it.

    "over the past three years", "the top 90", "is short of 90 nurses"; not "may top 90", "fell short of 90".
    """
    lead, before = tokens.low(first), tokens.low(first - 1)
    if lead == "past":
        return before in words.context.past_lead
    if lead == "top":
        return before not in words.context.modal
    return lead == "short" and before not in words.moving


def _in_brackets(tokens: Tokens, first: int, words: NumberWords) -> tuple[Comparator, int] | None:
    """The hedge that fills brackets before a number: "(at least) 13"."""
    inside = words.before.behind(tokens, first - 1) if tokens.low(first - 1) == ")" else None
    return (inside[0], inside[1] - 1) if inside and tokens.low(inside[1] - 1) == "(" else None


def _stands_bare(tokens: Tokens, number: Measured, words: NumberWords) -> bool:
    """Whether a number has no noun behind it that it could count."""
    follower = tokens[number.after]
    level = number.kind in ("money", "percent") or (number.kind == "count" and number.unit is None)
    return level and (follower.kind != WORD or follower.low in words.context.function)


def _stronger(near: Comparator | None, far: Comparator) -> Comparator:
    return far if near in (None, "about") else near
