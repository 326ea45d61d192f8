"""What comes of findings: their order, their counts, and the exit code that they make."""

from collections.abc import Iterable
from typing import Literal

from claimx.compare.findings import LEVELS
from claimx.records.comparison import Comparison, FindingCounts
from claimx.records.finding import Finding

FailOn = Literal["error", "warning", "note", "never"]


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


def exit_code(comparison: Comparison, fail_on: FailOn = "error") -> int:
    """0, or 1 where a finding that counts is at or above a level.

    What a baseline hides does not count, nor, where there is an earlier run, what that had too: a job that has said so
    yesterday is not to fail again today.

    Args:
        comparison: The comparison.
        fail_on: The lowest level that counts; "never" for none.
    """
    if fail_on == "never":
        return 0
    levels = LEVELS[: LEVELS.index(fail_on) + 1]
    counted = (each for each in comparison.findings if each.suppressed is None and each.new is not False)
    return int(any(finding.level in levels for finding in counted))


def choose_codes(comparison: Comparison, select: Iterable[str], ignore: Iterable[str]) -> Comparison:
    """Keep only findings of some codes.

    Args:
        comparison: The comparison.
        select: Codes, or beginnings of codes, that are kept; all where empty.
        ignore: Codes, or beginnings of codes, that are left out all the same.
    """
    wanted, unwanted = tuple(select) or ("CX",), tuple(ignore)
    if wanted == ("CX",) and not unwanted:
        return comparison
    kept = (each for each in comparison.findings if each.code.startswith(wanted) and not each.code.startswith(unwanted))
    return with_findings(comparison, kept)
