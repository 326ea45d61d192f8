"""Extractions in, one comparison out: read, gather, align, judge, and say what a person should look at."""

from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Literal

from claimx.compare.align import align
from claimx.compare.arithmetic import share_finding, total_finding
from claimx.compare.draft import check_draft
from claimx.compare.figure import Figure
from claimx.compare.findings import LEVELS, NOTHING, group_findings
from claimx.compare.groups import WORST, Judged, judge
from claimx.compare.known import Known
from claimx.compare.naming import order_of
from claimx.compare.percentages import broken_shares
from claimx.compare.reading import read_figures
from claimx.compare.referee import Referee
from claimx.compare.repeats import Node, gather
from claimx.compare.settings import CompareSettings
from claimx.compare.sums import join_sums, mark_partial, siblings
from claimx.compare.totals import broken_totals
from claimx.records.article import Article
from claimx.records.comparison import (
    ComparedArticle,
    Comparison,
    Finding,
    FindingCounts,
    Group,
    NotCompared,
    Summary,
)
from claimx.records.extraction import Extraction, Producer
from claimx.records.reference import ReferenceLine

FailOn = Literal["error", "warning", "note", "never"]
DEFAULTS = CompareSettings()


def compare_extractions(
    extractions: Iterable[Extraction],
    settings: CompareSettings = DEFAULTS,
    *,
    pairs: bool = False,
    drafts: Iterable[Extraction] = (),
    reference: Iterable[ReferenceLine] = (),
    known: Known = NOTHING,
    producer: Producer | None = None,
) -> Comparison:
    """Compare the figures of several articles, and those inside each.

    Where there are drafts, the articles are what they draw on: groups are those that a draft has a figure in, and
    findings are those on the drafts.

    Args:
        extractions: One for each article; an article given twice counts once. Their order plays no part.
        settings: Tolerance, days and the like.
        pairs: Whether each group lists all its pairs.
        drafts: Texts of one's own, each held against all the articles.
        reference: Rows of official series and house lists, against which the figures are held; undated articles are
            dated by them.
        known: Findings that are accepted or were there before; what is new stands beside them.
        producer: What to name as the maker; by default that of the extractions.

    Returns:
        The comparison; its exit code is that of `--fail-on error`.
    """
    referee = Referee(reference, settings)
    drafts = _distinct(referee.date(drafts))
    own = frozenset(draft.article.id for draft in drafts)
    sources = [each for each in _distinct(referee.date(extractions)) if each.article.id not in own]
    ordered = _distinct([*sources, *drafts])
    nodes: list[Node] = []
    runs: list[tuple[Figure, ...]] = []
    findings: list[Finding] = []
    for extraction in ordered:
        figures = read_figures(extraction, settings)
        found = siblings(figures)
        runs += found
        marked = mark_partial(figures, found)
        nodes += gather(marked, settings)
        if not own or extraction.article.id in own:
            findings += _inside(figures, settings) + referee.hold(marked)
    aligned = align(nodes, settings)
    clusters = join_sums(aligned.clusters, runs, settings)
    judged = [judge(cluster, settings, pairs=pairs) for cluster in clusters]
    if own:
        judged = [each for each in judged if any(member.article_id in own for member in each.group.members)]
    findings += [
        finding for each in judged for finding in group_findings(each, known) if not own or _within(finding, own)
    ]
    checked = [each for draft in drafts for each in check_draft(draft, sources, settings)]
    findings += [each.finding for each in checked if each.finding is not None]
    groups = _sort_groups(judged)
    result = Comparison(
        producer=producer or _producer(ordered),
        articles=tuple(show_article(extraction.article) for extraction in ordered),
        groups=groups,
        draft=tuple(each.record for each in checked) if drafts else None,
        referenced=referee.figures,
        dated_articles=referee.dated,
        not_compared=NotCompared(
            count=aligned.apart.total(),
            reasons={reason: count for reason, count in sorted(aligned.apart.items()) if count},
        ),
        summary=_summarize(groups),
    )
    return with_findings(result, findings)


