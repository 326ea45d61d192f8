"""From scores to spans: the likeliest tags of which each may follow the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.pipeline.tagger.wordpieces import BREAK, Pieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KINDS = ("content", "cue", "source")
"""Tag 0 is none; of each kind, tag 2n + 1 begins a span and 2n + 2 goes on in it."""

NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tagger marked in an article: code points, half-open, each list in order.

    Attributes:
        content: Words that are somebody's.
        cue: Words that say so.
        source: Words that name whose they are.
    """

    content: tuple[tuple[int, int], ...] = ()
    cue: tuple[tuple[int, int], ...] = ()
    source: tuple[tuple[int, int], ...] = ()


def best_tags(scores: "NDArray[np.float32]", breaks: Sequence[int]) -> list[int]:
    """The tags with the highest sum of scores in which nothing goes on that has not begun (Viterbi).

    Args:
        scores: Pieces by tags.
        breaks: Pieces that get no tag.
    """
    import numpy as np

    if not len(scores):
        return []
    fits = scores.astype(np.float64)
    fits -= np.log(np.exp(fits - fits.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True)) + fits.max(
        axis=1, keepdims=True
    )
    fits[list(breaks)] = NEVER
    fits[list(breaks), 0] = 0.0
    follows = np.zeros((7, 7))
    for inside in (2, 4, 6):
        follows[[tag for tag in range(7) if tag not in {inside - 1, inside}], inside] = NEVER
    best = fits[0].copy()
    best[[2, 4, 6]] = NEVER
    before = np.zeros((len(fits), 7), dtype=np.int64)
    for index in range(1, len(fits)):
        sums = best[:, None] + follows
        before[index] = sums.argmax(axis=0)
        best = sums.max(axis=0) + fits[index]
    tags = [int(best.argmax())]
    for index in range(len(fits) - 1, 0, -1):
        tags.append(int(before[index, tags[-1]]))
    return tags[::-1]


def read_tags(pieces: Pieces, scores: "NDArray[np.float32]") -> Tagged:
    """The spans that the likeliest tags mark."""
    tags = best_tags(scores, [index for index, number in enumerate(pieces.numbers) if number == BREAK])
    found: dict[str, list[tuple[int, int]]] = {kind: [] for kind in KINDS}
    for index, tag in enumerate(tags):
        start, end = pieces.spans[index]
        if tag % 2:
            found[KINDS[tag // 2]].append((start, end))
        elif tag:
            spans = found[KINDS[tag // 2 - 1]]
            spans[-1] = (spans[-1][0], end)
    return Tagged(**{kind: tuple(spans) for kind, spans in found.items()})
