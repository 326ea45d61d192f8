"""Make new inputs of old ones by whole pieces, which bytes changed at random would hit too seldom."""

import random
from collections.abc import Callable, Sequence

Mutator = Callable[[bytes, int, int], bytes]
"""Takes an input, the most bytes of the next and a seed; gives the next."""

MOST_COPIES = 40


def make_mutator(pieces: Sequence[str], by_bytes: Callable[[bytes, int], bytes]) -> Mutator:
    """Make the function that changes inputs.

    Args:
        pieces: What may be put in.
        by_bytes: How the fuzzer itself changes an input, given the most bytes of the next.
    """
    pool = [piece.encode("utf-8", "surrogatepass") for piece in pieces]

    def mutate(data: bytes, max_size: int, seed: int) -> bytes:
        chance = random.Random(seed)  # noqa: S311 - no secret is made of it
        if not pool or chance.random() < 0.4:  # noqa: PLR2004 - the fuzzer's own changes follow what was covered
            return by_bytes(data, max_size)
        for _ in range(chance.randint(1, 4)):
            data = _changed(bytearray(data), pool, chance)
        return bytes(data[:max_size])

    return mutate


def _changed(data: bytearray, pool: Sequence[bytes], chance: random.Random) -> bytes:
    """One change: a piece put in or over what stands there, many times over, or a stretch moved, doubled or gone."""
    start = chance.randint(0, len(data))
    end = min(len(data), start + chance.choice((0, 1, 3, 10, 60)))
    piece = chance.choice(pool)
    between = chance.choice((b"", b" ", b"\n", b", "))
    match chance.randrange(6):
        case 0:
            data[start:start] = between + piece + between
        case 1:
            data[start:end] = piece
        case 2:
            data[start:start] = (piece + between) * chance.randint(2, MOST_COPIES)
        case 3:
            data[end:end] = data[start:end] * chance.randint(1, MOST_COPIES)
        case 4:
            stretch = data[start:end]
            del data[start:end]
            place = chance.randint(0, len(data))
            data[place:place] = stretch
        case _:
            del data[start:end]
    return bytes(data)
