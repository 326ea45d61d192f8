"""What is made of the figures of two programs."""

import pytest

from bench.peer_readers import read_all
from bench.peers import lead


def share(counts: list[dict[str, object]]) -> dict[str, float | None]:
    return {"right": sum(float(str(each["right"])) for each in counts) / len(counts)}


def counts(right: int, of: int) -> list[dict[str, object]]:
    return [{"right": int(number < right)} for number in range(of)]


def test_a_program_that_is_always_right_wins() -> None:
    ahead = lead(share, counts(40, 40), counts(10, 40), ["right"])["right"]

    assert isinstance(ahead, dict)
    assert ahead["by"] == pytest.approx(0.75)
    assert ahead["win"] is True
    assert 0.5 < ahead["low"] < 0.75 < ahead["high"] <= 1


def test_a_lead_that_may_be_chance_is_no_win() -> None:
    ahead = lead(share, counts(21, 40), counts(20, 40), ["right"])["right"]

    assert isinstance(ahead, dict)
    assert ahead["by"] == pytest.approx(0.025)
    assert ahead["win"] is False


def test_the_same_articles_are_drawn_for_both() -> None:
    ahead = lead(share, counts(20, 40), counts(20, 40), ["right"])

    assert ahead == {"right": {"by": 0.0, "low": 0.0, "high": 0.0, "win": False}}


def test_each_text_is_read_and_timed() -> None:
    rows = [{"id": "a", "text": "one"}, {"id": "b", "text": "two words"}]
    found = list(read_all(lambda text: {"words": len(text.split())}, rows))

    assert [each for each, _ in found] == [{"id": "a", "words": 1}, {"id": "b", "words": 2}]
    assert all(seconds >= 0 for _, seconds in found)
