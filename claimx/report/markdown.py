"""A comparison as Markdown, for a pull request, a chat or the summary of a CI step."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from claimx.records import Comparison, Extraction, Finding, FindingClaim, Group
from claimx.report.figures import Lookup, figure_rows
from claimx.report.locations import place_in_words
from claimx.report.sanitize import printable, printable_piece
from claimx.report.summary import summary_line
from claimx.report.wording import VERDICTS, Names, message_in_words, metric_in_words, scope_in_words

SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&@$#]|(?<=:)/|(?<=www)\.|^[-+=](?=\s)|(?<=^\d)[.)])")
"""What Markdown, its dialects and HTML could read as anything but itself: marks, addresses, the start of a list."""

REFERENCE = re.compile(r"(?<=[@#])(?=\w)|(?<=[!&~])(?=\d)|(?<=\bGH-)(?=\d)", re.IGNORECASE)
"""Where "@mayor", "#12" or "!12" would call a person or point at an issue: servers look for these after Markdown is
read, so that a backslash does not keep them off."""
KEPT_APART = "&#8203;"
"""A blank without width."""


def render_markdown(comparison: Comparison, extractions: Sequence[Extraction]) -> str:
    """Render findings first, then the groups, then the totals.

    Args:
        comparison: What was found.
        extractions: The articles that were compared.

    Returns:
        GitHub's Markdown without HTML; words of articles are escaped.
    """
    return "\n".join(_parts(comparison, extractions)).rstrip() + "\n"


def escaped(text: str) -> str:
    """Words of unknown origin, so that they show as they are."""
    return _piece(printable(text))


def _parts(comparison: Comparison, extractions: Sequence[Extraction]) -> Iterator[str]:
    lookup = Lookup.of(comparison, extractions)
    yield f"**{escaped(summary_line(comparison, extractions))}**"
    yield ""
    findings = [finding for finding in comparison.findings if finding.suppressed is None]
    if findings:
        yield "## Findings"
        yield ""
        for finding in findings:
            yield from _finding(finding, Names(comparison))
    groups = [group for group in comparison.groups if group.verdict != "single"]
    if groups:
        yield "## Figures"
        yield ""
        for group in sorted(groups, key=lambda each: tuple(VERDICTS).index(each.verdict)):
            yield from _group(group, lookup)
    reasons = Counter(comparison.not_compared.reasons)
    if reasons:
        why = ", ".join(f"{escaped(reason)} {count}" for reason, count in sorted(reasons.items()))
        yield f"Not compared: {why}"


def _finding(finding: Finding, names: Names) -> Iterator[str]:
    new = " (new)" if finding.new else ""
    yield f"- **{finding.level} {finding.code}{new}**: {escaped(message_in_words(finding.message))}"
    for figure in finding.claims:
        yield f"  - {escaped(_outlet(figure, names))}: {_marked(figure)}"
    yield ""


def _outlet(figure: FindingClaim, names: Names) -> str:
    day = figure.published[:10] if figure.published else "undated"
    role = f"{figure.role}: " if len(figure.role) > 1 else ""
    return ", ".join(filter(None, (f"{role}{names.of(figure)}", day, place_in_words(figure))))


def _marked(figure: FindingClaim) -> str:
    """The sentence with its figure in bold."""
    first, last = figure.start - figure.sentence.start, figure.end - figure.sentence.start
    text = figure.sentence.text
    if not 0 <= first < last <= len(text):
        return escaped(text)
    before, shown, after = (_piece(each) for each in (text[:first], text[first:last], text[last:]))
    return f"{before}**{shown.strip()}**{after}"


def _piece(text: str) -> str:
    apart = (SPECIAL.sub(r"\\\1", each) for each in REFERENCE.split(printable_piece(text)))
    return KEPT_APART.join(apart)


def _group(group: Group, lookup: Lookup) -> Iterator[str]:
    scope = scope_in_words(group)
    title = metric_in_words(group.metric, group.unit) + (f" — {scope}" if scope else "")
    yield f"### {VERDICTS[group.verdict]}: {escaped(title)}"
    yield ""
    yield "| date | outlet | figure | source |"
    yield "| --- | --- | --- | --- |"
    for row in figure_rows(group, lookup):
        yield f"| {' | '.join(escaped(cell) for cell in row.cells)} |"
    yield ""
    yield escaped(group.reason)
    yield ""
