"""Read articles on this machine, in one process or in several: the same records in the same order."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from claimx.batch.extracting import RowSettings
from claimx.batch.machine import default_jobs
from claimx.batch.pool import Pool
from claimx.batch.rows import record_of
from claimx.lexicon.packs import Pack
from claimx.records import ErrorRecord, Extraction
from claimx.sources import Loaded
from claimx.workflow import Extractor

Given = Loaded | Extraction | ErrorRecord

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
