"""Read articles on this machine, in one process or in several: the same records in the same order."""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from claimx.batch.extracting import RowSettings
from claimx.batch.pool import Pool
from claimx.batch.rows import record_of
from claimx.lexicon.packs import Pack
from claimx.records import ErrorRecord, Extraction
from claimx.sources import Loaded
from claimx.workflow import Extractor

Given = Loaded | Extraction | ErrorRecord

PROCESS_BYTES = 700 * 1024 * 1024
"""Memory that a process may come to take; mostly it is half of that."""

ENOUGH_CHARS = 150_000
"""As many code points of text take one process about five seconds, which is what starting others must be worth."""


class PooledExtractor:
    """An extractor that reads several articles at once.

    Args:
        extractor: Reads where one process is enough.
        jobs: How many processes; where None, `default_jobs` if there is as much to read as `ENOUGH_CHARS`.
        max_seconds: Longest time for one article, which only another process can be held to; no limit where None.
        on_load: Called before processes are started.
    """

    def __init__(
        self,
        extractor: Extractor,
        *,
        jobs: int | None = None,
        max_seconds: float | None = None,
        on_load: Callable[[], None] = lambda: None,
    ) -> None:
        self._extractor = extractor
        self._jobs = jobs
        self._max_seconds = max_seconds
        self._on_load = on_load

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The words of other domains."""
        return self._extractor.packs

    def extract_all(self, given: Iterable[Given]) -> Iterator[Extraction | ErrorRecord]:
        """As `Extractor.extract_all`.

        Raises:
            ClaimxError: If the pipeline cannot be loaded.
        """
        inputs = self._recalled(given)
        jobs = self._jobs
        if jobs is None:
            jobs = default_jobs()
            if jobs > 1:
                first, much = _look_ahead(inputs)
                inputs = chain(first, inputs)
                jobs = jobs if much else 1
        if jobs == 1 and self._max_seconds is None:
            return self._extractor.extract_all(inputs)
        return self._extract_in_pool(inputs, jobs)

    def _recalled(self, given: Iterable[Given]) -> Iterator[Given]:
        """What earlier runs kept is taken here: no process is started for what is there already."""
        for each in given:
            yield (self._extractor.recall(each) or each) if isinstance(each, Loaded) else each

    def _extract_in_pool(self, inputs: Iterator[Given], jobs: int) -> Iterator[Extraction | ErrorRecord]:
        self._on_load()
        pool = Pool(RowSettings(self._extractor.settings).to_text(), jobs, max_seconds=self._max_seconds)
        for row in pool.rows(inputs):
            yield record_of(row)


def default_jobs() -> int:
    """How many processes there are where nobody says: one for each core, as far as memory reaches."""
    if not hasattr(os, "sysconf"):
        return cores()
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return max(1, min(cores(), memory // PROCESS_BYTES))


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _look_ahead(
    inputs: Iterator[Given],
) -> tuple[list[Given], bool]:
    """The first inputs, up to where there is enough to read for several processes; and whether there is."""
    first: list[Given] = []
    chars = 0
    for each in inputs:
        first.append(each)
        if isinstance(each, Loaded):
            chars += len(each.article.text or "")
            if chars >= ENOUGH_CHARS:
                return first, True
    return first, False
