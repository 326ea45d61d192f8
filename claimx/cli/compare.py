"""`claimx compare`: articles or extractions in, where their figures do not fit together out."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, assert_never

import typer

from claimx.cli import options
from claimx.cli.exits import ExitCode
from claimx.cli.options import FailOn
from claimx.cli.streams import Progress, output, stdout_is_terminal, table_width, wants_color, wants_table

if TYPE_CHECKING:
    from claimx.workflow import Compared

EXAMPLES = """\
claimx compare post.txt herald.html agency.json
claimx compare articles/ --fail-on warning
claimx compare sources/ --draft story.txt
claimx compare articles/ --reference ministry.csv
claimx compare --revisions morning.html evening.html
claimx compare articles/ --baseline accepted.toml --previous yesterday.json
claimx extract feed.jsonl | claimx compare - -f json | jq .summary"""

HELP = """Show where the figures of articles differ, and where they cannot both hold.

Takes articles, extractions that claimx wrote, or both. Ends with exit code 1 when there is a finding at or above
--fail-on, with 2 when something could not be read. With --previous only findings that are new count."""


class CompareFormat(StrEnum):
    """What is written; `auto` is a table on a terminal and JSON elsewhere."""

    AUTO = "auto"
    TABLE = "table"
    JSON = "json"


def compare(  # noqa: PLR0913 - one argument for each option
    ctx: typer.Context,
    inputs: options.Inputs = None,
    *,
    form: Annotated[
        CompareFormat, typer.Option("-f", "--format", help="auto is a table on a terminal, json elsewhere.")
    ] = CompareFormat.AUTO,
    out: options.Output = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="The weakest findings that end with exit code 1.")
    ] = FailOn.ERROR,
    pairs: Annotated[bool, typer.Option("--pairs", help="Write every pair of figures that was compared.")] = False,
    metrics: Annotated[
        list[str] | None,
        typer.Option("--metric", metavar="NAME", help="Compare only this metric, as killed; can be repeated."),
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(
            "--where",
            metavar="PLACE",
            help="Compare only figures of this place, as Kenya or KE; can be repeated.",
        ),
    ] = None,
    events: Annotated[
        list[str] | None,
        typer.Option("--event", metavar="WORDS", help="Compare only figures of the event so named; can be repeated."),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Compare only figures of this day or later.")
    ] = None,
    drafts: Annotated[
        list[str] | None,
        typer.Option("--draft", metavar="PATH", help="Check each figure of this text against INPUTS; can be repeated."),
    ] = None,
    revisions: Annotated[
        bool,
        typer.Option(
            "--revisions", help="INPUTS hold versions of one article, or of each address: say what changed in which."
        ),
    ] = False,
    references: Annotated[
        list[Path] | None,
        typer.Option(
            "--reference",
            metavar="FILE",
            help="Hold figures against an official series or a list of approved figures (CSV, JSON, TOML); can be"
            " repeated.",
        ),
    ] = None,
    corrections: Annotated[
        Path | None,
        typer.Option("--corrections", metavar="FILE", help="Take what FILE says of claims for what was read."),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline", metavar="FILE", help="Hide the findings accepted in FILE; claimx baseline makes it."
        ),
    ] = None,
    previous: Annotated[
        Path | None,
        typer.Option("--previous", metavar="RUN", help="Mark what is new since this run, which was written as JSON."),
    ] = None,
    today: options.Today = None,
    manifest: options.ManifestFile = None,
    fields: options.Fields = "",
    model: options.Model = None,
    lexicon: options.Lexicon = None,
    max_file_bytes: options.MaxFileBytes = options.MAX_FILE_BYTES,
    max_article_chars: options.MaxArticleChars = options.MAX_ARTICLE_CHARS,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Run the command; the arguments are its options.

    Raises:
        ClaimxError: If nothing can be done at all.
    """
    from claimx import workflow
    from claimx.cli import run
    from claimx.compare import exit_code

    settings = run.read_settings(
        manifest=manifest, fields=fields, max_file_bytes=max_file_bytes, max_article_chars=max_article_chars
    )
    account = run.Account(quiet=quiet, progress=Progress(on=not quiet))
    compared = workflow.compare(
        run.inputs_or_stdin(inputs, ctx),
        settings,
        run.make_extractor(account, model=model, lexicon=lexicon),
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
        tell=run.say_note,
        watch=account.count,
    )
    account.progress.clear()
    code = ExitCode.ERROR if account.errors else ExitCode(exit_code(compared.comparison, fail_on.value))
    chosen = _chosen(form, out)
    _write(compared, code, chosen, out)
    found = compared.comparison.summary.findings
    account.sum_up(
        (
            (account.articles, "article"),
            (account.claims, "claim"),
            (len(compared.comparison.groups), "group"),
            (found.error + found.warning + found.note, "finding"),
        ),
        said=chosen is CompareFormat.TABLE and out is None and stdout_is_terminal(),
    )
    return code


def _chosen(form: CompareFormat, out: Path | None) -> CompareFormat:
    if form is not CompareFormat.AUTO:
        return form
    return CompareFormat.TABLE if wants_table(out) else CompareFormat.JSON


def _write(compared: "Compared", code: ExitCode, form: CompareFormat, out: Path | None) -> None:
    from claimx.codec import write_comparison

    comparison = compared.comparison.model_copy(update={"exit_code": int(code)})
    with output(out) as stream:
        match form:
            case CompareFormat.TABLE:
                from claimx.report.table import render_comparison

                width, color = table_width(out), wants_color(out)
                stream.write(render_comparison(comparison, compared.extractions, width=width, color=color).encode())
            case CompareFormat.JSON | CompareFormat.AUTO:
                write_comparison(comparison, stream)
            case _:
                assert_never(form)
        stream.flush()
