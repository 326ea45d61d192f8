"""What the commands that read articles share: where articles come from, and what reads them."""

import sys
from collections.abc import Sequence
from typing import cast

import typer

from claimx.cli.account import Account
from claimx.cli.option_groups import Pipeline, Reading, Working
from claimx.cli.options import parse_fields
from claimx.cli.streams import debugging, say, stdin_has_data
from claimx.errors import ClaimxError
from claimx.lexicon.lexicon import load_packs
from claimx.sources import Details, Limits, parse_published
from claimx.sources.discover import STDIN
from claimx.workflow import ByteStream, Extracting, Extractor, ReadSettings

NO_INPUT = "CX961"


def inputs_or_stdin(inputs: list[str] | None, ctx: typer.Context) -> list[str]:
    """The inputs named, else standard input where somebody feeds it.

    Raises:
        ClaimxError: If there is no input at all; waiting for a person to type an article would look like a hang.
    """
    if inputs:
        return inputs
    if stdin_has_data():
        return ["-"]
    say(ctx.get_usage())
    raise ClaimxError(
        "there is no input",
        remedy=f"name a file or a folder, or pipe an article in; {ctx.command_path} -h shows examples",
        code=NO_INPUT,
    )


def read_settings(reading: Reading, flags: Details | None = None) -> ReadSettings:
    """Make settings of the options.

    Args:
        reading: How inputs become articles.
        flags: What is said of the one input.

    Raises:
        typer.BadParameter: If an option does not hold what it must.
    """
    if flags and flags.published is not None and parse_published(flags.published) is None:
        raise typer.BadParameter(
            f"{flags.published!r} is neither a date (2024-03-26) nor a time (2024-03-26T14:05:00Z)",
            param_hint="--published",
        )
    return ReadSettings(
        flags=flags or Details(origin="flag"),
        manifest=reading.manifest,
        field_map=parse_fields(reading.fields),
        limits=Limits(reading.max_file_bytes, reading.max_article_chars, reading.timeout, reading.max_redirects),
        stdin=cast("ByteStream", sys.stdin.buffer),  # typed without read1, which every buffer has
        stdin_name=reading.stdin_name,
    )


def make_extractor(
    account: Account, pipeline: Pipeline, *, quantities: bool = False, keep_text: bool = True, cached: bool = False
) -> Extractor:
    """Prepare the pipeline; it is loaded when the first article needs it.

    Raises:
        LexiconError: If a pack is not what it must be.
    """
    return Extractor(
        model=pipeline.model,
        quantities=quantities,
        keep_text=keep_text,
        packs=load_packs(pipeline.lexicon or ()),
        tagger=pipeline.tagger,
        tier=pipeline.tier,
        cached=cached,
        strict=debugging(),
        on_load=account.loading,
        on_loaded=account.loaded,
        on_recall=account.recall,
    )


def in_processes(extractor: Extractor, account: Account, inputs: Sequence[str], working: Working) -> Extracting:
    """Let articles be read in several processes where that pays.

    Args:
        extractor: Reads in this process.
        account: Is told when processes are started.
        inputs: What is read. From standard input records are to come out as they come in, so nothing is collected.
        working: How many processes, by what there is to read where None; and the longest time for one article.
    """
    if debugging():
        return extractor
    from claimx.batch import PooledExtractor

    jobs = 1 if working.jobs is None and STDIN in inputs else working.jobs
    return PooledExtractor(extractor, jobs=jobs, max_seconds=working.max_article_seconds, on_load=account.loading)
