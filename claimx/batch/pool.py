"""A pool of processes that reads articles: answers in the order of the questions, and nothing lost where one dies."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from time import monotonic

from claimx.batch.endings import DIED, TOO_LONG, Ending, ending
from claimx.batch.items import ArchivedPage
from claimx.batch.rows import ArticleRow, PageRow, ResultRow, input_row, row_of
from claimx.batch.spawning import Spawned, spawn
from claimx.batch.worker import Message
from claimx.errors import ClaimxError, located
from claimx.records import ErrorInput, ErrorRecord, Extraction
from claimx.sources import Loaded

Given = Loaded | ArchivedPage | Extraction | ErrorRecord

NOT_STARTED = "CX993"

AHEAD = 8
"""Articles for each process that are read before their turn: enough that a long one keeps no other process waiting."""
QUEUED = 2
"""Articles that a process holds: the one that it reads, and the next."""
TRIES = 2
"""How often an article may end its process; the first time may be another's fault, as when memory runs out."""
STARTS = 3
"""How many processes may end in a row before they have loaded the pipeline."""


@dataclass(eq=False, slots=True)
class _Task:
    place: int
    row: ArticleRow | PageRow
    ends: list[Ending] = field(default_factory=list)
    """How the processes ended that read it."""

    @property
    def path(self) -> str | None:
        return self.row["article"]["path"] if "article" in self.row else self.row["path"]

    @property
    def name(self) -> str | None:
        return self.row["article"]["id"] if "article" in self.row else self.row["url"]


@dataclass(eq=False, slots=True)
class _Worker:
    spawned: Spawned
    tasks: deque[_Task] = field(default_factory=deque)
    ready: bool = False
    since: float = 0.0
    """When it began with its first task, or became ready."""


