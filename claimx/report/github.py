"""Workflow commands of GitHub Actions: a finding becomes a note beside the line of the file.

Source: the documentation of GitHub, "Workflow commands for GitHub Actions"; it shows ten errors, ten warnings and ten
notices of a step, so the rest is counted here and stands in the step's summary.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from claimx.records import Comparison, Finding
from claimx.records.base import Level
from claimx.report.locations import locate, place_beside
from claimx.report.sanitize import printable
from claimx.report.wording import Names, message_in_words

COMMANDS: Mapping[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}
SHOWN = 10
"""Commands of a kind that a step may have."""


def render_github(comparison: Comparison) -> str:
    """Render the findings that no baseline hides, strongest first.

    Args:
        comparison: What was found.

    Returns:
        A line for each, and one that counts what does not fit; empty where there is none.
    """
    return "".join(f"{line}\n" for line in _lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    said: Counter[Level] = Counter()
    names = Names(comparison)
    for finding in comparison.findings:
        if finding.suppressed is None:
            said[finding.level] += 1
            if said[finding.level] <= SHOWN:
                yield _command(finding, names)
    left = {level: count - SHOWN for level, count in said.items() if count > SHOWN}
    if left:
        what = ", ".join(f"{left[level]} more {COMMANDS[level]}s" for level in COMMANDS if level in left)
        yield f"claimx: {what} than GitHub shows; they are in the summary of this step"


def _command(finding: Finding, names: Names) -> str:
    properties = [("title", f"{finding.code}{' (new)' * (finding.new is True)}")]
    place = next(filter(None, map(locate, finding.claims)), None)
    if place is not None:
        properties.insert(0, ("file", place.path))
        if place.line is not None:
            properties.insert(1, ("line", str(place.line)))
    outlets = (" ".join(filter(None, (names.of(each), place_beside(each)))) for each in finding.claims)
    quoted = (f"{outlet}: “{each.sentence.text}”" for outlet, each in zip(outlets, finding.claims, strict=True))
    message = "%0A".join(_escaped(printable(line)) for line in (message_in_words(finding.message), *quoted))
    listed = ",".join(f"{name}={_escaped_property(printable(value))}" for name, value in properties)
    return f"::{COMMANDS[finding.level]} {listed}::{message}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
