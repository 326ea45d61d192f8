"""The garbage collector rests while many records are made, and goes on as it was."""

import gc
from collections.abc import Iterator

import pytest
from builders import make_article, make_claim, make_extraction

from claimx.compare import compare_extractions
from claimx.records.extraction import Extraction
from claimx.uncollected import uncollected


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.enable()


def test_the_collector_rests_and_goes_on() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_goes_on_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), uncollected():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_a_collector_that_was_at_rest_stays_so() -> None:
    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()


def drowned(number: int) -> Extraction:
    article = make_article(text=f"Off Brenna {number} men drowned.", source=f"Post {number}")
    return make_extraction(article=article, claims=[make_claim(article=article, text=str(number), who="men")])


def test_the_collector_works_while_the_caller_makes_what_is_compared() -> None:
    seen: list[bool] = []

    def given(number: int) -> Iterator[Extraction]:
        seen.append(gc.isenabled())
        yield drowned(number)

    compare_extractions(given(9), drafts=given(12))

    assert seen == [True, True]
    assert gc.isenabled()


def test_comparing_leaves_no_cycles() -> None:
    given = [drowned(9), drowned(12)]
    compare_extractions(given)
    gc.collect()
    with uncollected():
        compare_extractions(given)
        assert gc.collect() == 0


def test_what_stays_for_good_is_not_looked_at_again() -> None:
    frozen = gc.get_freeze_count()
    with uncollected(for_good=True):
        assert not gc.isenabled()
    try:
        assert gc.get_freeze_count() > frozen
        assert gc.isenabled()
    finally:
        gc.unfreeze()
