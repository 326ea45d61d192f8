"""Where a figure comes from: outlets that repeat one agency, and agencies that repeat one ministry, are one source."""

from collections.abc import Iterable

from claimx.compare.figure import Figure
from claimx.compare.folding import content
from claimx.lexicon.comparing import word_set
from claimx.records.claim import Claim


def origin(claim: Claim) -> frozenset[str] | None:
    """The words of the source at the end of the attribution; None where none is named."""
    if claim.attribution is None:
        return None
    chain = claim.attribution.chain
    named = content(chain[-1].text if chain else claim.attribution.text)
    return named if named - word_set("vague-source") else None


def independent_sources(figures: Iterable[Figure]) -> int:
    """How many sources are left when everyone is counted who says it first-hand.

    A figure without a named source is its outlet's own; the articles of one outlet are one source.
    """
    sources: list[frozenset[str]] = []
    for figure in figures:
        said = origin(figure.claim) or frozenset({f"outlet {figure.article.source or figure.article.id}"})
        if not any(said <= known or known <= said for known in sources):
            sources.append(said)
    return len(sources)
