"""Findings that a desk has accepted, kept in a file, and what is new since an earlier run."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimx.codec import read_documents
from claimx.compare import with_findings
from claimx.errors import SideFileError, located
from claimx.opening import open_input
from claimx.records import Comparison, Finding
from claimx.records.accepted import Accepted, AcceptedVerdict, Audited, BaselineUse, GoneFinding, PreviousUse
from claimx.sources.tables import read_tables, read_text
from claimx.workflow.baseline_text import TABLE, edit_baseline, write_baseline


@dataclass(frozen=True, slots=True)
class Baseline:
    """A file of accepted findings.

    Attributes:
        file: Its name, as the user gave it.
        entries: What it holds, in its order.
    """

    file: str
    entries: tuple[Accepted, ...] = ()

    @property
    def fingerprints(self) -> frozenset[str]:
        """What it names, lapsed or not."""
        return frozenset(entry.fingerprint for entry in self.entries)


def read_baseline(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        SideFileError: If it cannot be read, an entry does not hold what it must, or two entries name one finding.
    """
    entries = read_tables(path, TABLE, Accepted)
    seen: set[str] = set()
    for entry in entries:
        if entry.fingerprint in seen:
            raise SideFileError(
                located(f"{entry.fingerprint} is there twice", str(path)), remedy="take one of the two entries out"
            )
        seen.add(entry.fingerprint)
    return Baseline(str(path), entries)


def update_text(path: Path, before: Baseline, after: Baseline) -> str:
    """The text of the file with other entries; its comments and its order stay.

    Args:
        path: The file; it need not be there.
        before: What it holds.
        after: What it is to hold.

    Raises:
        SideFileError: If it cannot be read.
    """
    if not path.exists():
        return write_baseline(after.entries)
    return edit_baseline(read_text(path), before.entries, after.entries)


def newest_day(comparison: Comparison) -> str | None:
    """The day of the newest article: how long entries hold is read against the news, so that a run can be repeated."""
    return max((article.published[:10] for article in comparison.articles if article.published), default=None)


def apply_baseline(
    comparison: Comparison, baseline: Baseline, *, today: str | None = None, whole: bool = True
) -> Comparison:
    """Hide what is accepted; it stays in the document, with the reason.

    Args:
        comparison: The comparison, made with the baseline's fingerprints as known.
        baseline: The baseline.
        today: The day for which entries must hold; that of the newest article where None.
        whole: Whether all figures were compared, so that an entry without a finding is stale.
    """
    today = today or newest_day(comparison)
    lapsed = [entry.fingerprint for entry in baseline.entries if today and entry.until and entry.until < today]
    holding = {entry.fingerprint: entry for entry in baseline.entries if entry.fingerprint not in lapsed}
    findings = [_hide(finding, holding.get(finding.fingerprint)) for finding in comparison.findings]
    there = {finding.fingerprint for finding in findings}
    use = BaselineUse(
        file=baseline.file,
        entries=len(baseline.entries),
        suppressed=sum(finding.suppressed is not None for finding in findings),
        stale=tuple(sorted(baseline.fingerprints - there)) if whole else (),
        lapsed=tuple(sorted(lapsed)),
    )
    return with_findings(comparison.model_copy(update={"baseline": use}), findings)


def _hide(finding: Finding, entry: Accepted | None) -> Finding:
    if entry is None:
        return finding
    by = f" ({entry.by})" if entry.by else ""
    return finding.model_copy(update={"suppressed": f"{entry.verdict}: {entry.reason}{by}"})


def read_run(path: Path) -> Comparison:
    """Read a comparison that `claimx compare -f json` wrote.

    Raises:
        SideFileError: If it cannot be read or is something else.
        CodecError: If it is not what claimx writes.
    """
    try:
        with open_input(path) as stream:
            records = [each.record for each in read_documents(stream, path=str(path))]
    except OSError as err:
        what = located(f"it cannot be read: {err.strerror}", str(path))
        raise SideFileError(what, remedy="give the file that claimx compare -f json -o FILE wrote") from err
    if len(records) == 1 and isinstance(records[0], Comparison):
        return records[0]
    raise SideFileError(
        located("this is no comparison", str(path)), remedy="give the file that claimx compare -f json -o FILE wrote"
    )


