"""Extractions that are kept: the same bytes as without, and damage that nobody notices."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from claimx.pipeline.read import Reader
from claimx.records import Article, Extraction, make_article
from claimx.sources import Loaded
from claimx.workflow import Extractor
from claimx.workflow.cache import ExtractionCache

TEXT = "“It held,” Ana Lind said in Tarn. About 1,200 people fled, 3.5% of the town, and dozens were hurt."

pytestmark = pytest.mark.model


@pytest.fixture
def article() -> Article:
    return make_article(TEXT, source="The Post", published="2031-05-04")


@pytest.fixture
def made(article: Article, reader: Reader) -> Extraction:
    return reader.read_one(article)


@pytest.fixture
def cache(tmp_path: Path) -> ExtractionCache:
    return ExtractionCache(["full"], tmp_path)


def entry(folder: Path) -> Path:
    return next(folder.glob("??/*.json"))


def test_what_is_kept_comes_back_with_the_same_bytes(
    cache: ExtractionCache, article: Article, made: Extraction
) -> None:
    assert cache.get(article) is None
    cache.put(article, made)

    found = cache.get(article)
    assert found == made
    assert found is not None
    assert found.model_dump_json() == made.model_dump_json()


@pytest.mark.parametrize(
    "other",
    [
        lambda each: each.model_copy(update={"source": "The Courier"}),
        lambda each: each.model_copy(update={"published": None}),
        lambda _: make_article(TEXT + " "),
    ],
)
def test_another_article_has_none(
    other: Callable[[Article], Article], cache: ExtractionCache, article: Article, made: Extraction
) -> None:
    cache.put(article, made)

    assert cache.get(other(article)) is None


def test_neither_have_other_settings_or_another_state(
    tmp_path: Path, cache: ExtractionCache, article: Article, made: Extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.put(article, made)

    assert ExtractionCache(["figures"], tmp_path).get(article) is None
    assert ExtractionCache(["full"], tmp_path).get(article) == made
    monkeypatch.setattr("claimx.workflow.cache.code_state", lambda: "another")
    assert ExtractionCache(["full"], tmp_path).get(article) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda content: content[:-1],
        lambda content: content.replace(b"1,200", b"1,300"),
        lambda _: b"\xff" * 64 + b"\n{}",
        lambda _: b"\n",
    ],
)
def test_a_damaged_entry_is_none_and_written_anew(
    damage: Callable[[bytes], bytes], tmp_path: Path, cache: ExtractionCache, article: Article, made: Extraction
) -> None:
    cache.put(article, made)
    file = entry(tmp_path)
    file.write_bytes(damage(file.read_bytes()))

    assert cache.get(article) is None
    cache.put(article, made)
    assert cache.get(article) == made


def a_file(folder: Path) -> Path:
    (folder / "file").write_text("")
    return folder / "file"


def a_link_to_nowhere(folder: Path) -> Path:
    (folder / "link").symlink_to(folder / "gone" / "gone")
    return folder / "link"


def a_link_to_itself(folder: Path) -> Path:
    (folder / "loop").symlink_to(folder / "loop")
    return folder / "loop"


@pytest.mark.parametrize(
    "odd",
    [
        a_file,
        lambda folder: a_file(folder) / "below",
        a_link_to_nowhere,
        a_link_to_itself,
        lambda folder: folder / ("long" * 100),
        lambda folder: folder / "nul\0",
        lambda folder: folder / "half \ud800",
        lambda _: Path(os.devnull) / "below",
    ],
)
def test_a_folder_that_is_none_stops_nothing(
    odd: Callable[[Path], Path], tmp_path: Path, article: Article, made: Extraction
) -> None:
    cache = ExtractionCache([], odd(tmp_path))
    cache.put(article, made)

    assert cache.get(article) in (None, made)  # what can be made is made


def test_what_stands_where_an_entry_would_stops_nothing(
    tmp_path: Path, cache: ExtractionCache, article: Article, made: Extraction
) -> None:
    cache.put(article, made)
    file = entry(tmp_path)
    file.unlink()
    file.mkdir()
    cache.put(article, made)

    assert cache.get(article) is None


def test_what_may_only_be_read_is_read(
    cache: ExtractionCache, article: Article, made: Extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.put(article, made)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("claimx.workflow.cache.os.utime", refuse)

    assert cache.get(article) == made


def test_an_article_that_has_no_name_is_read_anew(cache: ExtractionCache, made: Extraction) -> None:
    odd = make_article("Rain fell.").model_copy(update={"source": "half \ud800"})
    cache.put(odd, made)

    assert cache.get(odd) is None


def test_a_state_that_cannot_be_told_stops_nothing(
    tmp_path: Path, article: Article, made: Extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> str:
        raise FileNotFoundError

    monkeypatch.setattr("claimx.workflow.cache.code_state", fail)
    cache = ExtractionCache([], tmp_path)
    cache.put(article, made)

    assert cache.get(article) is None


def test_the_oldest_go_when_all_are_too_large(tmp_path: Path, article: Article, made: Extraction) -> None:
    size = len(made.model_dump_json())
    for number in range(6):
        ExtractionCache([number], tmp_path).put(article, made)
        for file in tmp_path.glob("??/*.json"):
            os.utime(file, ns=(file.stat().st_mtime_ns - 10**9,) * 2)  # a second passes
    ExtractionCache(["last"], tmp_path, most_bytes=4 * size).put(article, made)

    kept = [number for number in range(6) if ExtractionCache([number], tmp_path).get(article)]
    assert kept == [4, 5]
    assert ExtractionCache(["last"], tmp_path).get(article) == made
    assert not list(tmp_path.glob("??/*.part"))


def test_a_second_run_loads_no_pipeline(
    article: Article, made: Extraction, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads: list[object] = []

    def load(*given: object, **_: object) -> Reader:
        loads.append(given)
        return reader

    monkeypatch.setattr("claimx.workflow.extractor.load_reader", load)
    first, second, third = (
        Extractor(cached=cached, quantities=True).extract(Loaded(article)) for cached in (True, True, False)
    )

    assert first == second == third == made
    assert len(loads) == 2


def test_another_model_is_not_kept() -> None:
    assert not Extractor(model="other", cached=True).settings.cached


def test_the_tagger_reads_only_all_of_an_article() -> None:
    assert not Extractor(tier="figures").settings.tagger
    assert Extractor().settings.tagger
