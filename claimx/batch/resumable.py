"""A large run that may be killed at any moment: what is done is kept, what is not is done anew, and nothing twice."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from claimx.batch.durable import said_plainly
from claimx.batch.folder import RunFolder, check_usable, empty
from claimx.batch.items import Item
from claimx.batch.locking import hold
from claimx.batch.manifest import FinishedPart, RunSettings, check_same, read_settings, write_settings
from claimx.batch.parts import Part, cut, distinct
from claimx.batch.rows import ResultRow

Rows = Callable[[Iterable[Item]], Iterator[ResultRow]]
"""Makes a row of each article, in their order."""


@dataclass(slots=True)
class Totals:
    """What a run has come to.

    Attributes:
        parts: Parts that are done.
        kept: Of these, parts that an earlier run had done.
        articles: Articles in all parts.
        failed: What could not be read in all parts.
        left_out: What was not read for its language, its length or because it is no article.
        claims: Claims in all parts.
        quotes: Quotes in all parts.
    """

    parts: int = 0
    kept: int = 0
    articles: int = 0
    failed: int = 0
    left_out: int = 0
    claims: int = 0
    quotes: int = 0

    def add(self, part: FinishedPart) -> None:
        """Take a part into account."""
        self.parts += 1
        self.articles += part.articles
        self.failed += part.failed
        self.left_out += sum(part.left_out.values())
        self.claims += part.claims
        self.quotes += part.quotes


def run(
    items: Iterable[Item],
    folder: Path,
    settings: RunSettings,
    rows: Rows,
    *,
    restart: bool = False,
    kept: Callable[[FinishedPart], None] = lambda _: None,
    watch: Callable[[ResultRow], None] = lambda _: None,
) -> Totals:
    """Read articles into the parts of a folder, or go on with what an earlier run began there.

    Args:
        items: The articles, and errors for what could not be read.
        folder: Where parts are written.
        settings: What decides what is written.
        rows: Reads articles.
        restart: Whether what is there is done anew.
        kept: Gets each part that an earlier run had done.
        watch: Gets each row when it is there.

    Raises:
        ClaimxError: If the folder holds something else, was begun with other settings, is in use, or cannot be
            written.
    """
    check_usable(folder)
    with said_plainly(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with hold(folder):
        before = None if restart else read_settings(folder)  # not earlier: another run may just have begun there
        if restart:
            empty(folder)
        elif before is not None:
            check_same(before, settings, folder)
        files = RunFolder(folder, settings.format)
        if before != settings:
            write_settings(folder, settings)
        files.manifest.rewrite()
        return _Run(files, settings, kept, watch).read(items, rows)


class _Run:
    def __init__(
        self,
        files: RunFolder,
        settings: RunSettings,
        kept: Callable[[FinishedPart], None],
        watch: Callable[[ResultRow], None],
    ) -> None:
        self._files = files
        self._settings = settings
        self._kept = kept
        self._watch = watch
        self._open: deque[Part] = deque()
        self._held: list[ResultRow] = []
        self._since = monotonic()
        self._parts = 0
        self._totals = Totals()

    def read(self, items: Iterable[Item], rows: Rows) -> Totals:
        """Read what is not done; a part is written when its last row is there."""
        for row in rows(self._needed(items)):
            self._watch(row)
            self._held.append(row)
            self._write_whole()
        self._write_whole()
        self._files.finish(self._parts)
        return self._totals

    def _write_whole(self) -> None:
        """Write the first open part, if all its rows are there."""
        if not self._open or self._open[0].key is None or len(self._held) < self._open[0].size:
            return
        part, now = self._open.popleft(), monotonic()
        self._totals.add(self._files.write(part.number, part.key or "", self._held, now - self._since))
        self._held, self._since = [], now

    def _needed(self, items: Iterable[Item]) -> Iterator[Item]:
        """What is to be read; a part that may be done is held until it is known whether it is the same."""
        part, known = Part(0), False
        waiting: list[Item] = []
        for part, each in cut(distinct(items), self._settings.part_size, self._settings.decisive()):
            if part.size == 1:
                self._parts += 1
                known = part.number in self._files.manifest.parts
                if not known:
                    self._open.append(part)
            if not known:
                yield each
                continue
            waiting.append(each)
            if part.key is not None:
                yield from self._unless_done(part, waiting)
                waiting = []
        if waiting:
            yield from self._unless_done(part, waiting)

    def _unless_done(self, part: Part, items: list[Item]) -> Iterator[Item]:
        if part.key is not None and self._files.has(part.number, part.key):
            done = self._files.manifest.parts[part.number]
            self._totals.add(done)
            self._totals.kept += 1
            self._kept(done)
        else:
            self._open.append(part)
            yield from items
