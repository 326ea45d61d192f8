"""The invented news that comparing is measured on."""

from collections import Counter

import pytest

from bench.news import CLAIMS_OF_AN_ARTICLE, HOT, extractions
from claimx.compare import compare_extractions
from claimx.records.extraction import Extraction

CLAIMS = 200


@pytest.fixture(scope="module")
def made() -> list[Extraction]:
    """Extractions; that they are valid says that every span holds its text and every id is known."""
    return [Extraction.model_validate(each) for each in extractions(CLAIMS)]


def test_there_are_as_many_claims_as_asked_for(made: list[Extraction]) -> None:
    assert CLAIMS * 0.9 < sum(len(each.claims) for each in made) < CLAIMS * 1.1


def test_a_twentieth_is_about_one_event(made: list[Extraction]) -> None:
    hot = [each for each in made if each.article.id.startswith("n0-")]
    assert len(hot) == round(CLAIMS / CLAIMS_OF_AN_ARTICLE * HOT)


def test_no_text_comes_twice(made: list[Extraction]) -> None:
    assert len({each.article.text_sha256 for each in made}) == len(made)


def test_the_same_number_gives_the_same_news() -> None:
    assert list(extractions(60)) == list(extractions(60))


def test_comparing_them_finds_all_there_is_to_find(made: list[Extraction]) -> None:
    compared = compare_extractions(made)
    verdicts = Counter(group.verdict for group in compared.groups)
    assert {"agree", "update", "conflict", "single"} <= set(verdicts)
    assert {"CX101", "CX402", "CX404"} <= {finding.code for finding in compared.findings}
    assert max(len(group.members) for group in compared.groups) > 1
