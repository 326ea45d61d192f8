"""A comparison for a person at a terminal: one block for each group, then what should be looked at, then the totals."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from claimx.records import Comparison, Extraction, Finding, FindingClaim, Group
from claimx.records.base import Level
from claimx.records.group import Verdict
from claimx.report.bars import draw_bars
from claimx.report.drawing import columns_of, draw, indented, words
from claimx.report.evidence import mark
from claimx.report.figures import Lookup, chains_of, figure_rows
from claimx.report.locations import place_in_words
from claimx.report.side_tables import side_sections
from claimx.report.summary import summary_line
from claimx.report.wording import (
    VERDICTS,
    count_of,
    message_in_words,
    metric_in_words,
    name_of,
    reasons_in_words,
    scope_in_words,
)

VERDICT_STYLES: Mapping[Verdict, str] = {
    "conflict": "bold red",
    "tension": "bold yellow",
    "update": "bold cyan",
    "agree": "bold green",
    "single": "dim",
}
NARROW = 76
"""Below it figures have no bars."""
LEVEL_STYLES: Mapping[Level, str] = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}


def render_comparison(
    comparison: Comparison, extractions: Sequence[Extraction], *, width: int, color: bool, most: int | None = None
) -> str:
    """Render a comparison as plain tables.

    Args:
        comparison: What was found.
        extractions: The articles that were compared; figures that are missing here are shown by their numbers.
        width: Columns to fill.
        color: Whether escape codes for colour are used; without them nothing is lost.
        most: How many findings are shown; all where None. The rest is counted.

    Returns:
        The text, which ends with a newline; its last line sums up.
    """
    lookup = Lookup.of(comparison, extractions)
    shown = sorted(
        (group for group in comparison.groups if group.verdict != "single"),
        key=lambda group: tuple(VERDICTS).index(group.verdict),
    )
    findings = [finding for finding in comparison.findings if finding.suppressed is None]
    parts: list[RenderableType] = []
    for group in shown:
        parts += _group(group, lookup, width)
    parts += side_sections(comparison, lookup.articles, lookup.claims)
    if findings:
        parts += [Text("FINDINGS", style="bold"), ""]
    for number, finding in enumerate(findings[:most], start=1):
        parts += _finding(number, finding, lookup)
    if most is not None and len(findings) > most:
        parts += [words(f"{count_of(len(findings) - most, 'finding')} more, not shown", "dim"), ""]
    parts += _left_out(comparison)
    parts += ["", words(summary_line(comparison, extractions), "bold")]
    return draw(parts, width=width, color=color)


def _group(group: Group, lookup: Lookup, width: int) -> Iterator[RenderableType]:
    scope = scope_in_words(group)
    yield Text.assemble(
        (VERDICTS[group.verdict], VERDICT_STYLES[group.verdict]),
        "  ",
        words(metric_in_words(group.metric, group.unit), "bold"),
        words(f" — {scope}") if scope else "",
    )
    yield indented(_figures(group, lookup, width))
    yield indented(words(group.reason))
    outlets = {name_of(lookup.articles[m.article_id]) for m in group.members if m.article_id in lookup.articles}
    if group.independent_sources < len(outlets):
        yield indented(words(f"{len(outlets)} outlets, {count_of(group.independent_sources, 'independent source')}"))
        for chain in chains_of(group):
            yield indented(words(chain, "dim"), 4)
    if not group.dated:
        yield indented(words("not every figure has a date"))
    yield ""


def _figures(group: Group, lookup: Lookup, width: int) -> Table:
    rows = list(figure_rows(group, lookup))
    bars = draw_bars([row.extent for row in rows], _bar_width(width))
    table = columns_of(0, 3, 3, 0, 5) if any(bars) else columns_of(0, 3, 3, 5)
    for row, bar in zip(rows, bars, strict=True):
        date, outlet, figure, source = row.cells
        drawn = [words(bar, VERDICT_STYLES[group.verdict])] if any(bars) else []
        table.add_row(words(date), words(outlet), words(figure, "bold"), *drawn, words(source, "dim"))
    return table


def _bar_width(width: int) -> int:
    """Columns of a bar; none on a terminal that has room for words alone."""
    return min(max(width // 8, 10), 24) if width >= NARROW else 0


def _finding(number: int, finding: Finding, lookup: Lookup) -> Iterator[RenderableType]:
    title = columns_of(0, 1)
    message = Text.assemble(
        (finding.level, LEVEL_STYLES[finding.level]),
        words(f" {finding.code}{' (new)' * (finding.new is True)}: {message_in_words(finding.message)}"),
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
    where = place_in_words(figure)
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
