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


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, article: Article, made: Extraction) -> None:
    (tmp_path / "file").write_text("")
    cache = ExtractionCache([], tmp_path / "file")
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

    monkeypatch.setattr("claimx.workflow.run._load", load)
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
