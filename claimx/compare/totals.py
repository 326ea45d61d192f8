"""Parts against the total that the same article states: 8 + 25 = 33."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from claimx.compare.figure import Figure
from claimx.compare.interval import Interval
from claimx.compare.settings import CompareSettings
from claimx.compare.who import relate_people

OPEN_LIST = re.compile(r"\b(?:including|among|of whom|of which|of them|such as|at least|other|some of|with)\b")
TAKEN_OUT_OF = re.compile(r"\bof (?:the |its |their |those |these |all )?$")
INTRODUCES = re.compile(r"(?:\s-\s|[:,(\u2013\u2014])\s*(?:\w+\s+){0,2}$")
LISTED = re.compile(r"\band\b")


@dataclass(frozen=True, slots=True)
class BrokenTotal:
    """A total and parts that do not come to it.

    Attributes:
        whole: The total.
        parts: The parts that were added up, in order of offset.
        total: What they come to.
        above: They exceed the whole, which is impossible; else they fall short of it in a list that seems complete.
    """

    whole: Figure
    parts: tuple[Figure, ...]
    total: Decimal
    above: bool


def broken_totals(figures: Sequence[Figure], settings: CompareSettings) -> tuple[BrokenTotal, ...]:
    """Totals of one article that its parts do not fit.

    Args:
        figures: Figures of one article.
        settings: The settings.
    """
    by_id = {figure.id: figure for figure in figures}
    parts_of: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        whole = by_id.get(figure.claim.part_of or "")
        if whole is not None and whole.unit == figure.unit and figure.claim.quantity.comparator != "vague":
            parts_of[whole.id].append(figure)
    checked = (_check(by_id[whole], _own_parts(parts), settings) for whole, parts in parts_of.items())
    return tuple(sorted(filter(None, checked), key=lambda each: each.whole.claim.start))


def _own_parts(parts: Sequence[Figure]) -> tuple[Figure, ...]:
    """The parts without repeats of one figure in other sentences."""
    kept: list[Figure] = []
    for part in parts:
        twin = any(
            part.number == each.number and part.people == each.people and part.claim.sentence != each.claim.sentence
            for each in kept
        )
        if not twin:
            kept.append(part)
    return tuple(kept)


def _check(whole: Figure, parts: tuple[Figure, ...], settings: CompareSettings) -> BrokenTotal | None:
    if any(whole.possible.below(part.possible) for part in parts):
        worst = max(parts, key=lambda part: (part.number, part.id))
        return BrokenTotal(whole, (worst,), worst.number, above=True)
    if len(parts) < 2:  # noqa: PLR2004 - one part within the whole is fine
        return None
    total = _sum(parts)
    if total.meets(whole.possible) or _some_come_to_it(whole, parts, settings):
        return None
    number = sum((part.number for part in parts), Decimal(0))
    if whole.possible.below(total):
        return BrokenTotal(whole, parts, number, above=True) if _distinct(parts) else None
    return BrokenTotal(whole, parts, number, above=False) if _closed(whole, parts) else None


def _sum(parts: Sequence[Figure]) -> Interval:
    total = Interval(Decimal(0), Decimal(0))
    for part in parts:
        total = total.plus(part.possible)
    return total


def _some_come_to_it(whole: Figure, parts: Sequence[Figure], settings: CompareSettings) -> bool:
    """Whether some of the parts make up the whole: 20 men and 13 women are the 33, the 5 soldiers are among them."""
    if len(parts) > settings.most_parts:
        return False
    sizes = range(2, len(parts))
    return any(_sum(some).meets(whole.possible) for size in sizes for some in combinations(parts, size))


def _distinct(parts: Sequence[Figure]) -> bool:
    """Whether no two parts may count the same people: one sentence, and never "including"; or groups that share nobody.

    "The crash killed 25 people. Eleven were soldiers. Sixteen were civilians."
    """
    if len({part.claim.sentence for part in parts}) == 1:
        return not OPEN_LIST.search(_between(parts))
    pairs = combinations(parts, 2)
    return all(relate_people(one.people, other.people, None).relation == "different" for one, other in pairs)


def _between(parts: Sequence[Figure]) -> str:
    first, last = parts[0].claim, parts[-1].claim
    return first.sentence.text[first.end - first.sentence.start : last.start - first.sentence.start].casefold()


def _closed(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the list claims to be complete: "33 dead: eight soldiers and 25 civilians", and no "including".

    So does a list of just the kinds that the total names: "soldiers and guerrillas", then so many of each.
    """
    if any(part.claim.metric != whole.claim.metric for part in parts) or not _distinct(parts):
        return False
    named = whole.people.either
    if named and all(part.people.tags & named for part in parts) and named <= {t for p in parts for t in p.people.tags}:
        return True
    first = parts[0].claim
    if whole.claim.sentence != first.sentence or whole.claim.start > first.start:
        return False
    start = first.sentence.start
    lead = first.sentence.text[whole.claim.end - start : first.start - start].casefold()
    if TAKEN_OUT_OF.search(first.sentence.text[: whole.claim.start - start].casefold()):
        return False
    rest = first.sentence.text[whole.claim.end - start :].casefold()
    return bool(INTRODUCES.search(lead)) and not OPEN_LIST.search(rest) and bool(LISTED.search(_between(parts)))
