"""`claimx compare`: articles or extractions in, where their figures do not fit together out."""

import typer

from claimx.cli import comparing, options
from claimx.cli.derived import with_groups
from claimx.cli.exits import ExitCode
from claimx.cli.option_groups import Pipeline, Reading, Telling, Working
from claimx.cli.options import FailOn
from claimx.cli.saying import say_note
from claimx.cli.writing import Codes, CompareFormat, ComparisonForm, Shown, chosen_format, conclude

EXAMPLES = """\
claimx compare post.txt herald.html agency.json
claimx compare articles/ --fail-on warning
claimx compare sources/ --draft story.txt
claimx compare articles/ --reference ministry.csv
claimx compare --revisions morning.html evening.html
claimx compare articles/ --baseline accepted.toml --previous yesterday.json
claimx compare articles/ -o report.html
claimx extract feed.jsonl | claimx compare - -f json | jq .summary"""

HELP = """Show where the figures of articles differ, and where they cannot both hold.

Takes articles, extractions that claimx wrote, or both. Ends with exit code 1 when there is a finding at or above
--fail-on, with 2 when something could not be read. With --previous only findings that are new count."""


@with_groups
def compare(  # noqa: PLR0913 - one argument for each option of its own
    ctx: typer.Context,
    inputs: options.Inputs = None,
    *,
    form: ComparisonForm = CompareFormat.AUTO,
    out: options.Output = None,
    fail_on: comparing.Threshold = FailOn.ERROR,
    exit_zero: comparing.ExitZero = False,
    select: options.Select = None,
    extend_select: options.ExtendSelect = None,
    ignore: options.Ignore = None,
    pairs: comparing.Pairs = False,
    metrics: comparing.Metrics = None,
    where: comparing.Places = None,
    events: comparing.Events = None,
    since: comparing.Since = None,
    drafts: comparing.Drafts = None,
    revisions: comparing.Revisions = False,
    references: comparing.References = None,
    corrections: comparing.Corrections = None,
    baseline: comparing.Baseline = None,
    previous: comparing.Previous = None,
    today: options.Today = None,
    statistics: comparing.Statistics = False,
    limit: comparing.Limit = None,
    reading: Reading,
    pipeline: Pipeline,
    working: Working,
    telling: Telling,
) -> ExitCode:
    """Run the command; the arguments are its options.

    Raises:
        ClaimxError: If nothing can be done at all.
    """
    from claimx import workflow
    from claimx.cli import run
    from claimx.cli.account import open_account

    codes = Codes.of([*(select or ()), *(extend_select or ())], ignore or ())
    settings = run.read_settings(reading)
    names = run.inputs_or_stdin(inputs, ctx)
    account = open_account(names, telling, strict=working.strict)
    extractor = run.make_extractor(account, pipeline, cached=not working.no_cache)
    compared = workflow.compare(
        names,
        settings,
        run.in_processes(extractor, account, names, working),
        pairs=pairs,
        metrics=frozenset(metrics or ()),
        where=where or (),
        events=events or (),
        since=since,
        drafts=drafts or (),
        revisions=revisions,
        beside=workflow.Beside(
            baseline=baseline,
            previous=previous,
            corrections=corrections,
            references=tuple(references or ()),
            today=today,
        ),
        tell=say_note,
        watch=account.count,
        on_compare=account.comparing,
    )
    account.writing()
    threshold = FailOn.NEVER if exit_zero else fail_on
    shown = Shown(chosen_format(form, out), out, statistics=statistics, limit=limit)
    return conclude(compared, account, codes, threshold, shown)
