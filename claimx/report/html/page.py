"""The page as a whole: records in, what the template shows out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claimx.records import Comparison, Extraction
from claimx.report.annotated import Piece, headline_of, paragraphs_of
from claimx.report.figures import Lookup
from claimx.report.html.findings import anchor_of, shown_finding
from claimx.report.html.groups import shown_group
from claimx.report.sanitize import printable
from claimx.report.summary import summary_line
from claimx.report.wording import (
    VERDICTS,
    Names,
    date_of,
    metric_in_words,
    name_of,
    reasons_in_words,
)

if TYPE_CHECKING:
    from jinja2 import Template

WEB = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """An article with its marks; `link` is its address where that is one of the web."""

    anchor: str
    name: str
    day: str
    link: str | None
    headline: tuple[Piece, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]
    speakers: Mapping[str, str]
    notes: tuple[str, ...]


def render_html(comparison: Comparison, extractions: Sequence[Extraction]) -> str:
    """Render a comparison as one page that needs nothing else: findings, figures over time, articles.

    Args:
        comparison: What was found.
        extractions: The articles that were compared; those whose text was left out are named only.

    Returns:
        HTML without scripts and without anything from elsewhere.
    """
    lookup = Lookup.of(comparison, extractions)
    held = {claim.id for extraction in extractions if extraction.article.text for claim in extraction.claims}
    flagged = {
        figure.claim_id: anchor_of(finding) for finding in reversed(comparison.findings) for figure in finding.claims
    }
    groups = [group for group in comparison.groups if group.verdict != "single"]
    groups.sort(key=lambda group: tuple(VERDICTS).index(group.verdict))
    page = _template().render(
        summary=summary_line(comparison, extractions),
        producer=comparison.producer,
        findings=[
            shown_finding(each, held, Names(comparison)) for each in comparison.findings if each.suppressed is None
        ],
        hidden=[each for each in comparison.findings if each.suppressed is not None],
        groups=[shown_group(group, lookup) for group in groups],
        left_out=reasons_in_words(comparison.not_compared.reasons) if comparison.not_compared.count else "",
        pairs_left_out=comparison.not_compared.count,
        articles=[_article(extraction) for extraction in sorted(extractions, key=_by_day)],
        flagged=flagged,
        style=(files("claimx.report.html") / "templates" / "report.css").read_text(encoding="utf-8"),
        metric_in_words=metric_in_words,
    )
    return f"{page.strip()}\n"


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("claimx.report.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["safe_line"] = printable
    return environment.get_template("report.html.j2")


def _by_day(extraction: Extraction) -> tuple[bool, str, str, str]:
    """The order in which articles are read: by day, those without one last."""
    article = extraction.article
    return (article.published is None, article.published or "", name_of(article), article.id)


def _article(extraction: Extraction) -> ShownArticle:
    article = extraction.article
    return ShownArticle(
        anchor=f"article-{article.id}",
        name=printable(name_of(article)),
        day=date_of(article),
        link=_web(article.url),
        headline=headline_of(extraction),
        paragraphs=paragraphs_of(extraction),
        speakers={speaker.id: printable(speaker.name) for speaker in extraction.speakers},
        notes=tuple(printable(f"{note.code}: {note.message}") for note in extraction.notes),
    )


def _web(url: str | None) -> str | None:
    """An address that a link may have: none that a browser would run."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in WEB and parts.netloc else None
