"""Which articles may share text: sentences that look alike, found by MinHash and locality-sensitive hashing."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from claimx.textual.shingles import Words, shingles

SHINGLE, LEAST_WORDS = 3, 8
"""Words of a run, and of a sentence that is looked at: shorter sentences are alike by chance."""

PERMUTATIONS, BANDS, SEED = 60, 20, 1_802_081
"""Three rows a band: of sentences that share half their runs 93 in 100 meet, of those that share a fiftieth none."""

LEAST_ALIKE = 0.3
"""Shared runs over all runs from which on two sentences count as alike; checked on the runs themselves."""

MOST_LIKE = 32
"""Like sentences that one is laid beside, in the order of the alphabet: of a thousand near-copies of one sentence those
next to it tell what it is a copy of."""

MOST_EARLIER = 5
"""Earlier articles with a like sentence that an article is held against: what a hundred print, the first ones have."""

MOST_PARTNERS = 8
"""Articles that each is held against in full."""

KEPT = 4096
"""Sentences of which the runs of words are held at a time."""


def like_pairs(texts: Sequence[Words]) -> tuple[tuple[int, int], ...]:
    """Pairs of texts that have sentences alike: indices, the lower first, sorted.

    Near-linear: each text is paired with a few of those before it that it shares most with.

    Args:
        texts: The texts, in an order that does not hang on how they were given.
    """
    shared = _shared(texts)
    partners: dict[int, list[tuple[int, int]]] = defaultdict(list)
    while shared:
        pair, count = shared.popitem()
        number, before = divmod(pair, len(texts))
        partners[number].append((-count, before))
    return tuple(
        sorted((before, number) for number, found in partners.items() for _, before in sorted(found)[:MOST_PARTNERS])
    )


def _shared(texts: Sequence[Words]) -> Counter[int]:
    """How many like sentences two texts have, by the number of the pair: tuples would take twice the memory."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(texts):
        for unit in sorted({words.folded[a:b] for a, b in words.units() if b - a >= LEAST_WORDS}):
            holders[unit].append(number)
    units = sorted(holders)
    shared: Counter[int] = Counter()
    for number, like in _alike(units):
        known = sorted({each for unit in (number, *like) for each in holders[units[unit]]})
        for place, each in enumerate(known):
            for before in {*known[max(0, place - MOST_EARLIER) : place], *known[: min(place, 1)]}:
                shared[each * len(texts) + before] += 1
    return shared


def _alike(units: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, list[int]]]:
    """Each sentence with the first of the like ones that sort after it, as indices."""
    candidates = _meeting(_fingerprints(units)) if len(units) > 1 else {}

    @lru_cache(maxsize=KEPT)
    def runs(number: int) -> frozenset[tuple[str, ...]]:
        return shingles(units[number], SHINGLE)

    for number in range(len(units)):
        others = sorted({*candidates.pop(number, ())})[:MOST_LIKE]
        yield number, [other for other in others if _jaccard(runs(number), runs(other)) >= LEAST_ALIKE]


def _fingerprints(units: Sequence[tuple[str, ...]]) -> Iterator[bytes]:
    """The MinHash of each sentence, some thousands at a time."""
    from rensa import RMinHash

    for start in range(0, len(units), KEPT):
        runs = (shingles(unit, SHINGLE) for unit in units[start : start + KEPT])
        tokens = [sorted(" ".join(run) for run in each) for each in runs]
        for each in RMinHash.digests_from_token_sets(tokens, num_perm=PERMUTATIONS, seed=SEED):
            yield array("I", each).tobytes()


def _meeting(fingerprints: Iterable[bytes]) -> "dict[int, array[int]]":
    """For each sentence some that sort after it and share a band with it; of each band at most `MOST_LIKE`.

    Hashing by locality: those of one band and place meet, and nobody is laid beside all others. Who meets in several
    bands is there several times: sets would take many times the memory.
    """
    known = list(fingerprints)
    found: dict[int, array[int]] = defaultdict(lambda: array("I"))
    width = len(known[0]) // BANDS
    for band in range(0, width * BANDS, width):
        first: dict[bytes, int] = {}
        met: dict[int, array[int]] = {}
        for number, fingerprint in enumerate(known):
            begun = first.setdefault(fingerprint[band : band + width], number)
            if begun != number:
                met.setdefault(begun, array("I", [begun])).append(number)
        for numbers in met.values():
            for place, number in enumerate(numbers[:-1], 1):
                found[number].extend(numbers[place : place + MOST_LIKE])
    return found


def _jaccard(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other)
