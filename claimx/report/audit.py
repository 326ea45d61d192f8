"""What has become of the entries of a baseline: for a person, and as JSON lines."""

import json
from collections.abc import Iterator, Sequence

from claimx.records.accepted import Audited
from claimx.report.sanitize import printable

STATES = ("holds", "stale", "lapsed")


def render_audit(audited: Sequence[Audited]) -> str:
    """A line for each entry and one for what it was accepted for, then the counts.

    Args:
        audited: The entries.

    Returns:
        The text, which ends with a newline.
    """
    counts = [f"{sum(each.state == state for each in audited):,} {state}" for state in STATES]
    lines = [line for each in audited for line in _lines(each)]
    return "".join(f"{line}\n" for line in [*lines, ", ".join(counts)])


def _lines(audited: Audited) -> Iterator[str]:
    entry = audited.entry
    until = f", until {entry.until}" if entry.until else ""
    by = f", {entry.by}" if entry.by else ""
    yield printable(f"{audited.state}  {entry.fingerprint}  {entry.verdict}: {entry.reason}{by}{until}")
    if entry.code and entry.message:
        yield f"  {printable(f'{entry.code}: {entry.message}')}"


def audit_lines(audited: Sequence[Audited]) -> str:
    """One JSON object a line: the entry, and its state."""
    rows = [{"state": each.state, **each.entry.model_dump(mode="json")} for each in audited]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