def _inside(figures: Sequence[Figure], settings: CompareSettings) -> list[Finding]:
    """Sums and percentages of one article that do not come out."""
    totals = [total_finding(each) for each in broken_totals(figures, settings)]
    return totals + [share_finding(each) for each in broken_shares(figures)]


def with_findings(comparison: Comparison, findings: Iterable[Finding]) -> Comparison:
    """The comparison with these findings, strongest first, counted, and the exit code that they make."""
    ordered = sorted(findings, key=lambda each: (LEVELS.index(each.level), each.code, each.fingerprint))
    shown = [finding.level for finding in ordered if finding.suppressed is None]
    counts = FindingCounts(
        error=shown.count("error"),
        warning=shown.count("warning"),
        note=shown.count("note"),
        suppressed=len(ordered) - len(shown),
    )
    summary = comparison.summary.model_copy(update={"findings": counts})
    result = comparison.model_copy(update={"findings": tuple(ordered), "summary": summary})
    return result.model_copy(update={"exit_code": exit_code(result)})


def _within(finding: Finding, articles: frozenset[str]) -> bool:
    """Whether a finding is on figures of these articles and of no others."""
    return all(claim.article_id in articles for claim in finding.claims)


def exit_code(comparison: Comparison, fail_on: FailOn = "error") -> int:
    """0, or 1 where a finding that is not suppressed is at or above a level.

    Args:
        comparison: The comparison.
        fail_on: The lowest level that counts; "never" for none.
    """
    if fail_on == "never":
        return 0
    counted = LEVELS[: LEVELS.index(fail_on) + 1]
    return int(any(finding.level in counted and finding.suppressed is None for finding in comparison.findings))


def _distinct(extractions: Iterable[Extraction]) -> tuple[Extraction, ...]:
    """The extractions by date, outlet and id, without second copies of one article."""
    ordered = sorted(extractions, key=_order)
    seen: set[tuple[str, str | None, str | None]] = set()
    kept = []
    ids: set[tuple[str, str]] = set()
    for extraction in ordered:
        article = extraction.article
        key = (article.text_sha256, article.source, article.published)
        if key not in seen and (article.id, article.text_sha256) not in ids:
            kept.append(extraction)
        seen.add(key)
        ids.add((article.id, article.text_sha256))
    return tuple(kept)


def _order(extraction: Extraction) -> tuple[str, tuple[str, ...]]:
    return (extraction.article.published or "9999", order_of(extraction.article))


def _producer(extractions: Sequence[Extraction]) -> Producer:
    if extractions:
        return extractions[0].producer
    try:
        return Producer(version=version("claimx"))
    except PackageNotFoundError:
        return Producer(version="0")


def show_article(article: Article) -> ComparedArticle:
    """An article as a comparison lists it."""
    return ComparedArticle(
        id=article.id,
        source=article.source,
        published=article.published,
        published_from=article.published_from,
        title=article.title,
        url=article.url,
        path=article.path,
        text_sha256=article.text_sha256,
    )


def _sort_groups(judged: Sequence[Judged]) -> tuple[Group, ...]:
    """Worst verdict first, singles last; then larger groups, wholes before parts, what stands first in its article."""
    ranks = {verdict: number for number, verdict in enumerate(("single", *WORST))}

    def order(each: Judged) -> tuple[object, ...]:
        group, scopes = each.group, [entry.node.scope for entry in each.entries]
        lesser = sum(scope.partial or scope.minor for scope in scopes) / len(scopes)
        start = min(-1 if scope.claim.within == "title" else scope.claim.start for scope in scopes)
        return (-ranks[group.verdict], -len(group.members), round(lesser, 3), start, group.metric, group.id)

    return tuple(each.group for each in sorted(judged, key=order))


def _summarize(groups: Sequence[Group]) -> Summary:
    verdicts = [group.verdict for group in groups]
    return Summary(
        conflict=verdicts.count("conflict"),
        tension=verdicts.count("tension"),
        update=verdicts.count("update"),
        agree=verdicts.count("agree"),
        single=verdicts.count("single"),
    )
