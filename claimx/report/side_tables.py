"""What side files and versions add to a comparison for a person: revisions, the reference, corrections by hand."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from claimx.records import Claim, ComparedArticle, Comparison, Revision
from claimx.records.correction import AppliedCorrection
from claimx.records.reference import DatedArticle, ReferenceFigure, ReferenceStatus
from claimx.report.drawing import columns_of, indented, words
from claimx.report.wording import count_of, name_of

STATUSES: Mapping[ReferenceStatus, str] = {
    "exact": "the same number",
    "within_hedge": "within its words",
    "stale": "stale",
    "ahead": "of a later day",
    "not_in_series": "not in the series",
    "above_all": "above every value so far",
    "not_covered": "after the end of the series",
    "differs": "not as approved",
}


def side_sections(
    comparison: Comparison, articles: Mapping[str, ComparedArticle], claims: Mapping[str, Claim]
) -> Iterator[RenderableType]:
    """The sections of what was given beside the articles; nothing of what was not.

    Args:
        comparison: The comparison.
        articles: Its articles by id.
        claims: Its claims by id, as far as they are known.
    """
    yield from _section("BETWEEN VERSIONS", [_revision(each, claims) for each in comparison.revisions])
    dated = [_dated(each, articles, claims) for each in comparison.dated_articles or ()]
    held = [_held(each, articles, claims) for each in comparison.referenced or ()]
    yield from _section("AGAINST THE REFERENCE", [*dated, *held])
    yield from _section("CORRECTED BY HAND", [_corrected(each, articles) for each in comparison.corrections or ()])


def _section(title: str, rows: Sequence[Sequence[str]]) -> Iterator[RenderableType]:
    if rows:
        table = columns_of(3, 3, 5)
        for row in rows:
            table.add_row(*(words(cell) for cell in row))
        yield Text(title, style="bold")
        yield indented(table)
        yield ""


def _revision(revision: Revision, claims: Mapping[str, Claim]) -> tuple[str, str, str]:
    old, new = (claims.get(name or "") for name in (revision.a, revision.b))
    figure = " → ".join(claim.text for claim in (old, new) if claim)
    claim = new or old
    changed = {"added": "added", "dropped": "dropped"}.get(revision.change, f"{revision.change} changed")
    return (claim.metric if claim else "", figure, f"{changed}, {'with a note' if revision.noted else 'no note'}")


def _dated(
    dated: DatedArticle, articles: Mapping[str, ComparedArticle], claims: Mapping[str, Claim]
) -> tuple[str, ...]:
    claim = claims.get(dated.claim_id)
    said = f"dates the article: {dated.date} ({dated.row.file}, row {dated.row.row})"
    return (_name(dated.article_id, articles), claim.text if claim else "", said)


def _held(
    held: ReferenceFigure, articles: Mapping[str, ComparedArticle], claims: Mapping[str, Claim]
) -> tuple[str, ...]:
    claim, row = claims.get(held.claim_id), held.row
    late = f" by {count_of(held.days, 'day')}" if held.status == "stale" and held.days is not None else ""
    of = f" of {row.date}" if row.date else ""
    said = f"{STATUSES[held.status]}{late}: {row.value:,}{of} ({row.file}, row {row.row})"
    return (_name(held.article_id, articles), claim.text if claim else "", said)


def _corrected(applied: AppliedCorrection, articles: Mapping[str, ComparedArticle]) -> tuple[str, str, str]:
    changes = ", ".join(f"{each.field}: {each.corrected}, read as {each.read or 'none'}" for each in applied.changes)
    by = f", {applied.by}" if applied.by else ""
    said = "left out" if applied.dropped else changes or "as read"
    return (_name(applied.article_id, articles), applied.text, f"{said} ({applied.reason}{by})")


def _name(article_id: str, articles: Mapping[str, ComparedArticle]) -> str:
    article = articles.get(article_id)
    return name_of(article) if article else article_id
