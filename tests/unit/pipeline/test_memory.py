"""The memory of a pipeline: nothing of an article stays after the first ones, and nothing that is found changes."""

from pathlib import Path

import pytest

from claimx.pipeline import memory
from claimx.pipeline.memory import Memory
from claimx.pipeline.read import Reader
from claimx.records import make_article

SAMPLES = [file.read_text(encoding="utf-8") for file in sorted((Path(__file__).parents[3] / "samples").glob("*.txt"))]

pytestmark = pytest.mark.model


@pytest.fixture
def warm(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """A reader that keeps nothing more."""
    monkeypatch.setattr(reader, "memory", Memory(reader.nlp, warm_up=0))
    return reader


def test_what_is_found_is_the_same(warm: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Zwetlan Orphidor of Quillmarsh said 1,207 zorblings were hurt. “Grumpfing 45% of them!”\n\n" + SAMPLES[0]
    articles = [make_article(text, title="Zwetlan hurts 1,300"), *map(make_article, SAMPLES)]
    kept_nothing = [warm.read_one(article).model_dump_json() for article in articles for _ in range(2)]
    monkeypatch.setattr(warm, "memory", Memory(warm.nlp))

    assert kept_nothing == [warm.read_one(article).model_dump_json() for article in articles for _ in range(2)]


def test_new_words_are_given_back(warm: Reader) -> None:
    warm.read_one(make_article(SAMPLES[1]))
    before = len(warm.nlp.vocab.strings)
    for number in range(5):
        warm.read_one(make_article(f"Qxarl{number} said brufful{number} was zorpled{number} by 15 men."))

    assert len(warm.nlp.vocab.strings) == before


def test_a_failure_leaves_the_pipeline_usable(warm: Reader) -> None:
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), warm.memory.article():
            raise ZeroDivisionError

    assert warm.read_one(make_article("The flood killed 14 people.")).claims


def test_the_first_words_are_kept_and_forms_are_forgotten(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST_FORMS", 0)
    kept = Memory(reader.nlp, warm_up=1)
    caches = [reader.nlp.get_pipe(name).cache for name in ("lemmatizer", "lemmas")]
    with kept.article():
        reader.nlp("Zimbrelling vorps were mulched.")
    assert "Zimbrelling" in reader.nlp.vocab.strings
    assert all(caches)
    with kept.article():
        reader.nlp("Wombrelling vorps were hulched.")

    assert "Wombrelling" not in reader.nlp.vocab.strings
    assert not any(caches)


def test_free_memory_goes_back_to_the_system_now_and_then(warm: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[int] = []
    monkeypatch.setattr(memory, "OFTEN", 3)
    monkeypatch.setattr(memory, "_trimming", lambda: lambda most: given.append(most) or 1)
    often = Memory(warm.nlp, warm_up=1)

    for _ in range(8):
        with often.article():
            pass

    assert given == [0, 0]


def test_where_the_system_has_no_such_function_nothing_is_given_back(
    warm: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "OFTEN", 1)
    monkeypatch.setattr("sys.platform", "win32")
    never = Memory(warm.nlp, warm_up=0)

    with never.article():
        pass

    assert warm.read_one(make_article("The flood killed 14 people.")).claims
