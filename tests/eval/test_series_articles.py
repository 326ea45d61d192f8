"""Articles drawn from a series of our own are judged and dated as they were made."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from series_articles import Made, make, score

from claimx.compare import compare_extractions
from claimx.records import Extraction
from claimx.sources.reference import read_reference

SEED = 11
RIGHT, ALARMS = 0.95, 0.02


@pytest.fixture(scope="module")
def made() -> Made:
    return make(SEED)


@pytest.fixture(scope="module")
def read(made: Made, extract: Callable[..., Extraction]) -> list[Extraction]:
    def details(article: object) -> dict[str, str]:
        return {name: value for name in ("id", "source", "published") if (value := getattr(article, name))}

    return [extract(truth.article.text or "", **details(truth.article)) for truth in made.truths]


@pytest.mark.model
def test_goals_are_met(made: Made, read: list[Extraction], tmp_path: Path) -> None:
    made.write(tmp_path / "series.csv")
    lines = read_reference(tmp_path / "series.csv")
    found = score(made, read, compare_extractions(read, reference=lines))
    assert found.articles == len(made.truths)
    assert found.right / found.articles >= RIGHT, found.wrong
    assert found.dated == found.undated > 0, found.wrong
    assert found.alarms / found.figures <= ALARMS, found.wrong


@pytest.mark.model
def test_another_series_is_not_right(made: Made, read: list[Extraction], tmp_path: Path) -> None:
    """The score falls where the figures are held against what they were not drawn from."""
    other = make(SEED + 1)
    other.write(tmp_path / "series.csv")
    compared = compare_extractions(read, reference=read_reference(tmp_path / "series.csv"))
    found = score(made, read, compared)
    assert found.right / found.articles < RIGHT
    assert found.dated < found.undated
    assert found.alarms > 0


def test_series_has_what_happens_to_series(made: Made) -> None:
    assert len(made.rows) == 3
    for rows in made.rows.values():
        values = list(rows.values())
        assert 700 < len(values) < 730
        assert any(later < earlier for earlier, later in pairwise(values))
    assert make(SEED).truths == made.truths
