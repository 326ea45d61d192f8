"""An account of a run: what was read and what went wrong, said on stderr while it goes on and at its end."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from claimx.cli.option_groups import Telling
from claimx.cli.progress import Progress
from claimx.cli.saying import counted, say_error, say_note
from claimx.cli.stages import Stages
from claimx.cli.streams import say
from claimx.errors import ClaimxError
from claimx.records import ErrorRecord, Extraction
from claimx.sources.expected import expected_articles, left_out

READING, LOADING, COMPARING, WRITING = "reading", "loading the model", "comparing", "writing"
VARIABLES = ("CLAIMX_FORMAT", "CLAIMX_FAIL_ON", "CLAIMX_CACHE_DIR", "CLAIMX_DEBUG", "NO_COLOR", "FORCE_COLOR")

RecordT = TypeVar("RecordT", bound=Extraction | ErrorRecord)


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


def open_account(names: Sequence[str], telling: Telling, *, strict: bool = False, progress: bool = True) -> Account:
    """Begin to count a run, and say what is known before it.

    Args:
        names: What is read.
        telling: Whether to say only what goes wrong, or more; the first where both are asked for.
        strict: Whether the first input that cannot be read ends the run.
        progress: Whether a line of progress would disturb nothing.
    """
    shown, stages = Progress(on=progress and not telling.quiet), Stages(on=telling.verbose and not telling.quiet)
    account = Account(quiet=telling.quiet, progress=shown, stages=stages, strict=strict)
    account.expected = expected_articles(names) if shown.on else None
    account.stages.tell_some("from the environment", [each for each in VARIABLES if os.environ.get(each)])
    if account.stages.on:
        account.stages.tell_some("not read, for their names", [str(each) for each in left_out(names)])
    account.stages.begin(READING)
    return account
