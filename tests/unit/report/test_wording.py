"""Words for records."""

from decimal import Decimal

import pytest

from claimx.records import Article, Group, GroupScope, make_article
from claimx.records.group import Verdict
from claimx.report.wording import (
    VERDICTS,
    count_of,
    date_of,
    metric_in_words,
    name_of,
    number_in_words,
    reasons_in_words,
    scope_in_words,
)


@pytest.mark.parametrize(
    ("article", "name"),
    [
        (make_article("x", source="Radio Litoral", path="a/b.txt"), "Radio Litoral"),
        (make_article("x", path="a/b.txt", title="T"), "b.txt"),
        (make_article("x", title="T"), "T"),
        (make_article("x", id="a-1"), "a-1"),
    ],
)
def test_name_of(article: Article, name: str) -> None:
    assert name_of(article) == name


def test_date_of() -> None:
    assert date_of(make_article("x", published="2031-04-02T10:00:00Z")) == "2031-04-02"
    assert date_of(make_article("x")) == "undated"


@pytest.mark.parametrize(
    ("metric", "unit", "shown"),
    [
        ("hostages_taken", "people", "hostages taken"),
        ("count", "camp", "count: camp"),
        ("money", "USD", "money: USD"),
        ("measure", "", "measure"),
    ],
)
def test_metric_in_words(metric: str, unit: str, shown: str) -> None:
    assert metric_in_words(metric, unit) == shown


@pytest.mark.parametrize(
    ("value", "low", "high", "shown"),
    [
        (12407, 12407, 12407, "12,407"),
        (None, 12, 99, "12 to 99"),
        (None, 1200, None, "1,200 or more"),
        (None, None, 0, "up to 0"),
        (None, None, None, "an unknown number"),
    ],
)
def test_number_in_words(value: int | None, low: int | None, high: int | None, shown: str) -> None:
    assert number_in_words(*(None if n is None else Decimal(n) for n in (value, low, high))) == shown


def test_reasons_in_words_are_counted_the_commonest_first() -> None:
    reasons = {"event differs": 2, "metric differs": 1204, "place unsure": 2, "size unsure": 1, "a new reason": 1}
    assert reasons_in_words(reasons) == (
        "1,204 of two metrics, 2 of other events, 2 perhaps in other places, 1 a new reason, "
        "1 of sizes too far apart to be one count for sure"
    )


def test_count_of() -> None:
    assert [count_of(number, "pair") for number in (0, 1, 2)] == ["0 pairs", "1 pair", "2 pairs"]


def group(verdict: Verdict, **scope: str) -> Group:
    return Group(
        id="g",
        metric="killed",
        unit="people",
        scope=GroupScope(**scope),
        verdict=verdict,
        dated=True,
        independent_sources=1,
        members=(),
        reason="",
    )


def test_scope_says_each_thing_once() -> None:
    assert scope_in_words(group("agree", who="people", where="Faro", event="faro")) == "people · Faro"
    assert scope_in_words(group("agree")) == ""


def test_every_verdict_has_words_that_judge_nobody() -> None:
    assert set(VERDICTS) == {"conflict", "tension", "update", "agree", "single"}
    assert not any(word in shown.casefold() for shown in VERDICTS.values() for word in ("false", "wrong", "true"))
