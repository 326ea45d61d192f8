"""Extractions in, one comparison out: read, gather, align, judge, and say what a person should look at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from claimx.compare.absolutes import percentage_findings
from claimx.compare.align import Cluster, align
from claimx.compare.arithmetic import share_finding, total_finding
from claimx.compare.articles import distinct, show_article
from claimx.compare.definitions import definition_findings
from claimx.compare.draft import Checked, check_drafts
from claimx.compare.drift import drift_findings
from claimx.compare.excess import excess_findings
from claimx.compare.figure import Figure
from claimx.compare.findings import NOTHING, group_findings
from claimx.compare.groups import WORST, Judged, judge
from claimx.compare.known import Known
from claimx.compare.left_out import count_left_out
from claimx.compare.origin_findings import origin_findings
from claimx.compare.outcome import with_findings
from claimx.compare.percentages import broken_shares
from claimx.compare.prepared import Prepared, prepare
from claimx.compare.provenance import Provenance
from claimx.compare.referee import Referee
from claimx.compare.settings import CompareSettings
from claimx.compare.sums import join_sums
from claimx.compare.totals import broken_totals
from claimx.compare.wholes import Wholes
from claimx.records.comparison import Comparison, Summary
from claimx.records.extraction import Extraction, Producer
from claimx.records.finding import Finding
from claimx.records.group import Group
from claimx.records.reference import ReferenceLine
from claimx.records.revision import DraftFigure
from claimx.uncollected import uncollected

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
    given, own_texts = tuple(extractions), tuple(drafts)  # a caller may make them only now, with the collector at work
    with uncollected():
        asked = _Asked(settings, pairs=pairs, known=known, producer=producer)
        return _compare(given, own_texts, Referee(reference, settings), asked)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a comparison is told beside its articles; see `compare_extractions`."""

    settings: CompareSettings
    pairs: bool
    known: Known
    producer: Producer | None


def _compare(given: Sequence[Extraction], drafts: Sequence[Extraction], referee: Referee, asked: _Asked) -> Comparison:
    settings = asked.settings
    drafts = distinct(referee.date(drafts))
    own = frozenset(draft.article.id for draft in drafts)
    sources = [each for each in distinct(referee.date(given)) if each.article.id not in own]
    whole = distinct([*sources, *drafts])
    # What needs the words of all texts goes first: its tables are gone when those of the figures are made.
    drifts, origins = drift_findings(whole), Provenance(whole)
    ready = [prepare(each, settings) for each in whole]
    nodes = [node for each in ready for node in each.nodes]
    aligned = align(nodes, settings)
    left_out = count_left_out(nodes, aligned)
    clusters = join_sums(aligned.clusters, [run for each in ready for run in each.runs], settings)
    judged, found = _judge_all(clusters, origins, asked, own=own)
    checked = check_drafts(drafts, sources, settings)
    told = [each for each in ready if not own or each.article_id in own]
    findings = [finding for each in told for finding in _inside(each, referee, settings)]
    findings += _between(ready, judged, found, referee, settings, own=own)
    findings += [each for each in drifts if not own or any(claim.article_id in own for claim in each.claims)]
    findings += [each.finding for each in checked if each.finding is not None]
    groups = _sort_groups(judged)
    result = Comparison(
        producer=asked.producer or _producer(whole),
        articles=tuple(show_article(each.article) for each in whole),
        groups=groups,
        draft=_drafted(checked) if drafts else None,
        referenced=referee.figures,
        dated_articles=referee.dated,
        not_compared=left_out,
        summary=_summarize(groups),
    )
    return with_findings(result, findings)


def _inside(each: Prepared, referee: Referee, settings: CompareSettings) -> list[Finding]:
    """What one article alone shows: sums and percentages that do not come out, and what the reference says of it."""
    totals = [total_finding(broken) for broken in broken_totals(each.figures, settings)]
    shares = [share_finding(broken) for broken in broken_shares(each.figures)]
    return [*totals, *shares, *referee.hold(each.marked)]


def _judge_all(
    clusters: Iterable[Cluster], origins: Provenance, asked: _Asked, *, own: frozenset[str]
) -> tuple[list[Judged], list[Finding]]:
    """Judge the groups, and say what is to be seen in each."""
    judged: list[Judged] = []
    found: list[Finding] = []
    of_origins: list[Finding] = []
    for cluster in clusters:
        each = judge(cluster, asked.settings, origins, pairs=asked.pairs)
        if own and not any(member.article_id in own for member in each.group.members):
            continue
        found += group_findings(each, asked.known)
        of_origins += origin_findings(each)
        judged.append(each.settled())
    return judged, found + of_origins


def _between(
    ready: Sequence[Prepared],
    judged: Sequence[Judged],
    in_groups: Sequence[Finding],
    referee: Referee,
    settings: CompareSettings,
    *,
    own: frozenset[str],
) -> list[Finding]:
    """What articles say of one another; where there are drafts, only what is on figures of drafts alone."""
    figures = [figure for each in ready for figure in each.marked]
    found = list(in_groups)
    wholes = Wholes(figures, referee.officials)
    more = [*excess_findings(judged, settings), *percentage_findings(figures, judged, wholes, settings)]
    found += {each.group_id: each for each in reversed(more)}.values()  # one for a group is enough
    found += definition_findings(judged, settings)
    return [each for each in found if not own or all(claim.article_id in own for claim in each.claims)]


def _drafted(checked: Iterable[Checked]) -> tuple[DraftFigure, ...]:
    return tuple(each.record for each in checked)


def _producer(extractions: Sequence[Extraction]) -> Producer:
    if extractions:
        return extractions[0].producer
    try:
        return Producer(version=version("claimx"))
    except PackageNotFoundError:
        return Producer(version="0")


def _sort_groups(judged: Sequence[Judged]) -> tuple[Group, ...]:
    """Worst verdict first, singles last; then larger groups, wholes before parts, what stands first in its article."""
    ranks = {verdict: number for number, verdict in enumerate(("single", *WORST))}

    def order(each: Judged) -> tuple[object, ...]:
        group, scopes = each.group, [entry.node.scope for entry in each.entries]
        lesser = sum(_is_lesser(scope) for scope in scopes) / len(scopes)
        start = min(-1 if scope.claim.within == "title" else scope.claim.start for scope in scopes)
        return (-ranks[group.verdict], -len(group.members), round(lesser, 3), start, group.metric, group.id)

    return tuple(each.group for each in sorted(judged, key=order))


def _is_lesser(scope: Figure) -> bool:
    """Whether a figure leaves some out that its article counts elsewhere, by its words or by where it stands."""
    narrow = any(side.narrows for side in scope.sides.values())
    return scope.partial or scope.minor or scope.listed or narrow or scope.number <= 1


def _summarize(groups: Sequence[Group]) -> Summary:
    verdicts = [group.verdict for group in groups]
    return Summary(
        conflict=verdicts.count("conflict"),
        tension=verdicts.count("tension"),
        update=verdicts.count("update"),
        agree=verdicts.count("agree"),
        single=verdicts.count("single"),
    )
