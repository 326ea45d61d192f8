"""A comparison for a person at a terminal: one block for each group, then what should be looked at, then the totals."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from claimx.records import (
    Claim,
    ComparedArticle,
    Comparison,
    Extraction,
    Finding,
    FindingClaim,
    Group,
    Member,
    Speaker,
)
from claimx.records.base import Level
from claimx.records.comparison import Verdict
from claimx.report.drawing import columns_of, draw, indented, words
from claimx.report.evidence import mark
from claimx.report.side_tables import side_sections
from claimx.report.wording import (
    VERDICTS,
    count_of,
    date_of,
    metric_in_words,
    name_of,
    number_in_words,
    reasons_in_words,
    scope_in_words,
    sources_in_words,
    totals,
)

VERDICT_STYLES: Mapping[Verdict, str] = {
    "conflict": "bold red",
    "tension": "bold yellow",
    "update": "bold cyan",
    "agree": "bold green",
    "single": "dim",
}
LEVEL_STYLES: Mapping[Level, str] = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
VERDICT_ORDER = tuple(VERDICTS)


@dataclass(frozen=True, slots=True)
class Lookup:
    """Records by their ids."""

    articles: Mapping[str, ComparedArticle]
    claims: Mapping[str, Claim]
    speakers: Mapping[str, Speaker]

    @classmethod
    def of(cls, comparison: Comparison, extractions: Sequence[Extraction]) -> "Lookup":
        """Index everything that a report points at."""
        return cls(
            articles={article.id: article for article in comparison.articles},
            claims={claim.id: claim for extraction in extractions for claim in extraction.claims},
            speakers={speaker.id: speaker for extraction in extractions for speaker in extraction.speakers},
        )


def render_comparison(comparison: Comparison, extractions: Sequence[Extraction], *, width: int, color: bool) -> str:
    """Render a comparison as plain tables.

    Args:
        comparison: What was found.
        extractions: The articles that were compared; figures that are missing here are shown by their numbers.
        width: Columns to fill.
        color: Whether escape codes for colour are used; without them nothing is lost.

    Returns:
        The text, which ends with a newline; its last line sums up.
    """
    lookup = Lookup.of(comparison, extractions)
    shown = sorted(
        (group for group in comparison.groups if group.verdict != "single"),
        key=lambda group: VERDICT_ORDER.index(group.verdict),
    )
    findings = [finding for finding in comparison.findings if finding.suppressed is None]
    parts: list[RenderableType] = []
    for group in shown:
        parts += _group(group, lookup)
    parts += side_sections(comparison, lookup.articles, lookup.claims)
    if findings:
        parts += [Text("FINDINGS", style="bold"), ""]
    for number, finding in enumerate(findings, start=1):
        parts += _finding(number, finding, lookup)
    parts += _left_out(comparison)
    parts += ["", _summary(comparison, extractions, groups=len(shown), findings=findings)]
    return draw(parts, width=width, color=color)


def _group(group: Group, lookup: Lookup) -> Iterator[RenderableType]:
    scope = scope_in_words(group)
    yield Text.assemble(
        (VERDICTS[group.verdict], VERDICT_STYLES[group.verdict]),
        "  ",
        words(metric_in_words(group.metric, group.unit), "bold"),
        words(f" — {scope}") if scope else "",
    )
    yield indented(_figures(group, lookup))
    yield indented(words(group.reason))
    outlets = {name_of(lookup.articles[m.article_id]) for m in group.members if m.article_id in lookup.articles}
    if group.independent_sources < len(outlets):
        yield indented(words(f"{len(outlets)} outlets, {count_of(group.independent_sources, 'independent source')}"))
    if not group.dated:
        yield indented(words("not every figure has a date"))
    yield ""


def _figures(group: Group, lookup: Lookup) -> Table:
    """A line for each figure of a group: date, outlet, figure as written, who says so; parts of a sum share one."""
    table = columns_of(0, 3, 3, 5)
    lines: Counter[tuple[str, str, str, str]] = Counter()
    sums_done: set[str] = set()
    for member in group.members:
        if member.sum is None:
            figure, first = _as_written(member, lookup), member
        elif member.sum in sums_done:
            continue
        else:
            sums_done.add(member.sum)
            figure, first = _sum_as_written(group, member.sum, lookup), member
        article = lookup.articles.get(first.article_id)
        date, outlet = (date_of(article), name_of(article)) if article else ("undated", first.article_id)
        lines[date, outlet, figure, _source(first, date, lookup)] += 1
    for (date, outlet, figure, source), times in lines.items():
        repeated = f" ({times} times)" if times > 1 else ""
        table.add_row(words(date), words(outlet), words(f"{figure}{repeated}", "bold"), words(source, "dim"))
    return table


def _as_written(member: Member, lookup: Lookup) -> str:
    """The figure in the article's words; where the article is not given, its number."""
    claim = lookup.claims.get(member.claim_id)
    return claim.text if claim else number_in_words(member.value, *member.possible)


