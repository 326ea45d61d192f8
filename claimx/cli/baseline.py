"""`claimx baseline`: findings that a desk has accepted, kept in a file with the reason."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, assert_never

import typer

from claimx.cli import options
from claimx.cli.exits import ExitCode
from claimx.cli.saying import counted
from claimx.cli.streams import output, say, wants_table

HELP = """Keep the findings that a desk has accepted, so that compare does not show them again.

A run is what claimx compare -f json -o RUN wrote; give compare the same --baseline. Findings keep their fingerprint
when lines move, articles come in another order or more outlets join."""

EXAMPLES = """\
claimx compare sources/ -f json -o run.json
claimx baseline update run.json --baseline accepted.toml --verdict expected --reason "two counting rules"
claimx compare sources/ --baseline accepted.toml"""

UPDATE_HELP = """Accept the findings of a run that are not accepted yet.

The file is made where there is none; its comments and its order stay, and new entries come last."""

UPDATE_EXAMPLES = """\
claimx baseline update run.json --baseline accepted.toml --verdict expected --reason "two counting rules" --by Ana
claimx baseline update run.json --baseline accepted.toml --verdict resolved --reason "ours holds" --finding f-1c2d…
claimx baseline update run.json --baseline accepted.toml --prune"""

AUDIT_HELP = """Say of each accepted finding whether it is still there.

Ends with exit code 1 when one is not there any longer (stale) or its time is over (lapsed)."""

AUDIT_EXAMPLES = """\
claimx compare sources/ --baseline accepted.toml -f json -o run.json
claimx baseline audit run.json --baseline accepted.toml"""

Run = Annotated[Path, typer.Argument(metavar="RUN", help="What compare -f json wrote.")]
BaselineFile = Annotated[Path, typer.Option("--baseline", metavar="FILE", help="The file of accepted findings.")]


class Verdict(StrEnum):
    """Why a finding is accepted."""

    EXPECTED = "expected"
    RESOLVED = "resolved"
    FALSE_POSITIVE = "false-positive"


class AuditFormat(StrEnum):
    """What is written; `auto` is text on a terminal and JSON elsewhere."""

    AUTO = "auto"
    TEXT = "text"
    JSON = "json"


def update(
    run: Run,
    *,
    baseline: BaselineFile,
    verdict: Annotated[
        Verdict | None,
        typer.Option("--verdict", help="Both hold in their way, it is known which one holds, or not of one thing."),
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why, for the next reader.")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decided.")] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="The last day on which this holds.")
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--finding", metavar="FINGERPRINT", help="Accept only this one; can be repeated."),
    ] = None,
    prune: Annotated[bool, typer.Option("--prune", help="Take out entries that match no finding of the run.")] = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Run the command; the arguments are its options.

    Raises:
        ClaimxError: If a file is not what it must be, or cannot be written.
    """
    from claimx.workflow.baseline import Baseline, accept, read_baseline, read_run, update_text, without_stale

    compared = read_run(run)
    before = read_baseline(baseline) if baseline.exists() else Baseline(str(baseline))
    after = without_stale(compared, before) if prune else before
    pruned = len(before.entries) - len(after.entries)
    if verdict is not None and reason:
        _check_day(until, "--until")
        after = accept(
            compared, after, verdict=verdict.value, reason=reason, by=by, until=until, only=frozenset(only or ())
        )
    elif not prune or verdict is not None or reason or only:
        raise typer.BadParameter("accepting needs --verdict and --reason", param_hint="--verdict, --reason")
    text = update_text(baseline, before, after)
    with output(baseline) as stream:
        stream.write(text.encode())
        stream.flush()
    if not quiet:
        added = len({each.fingerprint for each in after.entries} - before.fingerprints)
        say(f"{baseline}: {added:,} added, {pruned:,} taken out, {counted(len(after.entries), 'accepted finding')}")
    return ExitCode.OK


def audit(
    run: Run,
    *,
    baseline: BaselineFile,
    form: Annotated[
        AuditFormat, typer.Option("-f", "--format", help="auto is text on a terminal, json elsewhere.")
    ] = AuditFormat.AUTO,
    today: options.Today = None,
    out: options.Output = None,
) -> ExitCode:
    """Run the command; the arguments are its options.

    Raises:
        ClaimxError: If a file is not what it must be.
    """
    from claimx.report.audit import audit_lines, render_audit
    from claimx.workflow.baseline import audit as audit_baseline
    from claimx.workflow.baseline import read_baseline, read_run

    _check_day(today, "--today")
    audited = audit_baseline(read_run(run), read_baseline(baseline), today=today)
    rendered = render_audit(audited) if _as_text(form, out) else audit_lines(audited)
    with output(out) as stream:
        stream.write(rendered.encode())
        stream.flush()
    return ExitCode.FINDINGS if any(each.state != "holds" for each in audited) else ExitCode.OK


def _as_text(form: AuditFormat, out: Path | None) -> bool:
    match form:
        case AuditFormat.TEXT:
            return True
        case AuditFormat.JSON:
            return False
        case AuditFormat.AUTO:
            return wants_table(out)
        case _:
            assert_never(form)


def _check_day(written: str | None, option: str) -> None:
    from claimx.records.day import is_day

    if written is not None and not is_day(written):
        raise typer.BadParameter(f"{written!r} is no day; write it as 2024-03-26", param_hint=option)
