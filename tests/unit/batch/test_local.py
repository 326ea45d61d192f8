"""When several processes are started, and when not."""

from collections.abc import Iterable, Iterator

import pytest
from builders import make_extraction

from claimx.batch import local
from claimx.batch.local import ENOUGH_CHARS, PooledExtractor
from claimx.batch.rows import ResultRow, row_of
from claimx.records import ErrorRecord, Extraction, make_article
from claimx.sources import Loaded
from claimx.workflow import Extractor


class Here(Extractor):
    """Reads without a pipeline; remembers the articles that begin with "old"."""

    def extract(self, loaded: Loaded) -> Extraction:
        return make_extraction(article=loaded.article)

    def recall(self, loaded: Loaded) -> Extraction | None:
        return self.extract(loaded) if (loaded.article.text or "").startswith("old") else None


@pytest.fixture
def pools(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, float | None, int]]:
    """For each pool that was started: how many processes, the limit of time, and how many articles it was given."""
    made: list[tuple[int, float | None, int]] = []

    class Pool:
        def __init__(self, _settings: str, jobs: int, *, max_seconds: float | None) -> None:
            self.jobs, self.max_seconds = jobs, max_seconds

        def rows(self, given: Iterable[Loaded | Extraction | ErrorRecord]) -> Iterator[ResultRow]:
            inputs = list(given)
            made.append((self.jobs, self.max_seconds, sum(isinstance(each, Loaded) for each in inputs)))
            for each in inputs:
                yield row_of(make_extraction(article=each.article) if isinstance(each, Loaded) else each)

    monkeypatch.setattr(local, "Pool", Pool)
    monkeypatch.setattr(local, "default_jobs", lambda: 4)
    return made


def articles(number: int, chars: int, begin: str = "new") -> list[Loaded]:
    return [Loaded(make_article(f"{begin} {n} " + "x" * chars, id=f"{begin}{n}")) for n in range(number)]


def read(given: list[Loaded], **options: float) -> list[str]:
    return [each.article.id for each in PooledExtractor(Here(), **options).extract_all(given)]


def test_little_is_read_in_this_process(pools):
    assert read(articles(3, 100)) == ["new0", "new1", "new2"]
    assert pools == []


def test_much_is_read_by_a_process_for_each_core(pools):
    assert read(articles(10, ENOUGH_CHARS // 5)) == [f"new{n}" for n in range(10)]
    assert pools == [(4, None, 10)]


def test_what_earlier_runs_kept_is_not_much(pools):
    assert len(read(articles(10, ENOUGH_CHARS // 5, "old"))) == 10
    assert pools == []


def test_a_number_of_processes_is_kept_to(pools):
    read(articles(1, 10), jobs=2)
    read(articles(10, ENOUGH_CHARS), jobs=1)

    assert pools == [(2, None, 1)]


def test_a_limit_of_time_needs_a_process(pools):
    read(articles(2, 10), jobs=1, max_seconds=60)

    assert pools == [(1, 60, 2)]


def test_one_core_starts_no_process(pools, monkeypatch):
    monkeypatch.setattr(local, "default_jobs", lambda: 1)

    assert len(read(articles(2, ENOUGH_CHARS))) == 2
    assert pools == []
