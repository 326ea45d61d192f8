"""`claimx report`: a comparison as one page for people."""

from pathlib import Path
from typing import Annotated

import typer

from claimx.cli import comparing, options
from claimx.cli.compare import compare
from claimx.cli.exits import ExitCode
from claimx.cli.options import FailOn
from claimx.cli.writing import CompareFormat

EXAMPLES = """\
claimx report articles/ -o report.html
claimx report sources/ --draft story.txt -o report.html
claimx report articles/ --reference ministry.csv -o report.html"""

HELP = """Write one HTML page: the findings with both sentences, each figure over time, the articles with their marks.

The page needs nothing else: no network, no script. compare -f html gives the same, with an exit code for CI."""


def report(  # noqa: PLR0913 - one argument for each option
    ctx: typer.Context,
    inputs: options.Inputs = None,
    *,
    out: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="The page; standard output where not named.")
    ] = None,
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
    manifest: options.ManifestFile = None,
    fields: options.Fields = "",
    model: options.Model = None,
    lexicon: options.Lexicon = None,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Run the command; the arguments are its options.

    Raises:
        ClaimxError: If nothing can be done at all.
    """
    return compare(
        ctx,
        inputs,
        form=CompareFormat.HTML,
        out=out,
        fail_on=FailOn.NEVER,
        metrics=metrics,
        where=where,
        events=events,
        since=since,
        drafts=drafts,
        revisions=revisions,
        references=references,
        corrections=corrections,
        baseline=baseline,
        previous=previous,
        today=today,
        manifest=manifest,
        fields=fields,
        model=model,
        lexicon=lexicon,
        quiet=quiet,
    )
