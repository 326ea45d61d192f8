"""`claimx batch run`: large runs, in parts, that may be killed and go on where they were."""

from enum import StrEnum
from typing import Annotated

import typer

from claimx.cli import options
from claimx.cli.batch_inputs import codes_of, inputs_and_folder
from claimx.cli.derived import with_groups
from claimx.cli.exits import ExitCode
from claimx.cli.option_groups import Content, Pipeline, Reading, Telling
from claimx.cli.streams import say

HELP = """Read many articles into a folder, part by part: a run that is killed goes on where it was.

What could not be read is kept apart with its reason, and the run goes on."""

EXAMPLES = """\
claimx batch run feed.jsonl out/
claimx batch status out/"""

RUN_HELP = """Extract from many articles into parts of a folder; the same command goes on after any end.

A part is written whole or not at all, so that a run that was killed, resumed, has written what one run would have. What
could not be read is in OUT_DIR/dead-letter with its reason. Ends with exit code 2 when there is any."""

RUN_EXAMPLES = """\
claimx batch run feed.jsonl out/
claimx batch run archive/ more.warc.gz out/ -f parquet --jobs 8
claimx batch run CC-NEWS-*.warc.gz out/ --language en --min-chars 500
claimx batch run feed.jsonl out/ --retry-failed --max-article-seconds 900"""

PART_SIZE = 500
MAX_SECONDS = 300.0


class PartFormat(StrEnum):
    """How parts are written."""

    JSONL = "jsonl"
    PARQUET = "parquet"


@with_groups
def run_batch(  # noqa: PLR0913 - one argument for each option of its own
    paths: Annotated[
        list[str], typer.Argument(metavar="IN... OUT_DIR", help="Articles, as for extract; and last the folder.")
    ],
    *,
    form: Annotated[PartFormat, typer.Option("-f", "--format", help="How parts are written.")] = PartFormat.JSONL,
    part_size: Annotated[
        int, typer.Option("--part-size", min=1, max=100_000, metavar="N", help="Articles of a part.")
    ] = PART_SIZE,
    restart: Annotated[bool, typer.Option("--restart", help="Read everything anew, whatever is done.")] = False,
    retry: Annotated[
        bool,
        typer.Option(
            "--retry-failed",
            help="Try again what ran out of time or memory, or was too large; limits may be raised for it.",
        ),
    ] = False,
    languages: Annotated[
        list[str] | None,
        typer.Option("--language", metavar="CODE", help="Read only articles of this language, as en; can be repeated."),
    ] = None,
    min_chars: Annotated[
        int, typer.Option("--min-chars", min=0, metavar="N", help="Leave out articles that are shorter.")
    ] = 0,
    content: Content,
    reading: Reading,
    pipeline: Pipeline,
    max_article_seconds: options.MaxArticleSeconds = MAX_SECONDS,
    jobs: options.Jobs = None,
    telling: Telling,
) -> ExitCode:
    """Run the command; the arguments are its options.

    Raises:
        ClaimxError: If nothing can be done at all; single inputs that cannot be read are dead letters.
    """
    from claimx.batch.extracting import RowSettings
    from claimx.batch.folder import DEAD
    from claimx.batch.items import read_items
    from claimx.batch.machine import default_jobs
    from claimx.batch.pool import Pool
    from claimx.batch.resumable import How, run
    from claimx.batch.run_settings import settings_now
    from claimx.cli.account import open_account
    from claimx.cli.batch_watch import Watch
    from claimx.cli.run import make_extractor, read_settings
    from claimx.cli.saying import say_note
    from claimx.sources.expected import expected_articles

    if restart and retry:
        raise typer.BadParameter("--restart reads everything anew, that included", param_hint="--retry-failed")
    names, folder = inputs_and_folder(paths)
    read = read_settings(reading)
    account = open_account(names, telling)
    extractor = make_extractor(account, pipeline, quantities=content.quantities, keep_text=not content.no_text)
    bounds = (reading.max_file_bytes, reading.max_article_chars)
    wanted = RowSettings(extractor.settings, codes_of(languages or ()), min_chars, *bounds)
    expected = expected_articles(names) if account.expected is None else account.expected
    settings = settings_now(
        wanted, extractor.packs, form=form.value, part_size=part_size, inputs=names, expected=expected
    )
    pool = Pool(wanted.to_text(), jobs or default_jobs(), max_seconds=max_article_seconds, on_ready=account.loaded)
    watch = Watch(account, folder / DEAD)
    how = How(restart=restart, retry=retry, kept=watch.keep, watch=watch.count, wrote=watch.wrote)
    account.loading()
    try:
        totals = run(read_items(names, read, say_note), folder, settings, pool.rows, how)
    except KeyboardInterrupt:
        account.progress.clear()
        if not telling.quiet:
            say("what is done is kept; the same command goes on with the rest")
        raise
    finally:
        account.progress.clear()
    watch.sum_up(totals)
    return ExitCode.ERROR if totals.failed else ExitCode.OK
