"""GitLab's Code Quality report.

Source: the documentation of GitLab, "Code Quality report format": a list of objects with description, check name,
fingerprint, severity and location.
"""

import json
from collections.abc import Mapping

from claimx.records import Comparison, Finding
from claimx.records.base import Level
from claimx.report.locations import locate
from claimx.report.sanitize import printable

SEVERITIES: Mapping[Level, str] = {"error": "major", "warning": "minor", "note": "info"}
NO_FILE = "standard input"


def render_gitlab(comparison: Comparison) -> str:
    """Render the findings that no baseline hides.

    Args:
        comparison: What was found.

    Returns:
        A JSON array, and a newline.
    """
    issues = [_issue(finding) for finding in comparison.findings if finding.suppressed is None]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Finding) -> Mapping[str, object]:
    place = next(filter(None, map(locate, finding.claims)), None)
    return {
        "type": "issue",
        "check_name": finding.code,
        "description": printable(f"{finding.code}: {finding.message}"),
        "fingerprint": finding.fingerprint,
        "severity": SEVERITIES[finding.level],
        "location": {
            "path": (place.path if place else NO_FILE).removeprefix("./"),
            "lines": {"begin": (place.line if place else None) or 1},
        },
    }
