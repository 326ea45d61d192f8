"""Which articles may share text: sentences that look alike, found by MinHash and locality-sensitive hashing."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from claimx.textual.shingles import Words, shingles

SHINGLE, LEAST_WORDS = 3, 8
"""Words of a run, and of a sentence that is looked at: shorter sentences are alike by chance."""

PERMUTATIONS, BANDS, SEED = 60, 20, 1_802_081
"""Three rows a band: of sentences that share half their runs 93 in 100 meet, of those that share a fiftieth none."""

LEAST_ALIKE = 0.3
"""Shared runs over all runs from which on two sentences count as alike; checked on the runs themselves."""

MOST_EARLIER = 5
"""Earlier articles with a like sentence that an article is held against: what a hundred print, the first ones have."""

MOST_PARTNERS = 8
"""Articles that each is held against in full."""


def like_pairs(texts: Sequence[Words]) -> tuple[tuple[int, int], ...]:
    """Pairs of texts that have sentences alike: indices, the lower first, sorted.

    Near-linear: each text is paired with a few of those before it that it shares most with.

    Args:
        texts: The texts, in an order that does not hang on how they were given.
    """
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(texts):
        for unit in sorted({words.folded[a:b] for a, b in words.units() if b - a >= LEAST_WORDS}):
            holders[unit].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for alike in _alike(sorted(holders)):
        known = sorted({number for unit in alike for number in holders[unit]})
        for place, number in enumerate(known):
            for before in {*known[max(0, place - MOST_EARLIER) : place], *known[: min(place, 1)]}:
                shared[before, number] += 1
    partners: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (before, number), count in shared.items():
        partners[number].append((-count, before))
    return tuple(
        sorted((before, number) for number, found in partners.items() for _, before in sorted(found)[:MOST_PARTNERS])
    )


def _alike(units: Sequence[tuple[str, ...]]) -> list[tuple[tuple[str, ...], ...]]:
    """Sets of like sentences: each with the like ones that sort after it."""
    if len(units) < 2:  # noqa: PLR2004 - one sentence is like no other
        return [(unit,) for unit in units]
    from rensa import RMinHash, RMinHashLSH

    runs = [shingles(unit, SHINGLE) for unit in units]
    tokens = [sorted(" ".join(run) for run in each) for each in runs]
    prints = RMinHash.from_token_sets(tokens, num_perm=PERMUTATIONS, seed=SEED)
    index = RMinHashLSH(threshold=LEAST_ALIKE, num_perm=PERMUTATIONS, num_bands=BANDS)
    found = []
    for number, fingerprint in enumerate(prints):
        index.insert(number, fingerprint)
    for number, fingerprint in enumerate(prints):
        like = [
            units[other]
            for other in sorted(index.query(fingerprint))
            if other > number and _jaccard(runs[number], runs[other]) >= LEAST_ALIKE
        ]
        found.append((units[number], *like))
    return found


def _jaccard(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other)