class Pool:
    """Reads articles in several processes, which are started as they are needed and ended when all is read.

    Args:
        settings: What decides what is found, as JSON.
        jobs: How many processes.
        max_seconds: Longest time for one article; without limit where None.
        stay: Whether processes wait for more when all is read; they end with this one.
        start: Starts a process.
        on_ready: Called when one has loaded the pipeline.
    """

    def __init__(
        self,
        settings: str,
        jobs: int,
        *,
        max_seconds: float | None = None,
        stay: bool = False,
        start: Callable[[str], Spawned] = spawn,
        on_ready: Callable[[], None] = lambda: None,
    ) -> None:
        self._settings = settings
        self._jobs = jobs
        self._max_seconds = max_seconds
        self._stay = stay
        self._start = start
        self._on_ready = on_ready
        self._workers: list[_Worker] = []
        self._waiting: deque[_Task] = deque()
        self._done: dict[int, ResultRow] = {}
        self._failed_starts = 0

    def rows(self, given: Iterable[Given]) -> Iterator[ResultRow]:
        """Read articles, and pass on what has been read already, in their order.

        Args:
            given: Articles, pages, extractions and error records; only a few are taken before they are needed.

        Yields:
            A row for each.

        Raises:
            ClaimxError: If the pipeline cannot be loaded, or no process lives long enough to load it.
        """
        try:
            yield from self._rows(iter(given))
        except BaseException:
            self._end(at_once=True)
            raise
        if not self._stay:
            self._end(at_once=False)

    def _rows(self, inputs: Iterator[Given]) -> Iterator[ResultRow]:
        taken = shown = 0
        ended = False
        while not ended or shown < taken:
            while shown in self._done:
                yield self._done.pop(shown)
                shown += 1
            full = taken - shown >= AHEAD * self._jobs or len(self._waiting) >= self._jobs
            if not ended and not full:
                each = next(inputs, None)
                if each is None:
                    ended = True
                else:
                    self._take(taken, each)
                    taken += 1
            self._hand_out()
            self._listen(block=(ended or full) and shown not in self._done)

    def _take(self, place: int, given: Given) -> None:
        if isinstance(given, Loaded | ArchivedPage):
            self._waiting.append(_Task(place, input_row(given)))
        else:
            self._done[place] = row_of(given)

    def _hand_out(self) -> None:
        """Give each waiting article to a process without work, else to a new one, else to one that has just one."""
        while self._waiting:
            idle = next((each for each in self._workers if not each.tasks), None)
            if idle is None and len(self._workers) < self._jobs:
                idle = _Worker(self._start(self._settings))
                self._workers.append(idle)
            worker = idle or next((each for each in self._workers if len(each.tasks) < QUEUED), None)
            if worker is None:
                return
            task = self._waiting.popleft()
            if not worker.tasks:
                worker.since = monotonic()
            worker.tasks.append(task)
            with suppress(OSError):  # it is gone, which the next look at its line tells
                worker.spawned.connection.send(task.row)

    def _listen(self, *, block: bool) -> None:
        """Take what processes send; those that died or are late are replaced."""
        working = [each for each in self._workers if each.tasks]
        if not working:
            return
        heard = wait([each.spawned.connection for each in working], self._time_left(working) if block else 0)
        for worker in working:
            if worker.spawned.connection in heard:
                try:
                    self._hear(worker, worker.spawned.connection.recv())
                except (EOFError, OSError):
                    self._bury(worker)
        if self._max_seconds is not None:
            late = monotonic() - self._max_seconds
            for worker in [each for each in self._workers if each.tasks and each.ready and each.since < late]:
                self._stop_late(worker)

    def _time_left(self, working: Iterable[_Worker]) -> float | None:
        running = [each.since for each in working if each.ready]
        if self._max_seconds is None or not running:
            return None
        return max(0.0, min(running) + self._max_seconds - monotonic())

    def _hear(self, worker: _Worker, message: Message) -> None:
        match message:
            case ("ready",):
                worker.ready = True
                self._failed_starts = 0
                self._on_ready()
            case ("row", row):
                self._done[worker.tasks.popleft().place] = row
            case ("failed", what, remedy, code):
                raise ClaimxError(what, remedy=remedy, code=code)
        worker.since = monotonic()

    def _bury(self, worker: _Worker) -> None:
        """Take the articles of a process that died; the one that it read is tried once more."""
        self._workers.remove(worker)
        tasks, how = worker.tasks, ending(worker.spawned.ended())
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= STARTS:
                raise ClaimxError(
                    f"worker processes end as soon as they are started, {STARTS} in a row; the last {how.what}",
                    remedy=f"{how.remedy}; --jobs 1 of claimx extract needs no other process",
                    code=NOT_STARTED,
                )
        elif tasks:
            tasks[0].ends.append(how)
            if len(tasks[0].ends) >= TRIES:
                self._give_up(tasks[0], DIED, _told(tasks.popleft().ends), how.remedy)
        self._waiting.extendleft(reversed(tasks))

    def _stop_late(self, worker: _Worker) -> None:
        tasks = self._remove(worker)
        what = f"reading this article took longer than the limit of {self._max_seconds:g} seconds"
        self._give_up(tasks.popleft(), TOO_LONG, what, "raise --max-article-seconds, or split it")
        self._waiting.extendleft(reversed(tasks))

    def _remove(self, worker: _Worker) -> deque[_Task]:
        self._workers.remove(worker)
        worker.spawned.end(at_once=True)
        return worker.tasks

    def _give_up(self, task: _Task, code: str, what: str, remedy: str) -> None:
        place = ErrorInput(path=task.path, id=task.name)
        self._done[task.place] = row_of(
            ErrorRecord(input=place, code=code, message=located(what, task.path or task.name), remedy=remedy)
        )

    def _end(self, *, at_once: bool) -> None:
        workers, self._workers = self._workers, []
        for worker in workers:
            worker.spawned.end(at_once=at_once)
        self._waiting.clear()
        self._done.clear()
        self._failed_starts = 0


def _told(ends: Sequence[Ending]) -> str:
    """`the process that read this article crashed (SIGSEGV), twice`."""
    first, last = ends[0].what, ends[-1].what
    again = "twice" if first == last else f"and at the second try it {last}"
    return f"the process that read this article {first}, {again}"
