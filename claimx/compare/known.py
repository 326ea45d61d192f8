"""What of a group is shown where some of it is known already: accepted by a desk, or found by an earlier run."""

from collections.abc import Callable, Sequence

from claimx.compare.fingerprint import pair_fingerprint
from claimx.compare.groups import WORST, Comparing, Entry
from claimx.compare.interval import agree
from claimx.compare.settings import ALIGNING_WIDTH

Strongest = Callable[[Sequence[Comparing]], Comparing | None]


def pairs_to_show(pairs: Sequence[Comparing], known: frozenset[str], strongest: Strongest) -> tuple[Comparing, ...]:
    """The strongest pair of those that say something new, and all that are known.

    Outlet A has 40 and B 52, and that is known. When C gives 52 as well, A and C are nothing new; when C gives 61, they
    are. Without anything known there is the strongest pair alone.

    Args:
        pairs: The pairs of a group that do not fit.
        known: Fingerprints.
        strongest: Chooses one of several.

    Returns:
        The known ones by fingerprint, then the new one.
    """
    named: dict[str, list[Comparing]] = {}
    for pair in pairs if known else ():
        named.setdefault(pair_fingerprint(pair), []).append(pair)
    held = [each for name in sorted(named.keys() & known) if (each := strongest(named[name])) is not None]
    fresh = strongest([pair for pair in pairs if not any(_repeats(pair, each) for each in held)])
    return (*held, fresh) if fresh is not None else tuple(held)


def _repeats(pair: Comparing, held: Comparing) -> bool:
    """Whether a pair says no more than one that is known: the same two figures, from whomever, and no worse."""
    if WORST.index(pair.verdict.relation) > WORST.index(held.verdict.relation):
        return False
    straight = _alike(pair.one, held.one) and _alike(pair.other, held.other)
    return straight or (_alike(pair.one, held.other) and _alike(pair.other, held.one))


def _alike(one: Entry, other: Entry) -> bool:
    if one.figure.number == other.figure.number:
        return True
    return not (one.parts or other.parts) and agree(
        one.figure.claim.quantity, other.figure.claim.quantity, ALIGNING_WIDTH
    )
