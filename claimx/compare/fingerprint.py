"""Names of findings that stay the same over runs: nothing in them hangs on lines, order or other outlets."""

from collections.abc import Iterable

from claimx.compare.figure import Figure
from claimx.compare.folding import content
from claimx.compare.groups import Comparing
from claimx.compare.naming import name_article
from claimx.records.base import content_id

PAIR_RULES = {"conflict": "CX101", "tension": "CX102"}
"""A pair is named by what its figures say of one another: that a third outlet makes it a stale one changes nothing."""


def finding_fingerprint(rule: str, figures: Iterable[Figure], *more: object) -> str:
    """Name a finding by its rule and the figures that decide it.

    Args:
        rule: Code of the rule.
        figures: The figures; their order plays no part.
        *more: What else tells it from others.
    """
    return content_id("f", rule, *(part for each in sorted(_decides(each) for each in figures) for part in each), *more)


def numbers_fingerprint(rule: str, figures: Iterable[Figure]) -> str:
    """Name a finding by its rule and the numbers that decide it, whoever gives them.

    Another outlet with one of the numbers is no news.

    Args:
        rule: Code of the rule.
        figures: The figures; their order plays no part.
    """
    named = sorted(
        (
            f"{figure.number.normalize():f}",
            figure.claim.metric,
            figure.unit,
            " ".join(sorted(figure.place.words)) if figure.place else "",
        )
        for figure in figures
    )
    return content_id("f", rule, *(part for each in named for part in each))


def pair_fingerprint(pair: Comparing) -> str:
    """Name the finding on two figures of different articles."""
    rule = PAIR_RULES.get(pair.verdict.relation, pair.verdict.relation)
    return finding_fingerprint(rule, (pair.one.figure, pair.other.figure))


def _decides(figure: Figure) -> tuple[str, ...]:
    """What is named of a figure; of its place and people only what its own sentence says."""
    claim = figure.claim
    place = figure.place.words if figure.place and figure.place.stated and claim.where else frozenset[str]()
    counted = figure.people.tags if figure.people.known else frozenset[str]()
    return (
        name_article(figure.article),
        f"{figure.number.normalize():f}",
        claim.metric,
        figure.unit,
        " ".join(sorted(place)),
        " ".join(sorted(counted or content(claim.quantity.of.text if claim.quantity.of else ""))),
    )
