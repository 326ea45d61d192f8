"""What of a group is shown where some of it is known already: accepted by a desk, or found by an earlier run."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from claimx.compare.figure import Figure
from claimx.compare.fingerprint import pair_fingerprint
from claimx.compare.groups import WORST, Comparing, Entry
from claimx.compare.interval import agree
from claimx.compare.naming import name_article
from claimx.compare.settings import ALIGNING_WIDTH

Known: TypeAlias = Mapping[str, frozenset[str]]
"""Fingerprints of findings, each with the figures that its group had: what is new is held against all of these."""

Strongest = Callable[[Sequence[Comparing]], Comparing | None]


def name_figure(figure: Figure) -> str:
    """`Harbour Radio: 52`, by which a figure is known again."""
    return f"{name_article(figure.article)}: {figure.number.normalize():f}"


def name_figures(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The figures of a group, sorted."""
    return tuple(sorted({name_figure(entry.figure) for entry in entries}))


def pairs_to_show(pairs: Sequence[Comparing], known: Known, strongest: Strongest) -> tuple[Comparing, ...]:
    """The strongest pair of those that say something new, and all that are known.

    Outlet A has 40 and B 52, and that is known. When C gives 52 as well, A and C are nothing new; when C gives 61, they
    are. Without anything known there is the strongest pair alone.

    Args:
        pairs: The pairs of a group that do not fit.
        known: What is known, of this group and of others.
        strongest: Chooses one of several.

    Returns:
        The known ones by fingerprint, then the new one.
    """
    named: dict[str, list[Comparing]] = {}
    for pair in pairs if known else ():
        named.setdefault(pair_fingerprint(pair), []).append(pair)
    held = [each for name in sorted(named.keys() & known.keys()) if (each := strongest(named[name])) is not None]
    figures = frozenset(name for each in held for name in (*known[pair_fingerprint(each)], *name_figures(_both(each))))
    old = [pair for pair in pairs if figures >= set(name_figures(_both(pair)))]
    fresh = strongest(_unsaid(pairs, old))
    return (*held, fresh) if fresh is not None else tuple(held)


def _unsaid(pairs: Sequence[Comparing], old: Iterable[Comparing]) -> list[Comparing]:
    """The pairs that repeat none of those known; what a thousand outlets give alike is looked at once."""
    worst: dict[tuple[object, ...], Comparing] = {}
    for pair in sorted(old, key=_badness):
        worst[_meaning(pair)] = pair
    asked: dict[tuple[object, ...], bool] = {}
    for pair in pairs:
        key = (_badness(pair), *_meaning(pair))
        if key not in asked:
            asked[key] = any(_repeats(pair, each) for each in worst.values())
    return [pair for pair in pairs if not asked[(_badness(pair), *_meaning(pair))]]


def _badness(pair: Comparing) -> int:
    return WORST.index(pair.verdict.relation)


def _meaning(pair: Comparing) -> tuple[object, ...]:
    """What of a pair decides whether it repeats another."""
    found: list[object] = []
    for entry in _both(pair):
        quantity = entry.figure.claim.quantity
        ends = (quantity.value, quantity.low, quantity.high)
        found += [entry.figure.number, *ends, quantity.comparator, bool(entry.parts)]
    return tuple(found)


def _both(pair: Comparing) -> tuple[Entry, Entry]:
    return (pair.one, pair.other)


def _repeats(pair: Comparing, old: Comparing) -> bool:
    """Whether a pair says no more than one that is known: the same two figures, from whomever, and no worse."""
    if _badness(pair) > _badness(old):
        return False
    straight = _alike(pair.one, old.one) and _alike(pair.other, old.other)
    return straight or (_alike(pair.one, old.other) and _alike(pair.other, old.one))


def _alike(one: Entry, other: Entry) -> bool:
    if one.figure.number == other.figure.number:
        return True
    return not (one.parts or other.parts) and agree(
        one.figure.claim.quantity, other.figure.claim.quantity, ALIGNING_WIDTH
    )
