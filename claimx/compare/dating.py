"""Date an article by a figure of its own: the reference has that exact number on one day only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimx.compare.official import Official, Row
from claimx.compare.reading import read_figures
from claimx.compare.settings import CompareSettings
from claimx.compare.size import SPECIFIC
from claimx.records.extraction import Extraction
from claimx.records.reference import DatedArticle


@dataclass(frozen=True, slots=True)
class Dated:
    """Extractions with the dates that a reference gives.

    Attributes:
        extractions: All of them.
        records: Which articles were dated, and by what.
    """

    extractions: tuple[Extraction, ...]
    records: tuple[DatedArticle, ...]


def date_articles(extractions: Iterable[Extraction], officials: Sequence[Official], settings: CompareSettings) -> Dated:
    """Date the articles that have no date.

    An article that gives figures of several days is of the last of them: the others are what it looks back on.

    Args:
        extractions: The extractions.
        officials: The series.
        settings: Settings of the comparison.

    Returns:
        The extractions; those dated have `published_from` "reference".
    """
    found, records = [], []
    for extraction in extractions:
        dated = _date(extraction, officials, settings) if extraction.article.published is None else None
        if dated is not None:
            records.append(dated)
            found.append(_with_date(extraction, dated.date))
        else:
            found.append(extraction)
    return Dated(tuple(found), tuple(records))


def _date(extraction: Extraction, officials: Sequence[Official], settings: CompareSettings) -> DatedArticle | None:
    found: list[tuple[str, DatedArticle]] = []
    for figure in read_figures(extraction, settings):
        if figure.claim.quantity.comparator != "exact" or figure.number < SPECIFIC or figure.as_of is not None:
            continue
        for official in officials:
            fit = official.fit(figure)
            rows = [] if fit is None else [row for row in official.rows if figure.possible.holds(row.value)]
            if len(rows) == 1 and _names_a_day(rows[0]) and rows[0].value == figure.number:
                day = rows[0].line.date or ""
                record = DatedArticle(
                    article_id=extraction.article.id, date=day, claim_id=figure.id, row=rows[0].record()
                )
                found.append((fit or "", record))
    firm = [record for fit, record in found if fit == "firm"] or [record for _, record in found]
    return max(firm, key=lambda record: (record.date, record.claim_id), default=None)


def _names_a_day(row: Row) -> bool:
    return row.day is not None


def _with_date(extraction: Extraction, day: str) -> Extraction:
    article = extraction.article.model_copy(update={"published": day, "published_from": "reference"})
    claims = tuple(
        claim if claim.as_of else claim.model_copy(update={"as_of": day, "as_of_from": "published"})
        for claim in extraction.claims
    )
    return extraction.model_copy(update={"article": article, "claims": claims})
