"""`claimx batch`: large runs, in parts, that may be killed and go on where they were."""

import json
import re
from enum import StrEnum
from fnmatch import fnmatchcase
from glob import has_magic
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli import options
from claimx.cli.exits import ExitCode
from claimx.cli.extract import Layer
from claimx.cli.progress import duration
from claimx.cli.saying import counted, say_error, say_note
from claimx.cli.streams import output, say, wants_table
from claimx.errors import ClaimxError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.batch.resumable import Totals
    from claimx.batch.rows import ResultRow
    from claimx.batch.status import Status
    from claimx.cli.account import Account

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
claimx batch run feed.jsonl out/ --restart"""

STATUS_HELP = """Say how far a run is: parts and articles done, what is left, what failed, and how fast it goes."""

STATUS_EXAMPLES = """\
claimx batch status out/
claimx batch status out/ -f json | jq .left"""

INSIDE = "CX980"
CODE = re.compile(r"[a-z]{2}")
PART_SIZE = 500
MAX_SECONDS = 300.0
WITH_LARGER_LIMIT = "of these may be read with a larger limit and --retry-failed"
MOST_SAID = 10
"""Errors that are said on stderr; more of them are found in the folder."""


class PartFormat(StrEnum):
    """How parts are written."""

    JSONL = "jsonl"
    PARQUET = "parquet"


class StatusFormat(StrEnum):
    """What is written; `auto` is a table on a terminal and JSON elsewhere."""

    AUTO = "auto"
    TABLE = "table"
    JSON = "json"


def run(  # noqa: PLR0913 - one argument for each option
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
    manifest: options.ManifestFile = None,
    fields: options.Fields = "",
    layers: Annotated[
        list[Layer] | None, typer.Option("--with", metavar="quantities", help="Write every number expression too.")
    ] = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the articles' text out.")] = False,
    model: options.Model = None,
    tagger: options.Tagger = True,
    tier: options.Tier = "full",
    lexicon: options.Lexicon = None,
    max_file_bytes: options.MaxFileBytes = options.MAX_FILE_BYTES,
    max_article_chars: options.MaxArticleChars = options.MAX_ARTICLE_CHARS,
    max_article_seconds: options.MaxArticleSeconds = MAX_SECONDS,
    jobs: options.Jobs = None,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Run the command; the arguments are its options.

    Raises:
        ClaimxError: If nothing can be done at all; single inputs that cannot be read are dead letters.
    """
    from claimx.batch.extracting import RowSettings
    from claimx.batch.items import read_items
    from claimx.batch.machine import default_jobs
    from claimx.batch.manifest import settings_now
    from claimx.batch.pool import Pool
    from claimx.batch.resumable import How
    from claimx.batch.resumable import run as run_parts
    from claimx.cli import run
    from claimx.cli.account import open_account
    from claimx.sources.expected import expected_articles

    if restart and retry:
        raise typer.BadParameter("--restart reads everything anew, that included", param_hint="--retry-failed")
    names, folder = _named(paths)
    reading = run.read_settings(
        manifest=manifest, fields=fields, max_file_bytes=max_file_bytes, max_article_chars=max_article_chars
    )
    account = open_account(names, quiet=quiet, verbose=False)
    extractor = run.make_extractor(
        account,
        model=model,
        lexicon=lexicon,
        quantities=Layer.QUANTITIES in (layers or ()),
        keep_text=not no_text,
        tagger=tagger,
        tier=tier,
    )
    wanted = RowSettings(extractor.settings, _codes_of(languages or ()), min_chars, max_file_bytes, max_article_chars)
    expected = expected_articles(names)
    settings = settings_now(
        wanted, extractor.packs, form=form.value, part_size=part_size, inputs=names, expected=expected
    )
    pool = Pool(wanted.to_text(), jobs or default_jobs(), max_seconds=max_article_seconds)
    watch = _Watch(account)
    account.loading()
    try:
        totals = run_parts(
            read_items(names, reading, say_note),
            folder,
            settings,
            pool.rows,
            How(restart=restart, retry=retry, kept=watch.keep, watch=watch.count),
        )
    except KeyboardInterrupt:
        account.progress.clear()
        say("what is done is kept; the same command goes on with the rest")
        raise
    _sum_up(account, totals, folder, quiet=quiet)
    return ExitCode.ERROR if totals.failed else ExitCode.OK


def status(
    folder: Annotated[Path, typer.Argument(metavar="OUT_DIR", help="The folder that a run wrote to.")],
    *,
    form: Annotated[
        StatusFormat, typer.Option("-f", "--format", help="auto is a table on a terminal, json elsewhere.")
    ] = StatusFormat.AUTO,
    out: options.Output = None,
) -> ExitCode:
    """Run the command; the arguments are its options.

    Raises:
        ClaimxError: If no run was begun in the folder.
    """
    from claimx.batch.status import read_status

    found = read_status(folder)
    table = form is StatusFormat.TABLE or (form is StatusFormat.AUTO and wants_table(out))
    text = _table(found) if table else json.dumps(found.plain(), ensure_ascii=False, indent=2) + "\n"
    with output(out) as stream:
        stream.write(text.encode())
        stream.flush()
    return ExitCode.OK


