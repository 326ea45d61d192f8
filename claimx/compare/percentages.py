"""Percentages against the numbers that the same sentence gives for them: 150 of 200 are no 60 percent."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimx.compare.figure import Figure
from claimx.compare.interval import Interval, step

OF = re.compile(r"\s+(?:[\w-]+\s+)?(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+|a\s+total\s+of\s+)?")
THAT_IS = re.compile(r"[^.;:\d]{0,40}(?:,\s*or|\(|\u2013|\u2014)\s*")
HUNDRED, POINT = Decimal(100), Decimal(1)
LARGEST_STEP = Decimal(5)
"""To this many points a percentage may be rounded without a word that says so."""

HEDGED = Decimal("0.1")
"""How far off a hedged percentage may be, as a share of it."""


@dataclass(frozen=True, slots=True)
class BrokenShare:
    """A part, its whole and a percentage that do not fit one another.

    Attributes:
        whole: The whole.
        part: The part.
        percentage: The percentage given for it.
        share: The percentage that the part is of the whole.
    """

    whole: Figure
    part: Figure
    percentage: Figure
    share: Decimal


def broken_shares(figures: Sequence[Figure]) -> tuple[BrokenShare, ...]:
    """Percentages that the numbers beside them contradict: "150 of the 200 houses, or 60 percent".

    Args:
        figures: Figures of one article.
    """
    by_sentence: dict[tuple[int, str | None], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.claim.quantity.value is not None and figure.claim.within == figure.claim.sentence.within:
            by_sentence[figure.claim.sentence.start, figure.claim.within].append(figure)
    found = [broken for sentence in by_sentence.values() for broken in _check(sentence)]
    return tuple(sorted(found, key=lambda each: each.whole.claim.start))


def _check(figures: Sequence[Figure]) -> list[BrokenShare]:
    """Look at each run of three: part, whole, percentage, or percentage, part, whole."""
    ordered = sorted(figures, key=lambda figure: figure.claim.start)
    found = []
    for run in zip(ordered, ordered[1:], ordered[2:], strict=False):
        percentage = next((figure for figure in (run[0], run[2]) if figure.unit == "percent"), None)
        if percentage is None:
            continue
        part, whole = (each for each in run if each is not percentage)
        joined = _between(run[1], run[2]) if percentage is run[2] else _between(run[0], run[1])
        if not (OF.fullmatch(_between(part, whole)) and THAT_IS.fullmatch(joined)):
            continue
        share = part.number / whole.number * HUNDRED if whole.number else None
        if share is not None and part.number <= whole.number and not points(percentage).holds(share):
            found.append(BrokenShare(whole, part, percentage, share.quantize(Decimal("0.1")).normalize()))
    return found


def points(percentage: Figure) -> Interval:
    """The percentages that the words of one leave open, rounding included: "85 percent" is 84 to 86.

    Args:
        percentage: The figure.
    """
    number, comparator = percentage.number, percentage.claim.quantity.comparator
    off = max(POINT, min(step(number), LARGEST_STEP) / 2)
    match comparator:
        case "exact":
            return Interval(number - off, number + off)
        case "more_than" | "at_least":
            return Interval(number - off, None)
        case "less_than" | "at_most":
            return Interval(None, number + off)
        case _:
            off = max(off, number * HEDGED)
            return Interval(number - off, number + off)


def _between(one: Figure, other: Figure) -> str:
    sentence = one.claim.sentence
    return sentence.text[one.claim.end - sentence.start : other.claim.start - sentence.start]