def mark_new(comparison: Comparison, previous: Comparison, file: str, *, whole: bool = True) -> Comparison:
    """Say of each finding whether an earlier run had it.

    Args:
        comparison: The comparison, made with the earlier fingerprints as known.
        previous: The earlier run.
        file: Its name.
        whole: Whether all figures were compared, so that a finding that is not there is gone.
    """
    before = {finding.fingerprint: finding for finding in previous.findings}
    findings = [each.model_copy(update={"new": each.fingerprint not in before}) for each in comparison.findings]
    now = {finding.fingerprint for finding in findings}
    gone = [finding for name, finding in sorted(before.items()) if whole and name not in now]
    use = PreviousUse(
        file=file,
        new=sum(finding.new is True and finding.suppressed is None for finding in findings),
        gone=tuple(
            GoneFinding(code=each.code, level=each.level, message=each.message, fingerprint=each.fingerprint)
            for each in gone
        ),
    )
    return with_findings(comparison.model_copy(update={"previous": use}), findings)


def accept(
    run: Comparison,
    baseline: Baseline,
    *,
    verdict: AcceptedVerdict,
    reason: str,
    by: str | None = None,
    until: str | None = None,
    only: Collection[str] = (),
) -> Baseline:
    """Accept the findings of a run that are not accepted yet.

    Args:
        run: The run.
        baseline: The baseline.
        verdict: Why they are accepted, in a word.
        reason: The same in a sentence.
        by: Who decided.
        until: The last day on which this holds.
        only: Fingerprints of those that are accepted; all where empty. An entry of one of these is replaced.

    Raises:
        SideFileError: If one of `only` is no finding of the run.
    """
    there = {finding.fingerprint: finding for finding in run.findings}
    missing = sorted(set(only) - there.keys())
    if missing:
        raise SideFileError(
            f"the run has no finding {missing[0]}",
            remedy="take it from the run: jq -r '.findings[] | [.fingerprint, .message] | @tsv'",
        )
    kept = [entry for entry in baseline.entries if entry.fingerprint not in only]
    wanted = sorted(only) or sorted(there.keys() - baseline.fingerprints)
    added = [
        Accepted(
            fingerprint=name,
            verdict=verdict,
            reason=reason,
            by=by,
            until=until,
            code=there[name].code,
            message=there[name].message,
            figures=there[name].figures,
        )
        for name in wanted
    ]
    return Baseline(baseline.file, (*kept, *added))


def audit(run: Comparison, baseline: Baseline, *, today: str | None = None) -> Sequence[Audited]:
    """Say of each entry whether it is still needed, those that are not first.

    Args:
        run: The run, made with the baseline.
        baseline: The baseline.
        today: The day for which entries must hold; that of the newest article where None.
    """
    used = apply_baseline(run, baseline, today=today).baseline
    stale, lapsed = (frozenset(used.stale), frozenset(used.lapsed)) if used else (frozenset[str](), frozenset[str]())
    found = [
        Audited(
            entry=entry,
            state="stale" if entry.fingerprint in stale else "lapsed" if entry.fingerprint in lapsed else "holds",
        )
        for entry in baseline.entries
    ]
    order = ("stale", "lapsed", "holds")
    return sorted(found, key=lambda each: (order.index(each.state), each.entry.code or "", each.entry.fingerprint))


def without_stale(run: Comparison, baseline: Baseline) -> Baseline:
    """The baseline without the entries that match nothing in a run."""
    there = {finding.fingerprint for finding in run.findings}
    return Baseline(baseline.file, tuple(entry for entry in baseline.entries if entry.fingerprint in there))
