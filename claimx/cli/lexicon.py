"""`claimx lexicon`: the words that claimx goes by, and packs that add to them."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, assert_never

import typer

from claimx.cli import options
from claimx.cli.exits import ExitCode
from claimx.cli.progress import Progress
from claimx.cli.saying import counted, say_error
from claimx.cli.streams import output, table_width, wants_color, wants_table

HELP = """Show the words that tell what a figure counts and who said what, and check packs that add to them.

A pack is a folder of TOML files. extract and compare take one with --lexicon DIR."""

EXAMPLES = """\
claimx lexicon list
claimx lexicon check my-pack/"""

LIST_HELP = """Show what is active: entries by metric, then cue words by class and nouns for speakers by kind.

Each entry stands with its file, its words and a sentence in which it fires.

With --lexicon, packs are laid over what ships: an entry is new, or replaces or extends the one with its id."""

LIST_EXAMPLES = """\
claimx lexicon list
claimx lexicon list --lexicon my-pack/ -f json | jq .metrics,.cue_verbs"""

CHECK_HELP = """Check packs: the form of their files, then each entry's sentences, run through the pipeline.

Ends with exit code 0 when every entry fires in its `fires` and keeps silent in its `silent` sentences, with 1 when one
does not, with 2 when a pack cannot be read."""

CHECK_EXAMPLES = """\
claimx lexicon check my-pack/
claimx lexicon check my-pack/ --lexicon house-words/"""


class ListFormat(StrEnum):
    """What is written; `auto` is a table on a terminal and JSON elsewhere."""

    AUTO = "auto"
    TABLE = "table"
    JSON = "json"


def list_(
    *,
    form: Annotated[
        ListFormat, typer.Option("-f", "--format", help="auto is a table on a terminal, json elsewhere.")
    ] = ListFormat.AUTO,
    lexicon: options.Lexicon = None,
    out: options.Output = None,
) -> ExitCode:
    """Run the command; the arguments are its options.

    Raises:
        LexiconError: If a pack is not what it must be.
    """
    from claimx.lexicon.lexicon import lay_packs, load_lexicon, load_packs
    from claimx.report.lexicon_listing import lexicon_json, render_lexicon

    packs = load_packs(lexicon or ())
    laid = lay_packs(packs)
    with output(out) as stream:
        match _chosen(form, out):
            case ListFormat.TABLE:
                stream.write(render_lexicon(laid, width=table_width(out), color=wants_color(out)).encode())
            case ListFormat.JSON | ListFormat.AUTO:
                stream.write(lexicon_json(laid, packs, load_lexicon(packs=packs).version).encode())
            case _ as unknown:
                assert_never(unknown)
        stream.flush()
    return ExitCode.OK


def check(
    folders: Annotated[list[Path], typer.Argument(metavar="DIR", help="Packs, checked as they hold together.")],
    *,
    lexicon: options.Lexicon = None,
    model: options.Model = None,
    out: options.Output = None,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Run the command; the arguments are its options.

    Raises:
        LexiconError: If a pack cannot be read.
    """
    from claimx.report.lexicon_listing import render_failures
    from claimx.workflow.packs import check_packs

    progress = Progress(on=not quiet)
    checked = check_packs(
        folders, beside=lexicon or (), model=model, on_load=lambda: progress.show("loading the English model …")
    )
    progress.clear()
    for problem in checked.problems:
        say_error(problem)
    if checked.problems:
        return ExitCode.ERROR
    with output(out) as stream:
        stream.write(render_failures(checked.failures, width=table_width(out), color=wants_color(out)).encode())
        counts = (
            counted(checked.packs, "pack"),
            f"{checked.entries:,} {'entry' if checked.entries == 1 else 'entries'}",
        )
        ran = f"{counted(checked.sentences, 'sentence')}, {len(checked.failures):,} of them failed"
        stream.write(f"{', '.join(counts)}, {ran}\n".encode())
        stream.flush()
    return ExitCode.FINDINGS if checked.failures else ExitCode.OK


def _chosen(form: ListFormat, out: Path | None) -> ListFormat:
    if form is not ListFormat.AUTO:
        return form
    return ListFormat.TABLE if wants_table(out) else ListFormat.JSON