class _Watch:
    """Counts what a run comes to, and says its first errors.

    Args:
        account: Keeps the progress.
    """

    def __init__(self, account: "Account") -> None:
        self._account = account
        self._done = 0
        self._said = 0

    def keep(self, number: int) -> None:
        """Take inputs into account that an earlier run had done."""
        self._done += number
        self._show()

    def count(self, row: "ResultRow") -> None:
        """Take an article into account."""
        from claimx.batch.rows import record_of
        from claimx.records import ErrorRecord

        self._done += 1
        if row["error"] is not None and self._said < MOST_SAID:
            self._said += 1
            record = record_of(row)
            if isinstance(record, ErrorRecord):
                say_error(record)
        self._show()

    def _show(self) -> None:
        self._account.progress.count(self._done, "articles", self._account.expected)


def _named(paths: "Sequence[str]") -> tuple[list[str], Path]:
    """The inputs and the folder.

    Raises:
        typer.BadParameter: If only one is named.
        ClaimxError: If the folder is inside of what is read, or is it: the run would read what it writes.
    """
    *names, last = paths
    if not names:
        raise typer.BadParameter("name what is to be read, and then the folder to write to", param_hint="IN... OUT_DIR")
    folder = Path(last)
    for name in names:
        if _reads_from(name, folder):
            raise ClaimxError(
                f"{folder} is inside of {name}, which is read", remedy="name a folder elsewhere", code=INSIDE
            )
    return names, folder


def _reads_from(name: str, folder: Path) -> bool:
    """Whether an input is a folder around another, or a pattern that takes in what will lie in it, as "news/**"."""
    given, inside = Path(name).absolute(), folder.absolute().parts
    if given.is_dir():
        return folder.resolve().is_relative_to(given.resolve())
    parts = given.parts
    if not has_magic(name):
        return False
    if "**" in parts:
        parts = parts[: parts.index("**")]
        inside = inside[: len(parts)]
    elif len(parts) <= len(inside):
        return False
    return len(inside) <= len(parts) and all(map(fnmatchcase, inside, parts))


def _codes_of(languages: "Sequence[str]") -> tuple[str, ...]:
    """The codes of languages, in order.

    Raises:
        typer.BadParameter: If one is no code: no article would be of that language.
    """
    codes = {each.lower() for each in languages}
    for code in sorted(codes):
        if not CODE.fullmatch(code):
            raise typer.BadParameter(f"{code!r} is no code of two letters, as en", param_hint="--language")
    return tuple(sorted(codes))


def _sum_up(account: "Account", totals: "Totals", folder: Path, *, quiet: bool) -> None:
    """`1,204 articles in 3 parts, 5,310 figures, 2 inputs not read: see out/dead-letter`."""
    account.progress.clear()
    if quiet:
        return
    kept = f" ({totals.kept:,} of them before)" if totals.kept else ""
    told = [f"{counted(totals.articles, 'article')} in {counted(totals.parts, 'part')}{kept}"]
    told.append(counted(totals.claims, "figure"))
    if totals.left_out:
        told.append(f"{counted(totals.left_out, 'input')} left out")
    if totals.failed:
        told.append(f"{counted(totals.failed, 'input')} not read: see {folder / 'dead-letter'}")
    say(", ".join(told))
    if totals.retried:
        say(f"{counted(totals.retried, 'input')} tried again, {totals.mended:,} read now")
    if totals.again:
        say(f"{totals.again:,} {WITH_LARGER_LIMIT}")


def _table(found: "Status") -> str:
    left = "not known" if found.left is None else f"{found.left:,}"
    if found.left and found.seconds_left:
        left += f", about {duration(found.seconds_left)} at this pace"
    pace = "not known" if found.per_second is None else f"{found.per_second:,} a second"
    rows = {
        "state": found.state,
        "parts": f"{found.parts:,} done, {found.bytes / 1e6:,.1f} MB",
        "articles": f"{found.articles:,} done, {found.claims:,} figures, {found.quotes:,} quotes",
        "left": left,
        "failed": f"{found.failed:,}" + (f", see {found.dead_letters}" if found.dead_letters else ""),
        "again": f"{found.again:,} {WITH_LARGER_LIMIT}" if found.again else "0",
        "left out": f"{found.left_out:,}",
        "pace": pace,
    }
    return "".join(f"{name:<9} {value}\n" for name, value in rows.items())
