"""What `extract` and `compare` share while they run: where articles come from, and what is said on stderr."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, cast

import typer

from claimx.cli.options import MAX_ARTICLE_CHARS, MAX_FILE_BYTES, MAX_REDIRECTS, MAX_SECONDS, parse_fields
from claimx.cli.progress import Progress
from claimx.cli.stages import Stages
from claimx.cli.streams import debugging, say, stdin_has_data
from claimx.errors import ClaimxError
from claimx.lexicon.lexicon import load_packs
from claimx.records import ErrorRecord, Extraction, Note
from claimx.report.sanitize import printable
from claimx.sources import Details, Limits, parse_published
from claimx.sources.discover import STDIN
from claimx.sources.expected import expected_articles, left_out
from claimx.tier import Tier
from claimx.workflow import ByteStream, Extracting, Extractor, ReadSettings

NO_INPUT = "CX961"
READING, LOADING, COMPARING, WRITING = "reading", "loading the model", "comparing", "writing"
VARIABLES = ("CLAIMX_FORMAT", "CLAIMX_FAIL_ON", "CLAIMX_CACHE_DIR", "CLAIMX_DEBUG", "NO_COLOR", "FORCE_COLOR")

RecordT = TypeVar("RecordT", bound=Extraction | ErrorRecord)


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


@dataclass
class Account:
    """Keeps count of a run and says on stderr what a user should know.

    Attributes:
        quiet: Whether to say only what went wrong.
        progress: The line that says how far the run is.
        stages: Times the stages, and says more where that is wanted.
        expected: How many articles there are, where that is known.
        strict: Whether the first input that cannot be read ends the run.
        articles: Extractions so far.
        claims: Claims in them.
        quotes: Quotes in them.
        errors: Inputs that could not be read.
        recalled: Articles that an earlier run had read.
    """

    quiet: bool
    progress: Progress
    stages: Stages = field(default_factory=lambda: Stages(on=False))
    expected: int | None = None
    strict: bool = False
    articles: int = 0
    claims: int = 0
    quotes: int = 0
    errors: int = 0
    recalled: int = 0

    def loading(self) -> None:
        """Say that the pipeline is being loaded."""
        self.stages.begin(LOADING)
        self.progress.show("loading the English model …")

    def loaded(self) -> None:
        """Take note that it is."""
        self.stages.begin(READING)

    def recall(self) -> None:
        """Take note that an article was read in an earlier run."""
        self.recalled += 1

    def comparing(self) -> None:
        """Take note that all is read, and the comparison begins."""
        self.stages.begin(COMPARING)
        self.progress.show(f"comparing {counted(self.articles, 'article')} …")

    def writing(self) -> None:
        """Take note that the result is there."""
        self.stages.begin(WRITING)
        self.progress.clear()

    def watch(self, records: Iterable[RecordT]) -> Iterator[RecordT]:
        """Pass records on, counting them and saying what is wrong with them."""
        for record in records:
            self.count(record)
            self.stages.begin(WRITING)
            yield record
            self.stages.begin(READING)
        self.progress.clear()

    def count(self, record: Extraction | ErrorRecord) -> None:
        """Take a record into account.

        Raises:
            ClaimxError: If it could not be read, and that is to end the run.
        """
        self.stages.begin(READING)
        if isinstance(record, ErrorRecord):
            if self.strict:
                raise ClaimxError(record.message, remedy=record.remedy, code=record.code)
            self.errors += 1
            say_error(record)
        else:
            self.articles += 1
            self.claims += len(record.claims)
            self.quotes += len(record.quotes)
            for note in record.notes:
                if self.stages.on or (note.level != "info" and note.start is None):
                    say_note(note, record.article.path or record.article.id)
        done = self.articles + self.errors
        self.progress.count(done, "article" if done == 1 and self.expected in (None, 1) else "articles", self.expected)

    def sum_up(self, parts: Iterable[tuple[int, str]], *, said: bool) -> None:
        """Say the last line: `5 articles, 31 figures, 1 input not read`.

        Args:
            parts: What was counted, and what it is called.
            said: Whether a table on the same terminal has said it already; then only errors are left to say.
        """
        self.progress.clear()
        unread = [f"{counted(self.errors, 'input')} not read"] if self.errors else []
        counts = [] if said else [counted(number, what) for number, what in parts]
        if self.recalled:
            self.stages.tell(f"{counted(self.recalled, 'article')} read in an earlier run; --no-cache reads them anew")
        self.stages.end()
        if not self.quiet and counts + unread:
            say(", ".join(counts + unread))


def open_account(
    names: Sequence[str], *, quiet: bool, verbose: bool, strict: bool = False, progress: bool = True
) -> Account:
    """Begin to count a run, and say what is known before it.

    Args:
        names: What is read.
        quiet: Whether to say only what goes wrong.
        verbose: Whether to say more; not where `quiet` is asked for too.
        strict: Whether the first input that cannot be read ends the run.
        progress: Whether a line of progress would disturb nothing.
    """
    shown = Progress(on=progress and not quiet)
    account = Account(quiet=quiet, progress=shown, stages=Stages(on=verbose and not quiet), strict=strict)
    account.expected = expected_articles(names) if shown.on else None
    account.stages.tell_some("from the environment", [each for each in VARIABLES if os.environ.get(each)])
    if account.stages.on:
        account.stages.tell_some("not read, for their names", [str(each) for each in left_out(names)])
    account.stages.begin(READING)
    return account


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


def say_error(err: ErrorRecord | ClaimxError) -> None:
    """Say what is wrong and how to mend it."""
    say(f"claimx: error: {printable(err.message)} [{err.code}]\n  remedy: {err.remedy}")


def say_note(note: Note, place: str | None = None) -> None:
    """Say what a user should know."""
    level = "note" if note.level == "info" else note.level
    say(printable(f"claimx: {level}: {f'{place}: ' if place else ''}{note.message} [{note.code}]"))


def counted(number: int, what: str) -> str:
    """`1 article`, `2 articles`."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
