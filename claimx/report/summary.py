"""The last line of a report on a comparison: how much there was, and how much of it should be looked at."""

from collections import Counter
from collections.abc import Iterator, Sequence

from claimx.lexicon.codes import code_pages
from claimx.records import Comparison, Extraction
from claimx.records.base import Level
from claimx.report.wording import count_of, totals

LEVELS: Sequence[Level] = ("error", "warning", "note")


def summary_line(comparison: Comparison, extractions: Sequence[Extraction]) -> str:
    """Sum up: `8 articles, 41 figures, 12 groups, 2 findings (1 error, 1 warning)`.

    Args:
        comparison: What was found.
        extractions: The articles that were compared.
    """
    findings = [finding for finding in comparison.findings if finding.suppressed is None]
    levels = Counter(finding.level for finding in findings)
    by_level = ", ".join(count_of(levels[level], level) for level in LEVELS if levels[level])
    groups = sum(group.verdict != "single" for group in comparison.groups)
    known = f" ({by_level})" if by_level else ""
    parts = [*totals(extractions), count_of(groups, "group"), f"{count_of(len(findings), 'finding')}{known}"]
    if comparison.previous:
        gone = len(comparison.previous.gone)
        parts.append(f"{comparison.previous.new} new and {gone} gone since {comparison.previous.file}")
    hidden = len(comparison.findings) - len(findings)
    return ", ".join([*parts, f"{hidden} hidden by the baseline"] if hidden else parts)


def statistics_lines(comparison: Comparison) -> Iterator[str]:
    """Count the findings of each code: `CX101  2 errors, 1 warning: figures of two articles cannot both hold`.

    Args:
        comparison: What was found; what a baseline hides does not count.
    """
    counts = Counter((each.code, each.level) for each in comparison.findings if each.suppressed is None)
    for code in sorted({code for code, _ in counts}):
        by_level = ", ".join(count_of(counts[code, level], level) for level in LEVELS if counts[code, level])
        yield f"{code}  {by_level}: {code_pages()[code].says}"
