"""The page as a whole: records in, what the template shows out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claimx.lexicon.codes import code_pages
from claimx.records import Comparison, Extraction, Finding, FindingClaim, Group, Member
from claimx.report.annotated import Piece, headline_of, paragraphs_of
from claimx.report.figures import Lookup, chains_of, figure_rows
from claimx.report.html.chart import Chart, Point, draw_chart
from claimx.report.html.direction import Run, runs_of
from claimx.report.locations import place_in_words
from claimx.report.sanitize import printable, printable_piece
from claimx.report.summary import summary_line
from claimx.report.wording import (
    VERDICTS,
    Names,
    date_of,
    message_in_words,
    metric_in_words,
    name_of,
    number_in_words,
    reasons_in_words,
    scope_in_words,
)

if TYPE_CHECKING:
    from jinja2 import Template

WEB = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True)
class Words:
    """A run of a sentence; `figure` where it is one of the finding's, `anchor` where the article's text has it."""

    text: str
    figure: bool = False
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence with the figures of a finding that stand in it, and what they are there."""

    outlet: str
    day: str
    roles: str
    place: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding; `page` says what its code means."""

    anchor: str
    level: str
    code: str
    page: str
    message: tuple[Run, ...]
    new: bool
    group: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group with its drawing and its rows: date, outlet, figure, source."""

    anchor: str
    verdict: str
    words: str
    title: str
    reason: tuple[Run, ...]
    sources: int
    chains: tuple[str, ...]
    chart: Chart | None
    rows: tuple[tuple[str, str, str, str], ...]


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
        figure.claim_id: _name(finding) for finding in reversed(comparison.findings) for figure in finding.claims
    }
    groups = [group for group in comparison.groups if group.verdict != "single"]
    groups.sort(key=lambda group: tuple(VERDICTS).index(group.verdict))
    page = _template().render(
        summary=summary_line(comparison, extractions),
        producer=comparison.producer,
        findings=[_finding(each, held, Names(comparison)) for each in comparison.findings if each.suppressed is None],
        hidden=[each for each in comparison.findings if each.suppressed is not None],
        groups=[_group(group, lookup) for group in groups],
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


def _name(finding: Finding) -> str:
    return f"finding-{finding.fingerprint}"


def _finding(finding: Finding, held: Iterable[str], names: Names) -> ShownFinding:
    return ShownFinding(
        anchor=_name(finding),
        level=finding.level,
        code=finding.code,
        page=code_pages()[finding.code].says,
        message=runs_of(message_in_words(finding.message)),
        new=finding.new is True,
        group=f"group-{finding.group_id}" if finding.group_id else None,
        evidence=tuple(_evidence(figures, held, names) for figures in _sentences(finding)),
    )


def _evidence(figures: Sequence[FindingClaim], held: Iterable[str], names: Names) -> Evidence:
    """The figures of one sentence."""
    first = figures[0]
    text, start = first.sentence.text, first.sentence.start
    pieces, at = [], 0
    for figure in sorted(figures, key=lambda each: each.start):
        begin, end = figure.start - start, figure.end - start
        if at <= begin < end <= len(text):
            anchor = f"claim-{figure.claim_id}" if figure.claim_id in held else None
            pieces += [
                Words(printable_piece(text[at:begin])),
                Words(printable_piece(text[begin:end]), figure=True, anchor=anchor),
            ]
            at = end
    return Evidence(
        outlet=printable(names.of(first)),
        day=first.published[:10] if first.published else "undated",
        roles=", ".join(dict.fromkeys(figure.role for figure in figures if len(figure.role) > 1)),
        place=printable(place_in_words(first)),
        words=(*pieces, Words(printable_piece(text[at:]))),
    )


def _sentences(finding: Finding) -> Iterable[Sequence[FindingClaim]]:
    """The figures of a finding by the sentence that they stand in, in the finding's order."""
    found: dict[tuple[str, str | None, int], list[FindingClaim]] = {}
    for figure in finding.claims:
        key = (figure.article_id, figure.sentence.within, figure.sentence.start)
        found.setdefault(key, []).append(figure)
    return found.values()


def _group(group: Group, lookup: Lookup) -> ShownGroup:
    scope = scope_in_words(group)
    return ShownGroup(
        anchor=f"group-{group.id}",
        verdict=group.verdict,
        words=VERDICTS[group.verdict],
        title=printable(metric_in_words(group.metric, group.unit) + (f" — {scope}" if scope else "")),
        reason=runs_of(group.reason),
        sources=group.independent_sources,
        chains=tuple(map(printable, chains_of(group))),
        chart=draw_chart(list(_points(group, lookup))),
        rows=tuple(tuple(map(printable, row.cells)) for row in figure_rows(group, lookup)),  # type: ignore[misc]
    )


def _points(group: Group, lookup: Lookup) -> Iterator[Point]:
    """A point for each figure that the rows show; the parts of a sum are drawn as the sum."""
    summed = {total.id: total for total in group.sums}
    for member in group.members:
        if member.sum is None:
            yield _point(member, lookup, number_in_words(member.value, *member.possible))
        elif member.sum in summed:
            total = summed.pop(member.sum)
            whole = member.model_copy(update={"value": total.value, "possible": (total.value, total.value)})
            yield _point(whole, lookup, f"{total.value:,}")


def _point(member: Member, lookup: Lookup, number: str) -> Point:
    article = lookup.articles.get(member.article_id)
    claim = lookup.claims.get(member.claim_id)
    outlet = printable(name_of(article) if article else member.article_id)
    day = member.as_of[:10] if member.as_of else None
    written = claim.text if claim and member.sum is None else number
    low, high = member.possible
    return Point(outlet, day, member.value, low, high, printable(f"{outlet}, {day or 'undated'}: {written}"))


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
