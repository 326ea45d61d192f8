"""What the commands that read articles share: where articles come from, and what reads them."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import typer

from claimx.cli.account import Account
from claimx.cli.options import MAX_ARTICLE_CHARS, MAX_FILE_BYTES, MAX_REDIRECTS, MAX_SECONDS, parse_fields
from claimx.cli.streams import debugging, say, stdin_has_data
from claimx.errors import ClaimxError
from claimx.lexicon.lexicon import load_packs
from claimx.sources import Details, Limits, parse_published
from claimx.sources.discover import STDIN
from claimx.tier import Tier
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


def read_settings(
    *,
    flags: Details | None = None,
    manifest: Path | None = None,
    fields: str = "",
    max_file_bytes: int = MAX_FILE_BYTES,
    max_article_chars: int = MAX_ARTICLE_CHARS,
    max_seconds: float = MAX_SECONDS,
    max_redirects: int = MAX_REDIRECTS,
    stdin_name: str | None = None,
) -> ReadSettings:
    """Make settings of the options.

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
        manifest=manifest,
        field_map=parse_fields(fields),
        limits=Limits(max_file_bytes, max_article_chars, max_seconds, max_redirects),
        stdin=cast("ByteStream", sys.stdin.buffer),  # typed without read1, which every buffer has
        stdin_name=stdin_name,
    )


def make_extractor(
    account: Account,
    *,
    model: str | None,
    lexicon: Sequence[Path] | None = None,
    quantities: bool = False,
    keep_text: bool = True,
    tagger: bool = True,
    tier: Tier = "full",
    cached: bool = False,
) -> Extractor:
    """Prepare the pipeline; it is loaded when the first article needs it.

    Raises:
        LexiconError: If a pack is not what it must be.
    """
    return Extractor(
        model=model,
        quantities=quantities,
        keep_text=keep_text,
        packs=load_packs(lexicon or ()),
        tagger=tagger,
        tier=tier,
        cached=cached,
        strict=debugging(),
        on_load=account.loading,
        on_loaded=account.loaded,
        on_recall=account.recall,
    )


def in_processes(
    extractor: Extractor, account: Account, inputs: Sequence[str], *, jobs: int | None, max_seconds: float | None
) -> Extracting:
    """Let articles be read in several processes where that pays.

    Args:
        extractor: Reads in this process.
        account: Is told when processes are started.
        inputs: What is read. From standard input records are to come out as they come in, so nothing is collected.
        jobs: How many processes; by what there is to read where None.
        max_seconds: Longest time for one article.
    """
    if debugging():
        return extractor
    from claimx.batch import PooledExtractor

    number = 1 if jobs is None and STDIN in inputs else jobs
    return PooledExtractor(extractor, jobs=number, max_seconds=max_seconds, on_load=account.loading)
