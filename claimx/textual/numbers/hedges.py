"""Read the words that say how a number is meant: "at least", "some", "or more", "-plus", "another"."""

from dataclasses import dataclass

from claimx.records.quantity import Comparator
from claimx.textual.numbers.tokens import Tokens
from claimx.textual.numbers.vocabulary import NumberWords


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


def read_hedges(tokens: Tokens, first: int, last: int, floor: int, words: NumberWords) -> Hedged:
    """Take in the hedges on both sides of a number.

    Of two hedges the one nearer to the number bounds it, but for "about", which yields to a bound: "at least some 40".

    Args:
        tokens: The text.
        first: Index of the number's first token.
        last: Index after its last.
        floor: Index that the hedge must not reach before (the end of the number before).
        words: The words to go by.
    """
    comparator: Comparator | None = None
    adding = False
    while True:
        if (found := words.before.behind(tokens, first)) and found[1] >= floor:
            comparator = found[0] if comparator in (None, "about") else comparator
            first = found[1]
        elif (more := words.adding.behind(tokens, first)) and more[1] >= floor:
            adding = True
            first = more[1]
        else:
            break
    if after := words.after.ahead(tokens, last):
        comparator = after[0] if comparator in (None, "about") else comparator
        last = after[1]
    if tokens.low(last) == "more" and tokens.low(last + 1) not in ("than", "like", "and"):
        adding = True
        last += 1
    return Hedged(first, last, comparator, adding)