def _sum_as_written(group: Group, name: str, lookup: Lookup) -> str:
    """`62 + 19 = 81`."""
    parts = [_as_written(member, lookup) for member in group.members if member.sum == name]
    value = next((total.value for total in group.sums if total.id == name), None)
    return " + ".join(parts) + (f" = {value:,}" if value is not None else "")


def _source(member: Member, date: str, lookup: Lookup) -> str:
    claim = lookup.claims.get(member.claim_id)
    source = sources_in_words(claim, lookup.speakers) if claim else "not in the articles given"
    as_of = f", as of {member.as_of}" if member.as_of and member.as_of[:10] != date else ""
    return f"{source}{as_of}"


def _finding(number: int, finding: Finding, lookup: Lookup) -> Iterator[RenderableType]:
    title = columns_of(0, 1)
    message = Text.assemble(
        (finding.level, LEVEL_STYLES[finding.level]),
        words(f" {finding.code}{' (new)' * (finding.new is True)}: {finding.message}"),
    )
    title.add_row(f"{number}.", message)
    yield title
    for figure in finding.claims:
        yield indented(words(_place(figure, lookup)), 4)
        yield indented(mark(figure.start, figure.end, figure.sentence), 6)
    yield ""


def _place(figure: FindingClaim, lookup: Lookup) -> str:
    """Outlet, date and where to look it up: `Channel North, 2025-09-22 (samples/3.txt:15)`."""
    article = lookup.articles.get(figure.article_id)
    outlet = name_of(article) if article else figure.source or figure.article_id
    date = figure.published[:10] if figure.published else "undated"
    where = f"{figure.path}:{figure.line}" if figure.path and figure.line else figure.path
    role = f"{figure.role}: " if len(figure.role) > 1 else ""
    return f"{role}{outlet}, {date}" + (f" ({where})" if where else "")


def _left_out(comparison: Comparison) -> Iterator[RenderableType]:
    singles = comparison.summary.single
    if singles:
        yield words(f"{count_of(singles, 'figure')} with one source: nothing to compare with.", "dim")
    if comparison.not_compared.count:
        left_out = comparison.not_compared
        pairs = f"{left_out.count:,} pair{'s' * (left_out.count != 1)}"
        yield words(f"{pairs} of figures not compared: {reasons_in_words(left_out.reasons)}.", "dim")


def _summary(
    comparison: Comparison, extractions: Sequence[Extraction], *, groups: int, findings: Sequence[Finding]
) -> Text:
    """`8 articles, 41 figures, 12 groups, 2 findings (1 error, 1 warning)`."""
    levels = Counter(finding.level for finding in findings)
    by_level = ", ".join(count_of(levels[level], level) for level in LEVEL_STYLES if levels[level])
    hidden = len(comparison.findings) - len(findings)
    known = f" ({by_level})" if by_level else ""
    parts = [*totals(extractions), count_of(groups, "group"), f"{count_of(len(findings), 'finding')}{known}"]
    if comparison.previous:
        gone = len(comparison.previous.gone)
        parts.append(f"{comparison.previous.new} new and {gone} gone since {comparison.previous.file}")
    return words(", ".join([*parts, f"{hidden} hidden by the baseline"] if hidden else parts), "bold")
