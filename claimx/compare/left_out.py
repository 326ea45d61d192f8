"""How many pairs of figures were not compared, and why: counted by keys, so that no pair has to be looked at."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import Final

from claimx.compare.align import Alignment
from claimx.compare.figure import KIND
from claimx.compare.repeats import Node
from claimx.records.comparison import NotCompared

STRANGERS: Final = "nothing in common"
"""Figures of one kind whose articles share no word for a place or an event, so that they are never held together."""


def count_left_out(nodes: Sequence[Node], aligned: Alignment) -> NotCompared:
    """Count the pairs of figures of two articles that are in no group together.

    Args:
        nodes: The figures of all articles; what an article says twice is one figure.
        aligned: What alignment made of them.

    Returns:
        The counts; two figures are left out for the first part of their kind that differs. With the pairs inside the
        groups they come to all pairs there are.
    """
    reasons = Counter(aligned.apart)
    wider = _pairs(0, nodes)
    for place, name in enumerate(KIND, 1):
        closer = _pairs(place, nodes)
        reasons[f"{name} differs"] += wider - closer
        wider = closer
    together = sum(_across(node.version for node in cluster.nodes) for cluster in aligned.clusters)
    reasons[STRANGERS] += wider - together - aligned.apart.total()
    return NotCompared(
        count=reasons.total(), reasons={reason: count for reason, count in sorted(reasons.items()) if count}
    )


def _pairs(place: int, nodes: Iterable[Node]) -> int:
    """Pairs of figures of two articles that are alike in so many parts of their kind."""
    alike: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for node in nodes:
        alike[node.scope.kind[:place]].append(node.version)
    return sum(_across(versions) for versions in alike.values())


def _across(articles: Iterable[Hashable]) -> int:
    """Pairs of two different articles, given the article of each figure."""
    counts = Counter(articles)
    return _pairs_of(counts.total()) - sum(_pairs_of(count) for count in counts.values())


def _pairs_of(number: int) -> int:
    return number * (number - 1) // 2
