"""`claimx extract`: articles in, what they say as JSON or as rows out."""

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, assert_never

import typer

from claimx.cli import options
from claimx.cli.derived import with_groups
from claimx.cli.exits import ExitCode
from claimx.cli.option_groups import Content, Pipeline, Reading, Telling, Working
from claimx.cli.saying import say_note
from claimx.cli.streams import Sink, output, stdout_is_terminal, table_width, wants_color
from claimx.errors import ClaimxError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimx.records import ErrorRecord, Extraction

EXAMPLES = """\
claimx extract story.txt --source "The Post" --published 2024-03-26
claimx extract articles/ -o claims.csv
claimx extract https://example.org/story -o story.json
cat feed.jsonl | claimx extract --fields text=body,published=date | claimx compare -"""

HELP = """Tag who said what and every figure, and write it as JSON, or a claim a row.

Without a path, articles are read from standard input. --source, --published, --url and --title are about one input;
for several, write a manifest.toml beside them. An address is fetched when it is given; nothing else is downloaded."""


class ExtractFormat(StrEnum):
    """What is written; `auto` goes by the suffix of the output; else a table on a terminal, and JSON Lines."""

    AUTO = "auto"
    JSON = "json"
    JSONL = "jsonl"
    TABLE = "table"
    CSV = "csv"
    HXL = "hxl"
    PARQUET = "parquet"


SUFFIXES: "Mapping[str, ExtractFormat]" = {
    ".json": ExtractFormat.JSON,
    ".txt": ExtractFormat.TABLE,
    ".csv": ExtractFormat.CSV,
    ".parquet": ExtractFormat.PARQUET,
}

NOT_FOR_TERMINALS = "CX966"


@with_groups
def extract(  # noqa: PLR0913 - one argument for each option of its own
    ctx: typer.Context,
    inputs: options.Inputs = None,
    *,
    form: Annotated[
        ExtractFormat,
        typer.Option(
            "-f",
            "--format",
            help="auto goes by the suffix of -o: .json .csv .parquet .txt; else a table on a terminal, else jsonl.",
        ),
    ] = ExtractFormat.AUTO,
    out: options.Output = None,
    source: Annotated[str | None, typer.Option(metavar="NAME", help="The outlet.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="As 2024-03-26, or an RFC 3339 time.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="The article's address.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The headline.")] = None,
    content: Content,
    reading: Reading,
    pipeline: Pipeline,
    working: Working,
    telling: Telling,
) -> ExitCode:
    """Run the command; the arguments are its options.

    Raises:
        ClaimxError: If nothing can be done at all; single inputs that cannot be read are error records.
    """
    from claimx import workflow
    from claimx.cli import run
    from claimx.cli.account import open_account
    from claimx.sources import Details

    flags = Details(origin="flag", source=source, published=published, url=url, title=title)
    settings = run.read_settings(reading, flags)
    chosen = _chosen(form, out)
    on_screen = out is None and stdout_is_terminal()
    names = run.inputs_or_stdin(inputs, ctx)
    progress = chosen is ExtractFormat.TABLE or not on_screen
    account = open_account(names, telling, strict=working.strict, progress=progress)
    extractor = run.make_extractor(
        account,
        pipeline,
        quantities=content.quantities,
        keep_text=not content.no_text,
        cached=not working.no_cache,
    )
    several = run.in_processes(extractor, account, names, working)
    records = workflow.extract(names, settings, several, say_note)
    _write(account.watch(records), chosen, out)
    account.sum_up(
        ((account.articles, "article"), (account.claims, "figure"), (account.quotes, "quote")),
        said=on_screen and chosen is ExtractFormat.TABLE,
    )
    return ExitCode.ERROR if account.errors else ExitCode.OK


def _chosen(form: ExtractFormat, out: Path | None) -> ExtractFormat:
    """What `auto` means here: by the suffix of a file, a table on a terminal, else JSON Lines.

    Raises:
        ClaimxError: If bytes that are no text would go to a terminal.
    """
    if form is ExtractFormat.PARQUET and out is None and stdout_is_terminal():
        raise ClaimxError(
            "Parquet is not for a terminal", remedy="write it to a file: -o claims.parquet", code=NOT_FOR_TERMINALS
        )
    if form is not ExtractFormat.AUTO:
        return form
    if out is not None:
        return SUFFIXES.get(out.suffix.lower(), ExtractFormat.JSONL)
    wanted = os.environ.get("CLAIMX_FORMAT", "")
    if wanted in {each.value for each in ExtractFormat} - {ExtractFormat.PARQUET}:  # the rest is for comparisons
        return ExtractFormat(wanted)
    return ExtractFormat.TABLE if stdout_is_terminal() else ExtractFormat.JSONL


def _write(records: "Iterator[Extraction | ErrorRecord]", form: ExtractFormat, out: Path | None) -> None:
    from claimx.codec import write_extractions
    from claimx.records import Extraction

    with output(out) as stream:
        if form in (ExtractFormat.JSON, ExtractFormat.JSONL, ExtractFormat.AUTO):
            write_extractions(records, stream, form="json" if form is ExtractFormat.JSON else "jsonl")
        else:
            _write_found((record for record in records if isinstance(record, Extraction)), form, out, stream)
        stream.flush()


def _write_found(found: "Iterator[Extraction]", form: ExtractFormat, out: Path | None, stream: Sink) -> None:
    """Write forms that have no place for what could not be read; that is said on stderr alone."""
    match form:
        case ExtractFormat.TABLE:
            from claimx.report.table import render_extractions

            stream.write(render_extractions(list(found), width=table_width(out), color=wants_color(out)).encode())
        case ExtractFormat.CSV | ExtractFormat.HXL:
            from claimx.report.flat import render_claims
            from claimx.report.hxl import render_hxl

            for line in (render_hxl if form is ExtractFormat.HXL else render_claims)(found):
                stream.write(line.encode())
        case ExtractFormat.PARQUET:
            from claimx.report.parquet import write_parquet

            write_parquet(found, stream)
        case ExtractFormat.JSON | ExtractFormat.JSONL | ExtractFormat.AUTO:
            pass
        case _:
            assert_never(form)
