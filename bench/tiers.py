"""How many claims the tier `figures` finds as `full` does: the same words, metric and number; and the same in all."""

from collections import Counter
from collections.abc import Mapping

from bench.articles import article_sets
from bench.result import Bar, Result
from claimx.pipeline.read import Reader
from claimx.records import Article, Claim

ARTICLES, FEW = 60, 3
"""Of each set of the evaluation data."""

BARS = (Bar(of="same_figure", at_least=0.97),)

APART = frozenset({"id", "event_id", "quote_id", "part_of", "supersedes"})
"""Fields that name other records of the same extraction, by numbers that follow from what else was found."""


def measure(*, quick: bool = False) -> Result:
    """Shares of the claims that either tier finds, over all sets and by set.

    Args:
        quick: Whether to read only a few articles of each set.
    """
    full, figures = Reader(), Reader(tier="figures")
    counts: Counter[str] = Counter()
    by_set: dict[str, float] = {}
    for name, articles in article_sets(FEW if quick else ARTICLES):
        found = sum((_compared(full, figures, article) for article in articles), Counter[str]())
        by_set[name] = round(found["same_figure"] / max(1, found["claims"]), 3)
        counts += found
    return {
        "claims": counts["claims"],
        "same_figure": round(counts["same_figure"] / counts["claims"], 3),
        "same_in_every_field": round(counts["same_in_every_field"] / counts["claims"], 3),
        "same_figure_by_set": by_set,
    }


def _compared(full: Reader, figures: Reader, article: Article) -> "Counter[str]":
    """Counts of the claims that either finds, and of those that both find alike."""
    one, other = (_by_figure(reader, article) for reader in (full, figures))
    both = one.keys() & other.keys()
    return Counter(
        claims=len(one.keys() | other.keys()),
        same_figure=len(both),
        same_in_every_field=sum(_fields(one[key]) == _fields(other[key]) for key in both),
    )


def _by_figure(reader: Reader, article: Article) -> Mapping[object, Claim]:
    found = reader.read_one(article).claims
    return {(claim.start, claim.end, claim.metric, claim.quantity.model_dump_json()): claim for claim in found}


def _fields(claim: Claim) -> Mapping[str, object]:
    return claim.model_dump(exclude=set(APART))
