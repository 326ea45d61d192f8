"""A large run that may be killed at any moment: what is done is kept, what is not is done anew, and nothing twice."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from claimx.batch.durable import said_plainly, sync_folder
from claimx.batch.folder import RunFolder, check_usable, empty
from claimx.batch.items import Item
from claimx.batch.locking import hold
from claimx.batch.manifest import FinishedPart
from claimx.batch.parts import Part, cut, distinct
from claimx.batch.rows import ResultRow
from claimx.batch.run_settings import OtherInputsError, RunSettings, check_same, read_settings, write_settings
from claimx.errors import ClaimxError
from claimx.sources.discover import STDIN

Rows = Callable[[Iterable[Item]], Iterator[ResultRow]]
"""Makes a row of each article, in their order."""


@dataclass(frozen=True, slots=True)
class How:
    """How a run is to go about it.

    Attributes:
        restart: Whether what is there is done anew.
        retry: Whether what could not be read is tried again, where that may end otherwise.
        kept: Gets how many inputs an earlier run had done, part by part.
        watch: Gets each row when it is there.
        wrote: Gets each part when it is on the disk.
    """

    restart: bool = False
    retry: bool = False
    kept: Callable[[int], None] = lambda _: None
    watch: Callable[[ResultRow], None] = lambda _: None
    wrote: Callable[[FinishedPart], None] = lambda _: None


@dataclass(slots=True)
class Totals:
    """What a run has come to.

    Attributes:
        parts: Parts that are done.
        kept: Of these, parts that an earlier run had done.
        retried: What was tried again that an earlier run could not read.
        mended: Of these, what was read now.
        articles: Articles in all parts.
        failed: What could not be read in all parts.
        again: Of these, what may be read at another try.
        left_out: What was not read for its language, its length or because it is no article.
        copies: Articles and pages that were given before.
        claims: Claims in all parts.
        quotes: Quotes in all parts.
    """

    parts: int = 0
    kept: int = 0
    retried: int = 0
    mended: int = 0
    articles: int = 0
    failed: int = 0
    again: int = 0
    left_out: int = 0
    copies: int = 0
    claims: int = 0
    quotes: int = 0

    def add(self, part: FinishedPart) -> None:
        """Take a part into account."""
        self.parts += 1
        self.articles += part.articles
        self.failed += part.failed
        self.again += len(part.again)
        self.left_out += sum(part.left_out.values())
        self.claims += part.claims
        self.quotes += part.quotes


NO_MORE = How()


def run(
    items: Iterable[Item],
    folder: Path,
    settings: RunSettings,
    rows: Rows,
    how: How = NO_MORE,
) -> Totals:
    """Read articles into the parts of a folder, or go on with what an earlier run began there.

    Args:
        items: The articles, and errors for what could not be read.
        folder: Where parts are written.
        settings: What decides what is written.
        rows: Reads articles.
        how: How to go about it.

    Raises:
        ClaimxError: If the folder holds something else, was begun with other settings, has parts of inputs that are
            no longer given, is in use, or cannot be written.
    """
    check_usable(folder)
    with said_plainly(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with suppress(ClaimxError):  # who may write to a folder need not be able to read the one around it
        sync_folder(folder.parent)
    with hold(folder):
        before = None if how.restart else read_settings(folder)  # not earlier: another run may just have begun there
        if how.restart:
            empty(folder)
        elif before is not None:
            check_same(before, settings, folder, raised=how.retry)
        files = RunFolder(folder, settings.format)
        if before != settings:
            write_settings(folder, settings)
        ended = files.manifest.ended
        files.manifest.rewrite()
        try:
            return _Run(files, settings, how, before.gone(settings) if before else ()).read(items, rows)
        except OtherInputsError:
            if before is not None:
                write_settings(folder, before)
            if ended is not None:
                files.manifest.end(ended)
            raise


@dataclass(eq=False, slots=True)
class _Open:
    """A part whose rows are being made.

    Attributes:
        part: The part.
        again: How many of its inputs are tried again; None where all are read.
    """

    part: Part
    again: int | None = None

    @property
    def wanted(self) -> int | None:
        """How many rows it waits for; None where that is not known yet."""
        if self.part.key is None:
            return None
        return self.part.size if self.again is None else self.again


class _Run:
    def __init__(self, files: RunFolder, settings: RunSettings, how: How, gone: Sequence[str]) -> None:
        self._files = files
        self._settings = settings
        self._how = how
        self._gone = gone
        self._open: deque[_Open] = deque()
        self._held: list[ResultRow] = []
        self._since = monotonic()
        self._parts = 0
        self._totals = Totals()

    def read(self, items: Iterable[Item], rows: Rows) -> Totals:
        """Read what is not done; a part is written when its last row is there."""
        for row in rows(self._needed(items)):
            self._how.watch(row)
            self._held.append(row)
            self._write_whole()
        self._write_whole()
        if any(number >= self._parts for number in self._files.manifest.parts):
            self._check_given()
        self._files.finish(self._parts)
        return self._totals

    def _write_whole(self) -> None:
        """Write the first open part, if all its rows are there."""
        wanted = self._open[0].wanted if self._open else None
        if wanted is None or len(self._held) < wanted:
            return
        opened, now = self._open.popleft(), monotonic()
        rows, seconds = self._held, now - self._since
        if opened.again is not None:
            self._totals.retried += opened.again
            self._totals.mended += sum(row["error"] is None for row in rows)
            seconds += self._files.manifest.parts[opened.part.number].seconds
            rows = self._files.merge(opened.part.number, rows)
        done = self._files.write(opened.part, rows, seconds)
        self._totals.add(done)
        self._how.wrote(done)
        self._held, self._since = [], now

    def _needed(self, items: Iterable[Item]) -> Iterator[Item]:
        """What is to be read; a part that may be done is held until it is known whether it is the same."""
        part, known = Part(0), False
        waiting: list[Item] = []
        for part, each in cut(distinct(items, self._count_copy), self._settings.part_size, self._settings.basis()):
            if part.size == 1:
                self._parts += 1
                known = part.number in self._files.manifest.parts
                if not known:
                    self._open.append(_Open(part))
            if not known:
                yield each
                continue
            waiting.append(each)
            if part.key is not None:
                yield from self._unless_done(part, waiting)
                waiting = []
        if waiting:
            yield from self._unless_done(part, waiting)

    def _count_copy(self) -> None:
        self._totals.copies += 1

    def _unless_done(self, part: Part, items: list[Item]) -> Iterator[Item]:
        done = self._files.manifest.parts[part.number]
        places = done.again if self._how.retry else ()
        if places and self._files.may_retry(part):
            self._how.kept(part.size - len(places))
            self._open.append(_Open(part, len(places)))
            yield from (items[place] for place in places)
        elif not places and part.key is not None and self._files.has(part.number, part.key):
            self._totals.add(done)
            self._totals.kept += 1
            self._how.kept(part.size)
        else:
            if not part.begins_as(done.key, done.inputs):
                self._check_given()
            self._open.append(_Open(part))
            yield from items

    def _check_given(self) -> None:
        """Keep parts from being taken away whose inputs are merely no longer given."""
        if self._gone:
            name = "standard input" if self._gone[0] == STDIN else self._gone[0]
            raise OtherInputsError(
                f"{self._files.folder} was written from other inputs, as {name}: their parts would be taken away",
                remedy="name another folder; or the inputs of then, and new ones after them; or give --restart",
            )
