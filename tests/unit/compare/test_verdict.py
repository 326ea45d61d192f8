import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare.figure import Figure
from claimx.compare.reading import read_figures
from claimx.compare.settings import CompareSettings
from claimx.compare.verdict import compare_figures
from claimx.records.claim import Series

SETTINGS = CompareSettings()


def figure(text: str, published: str | None, series: Series | None = None, day: str | None = None) -> Figure:
    article = make_article(text=f"The storm: {text} people.", source=f"{text} {published}", published=published)
    event = make_event(article=article, name="storm", kind="storm", from_=day)
    claim = make_claim(article=article, text=text, series=series, event=event)
    return read_figures(make_extraction(article=article, claims=[claim], events=[event]), SETTINGS)[0]


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (("1,200", "2020-03-19"), ("about 1,160", "2020-03-26"), "agree"),
        (("20", "2020-03-01"), ("31", "2020-03-05"), "update"),
        (("31", "2020-03-01"), ("20", "2020-03-05"), "conflict"),
        (("20", "2020-03-01"), ("31", "2020-03-01"), "conflict"),
        (("20", "2020-03-01"), ("31", "2020-04-01"), "conflict"),
        (("20", None), ("31", "2020-04-01"), "conflict"),
        (("at least 288", "2020-03-01"), ("over 240", "2020-03-02"), "tension"),
        (("90", "2020-03-01", "stock"), ("35", "2020-03-09", "stock"), "update"),
        (("90", "2020-03-01", "stock"), ("35", "2020-03-01", "stock"), "conflict"),
        (("90", None, "stock"), ("35", "2020-03-01", "stock"), "tension"),
        (("9,100", "2020-03-01", "cumulative"), ("12,600", "2021-03-01", "cumulative"), "update"),
        (("12,600", "2020-03-01", "cumulative"), ("9,100", "2021-03-01", "cumulative"), "conflict"),
        (("12,600", None, "cumulative"), ("9,100", "2021-03-01", "cumulative"), "tension"),
    ],
)
def test_rules_in_their_order(one: tuple[str, ...], other: tuple[str, ...], wanted: str) -> None:
    first, second = figure(*one), figure(*other)

    assert compare_figures(first, second, SETTINGS).relation == wanted
    assert compare_figures(second, first, SETTINGS) == compare_figures(first, second, SETTINGS)


def test_a_dated_event_is_settled_after_two_weeks() -> None:
    old = figure("20", "2020-03-20", day="2020-03-01")

    assert compare_figures(old, figure("31", "2020-03-14", day="2020-03-01"), SETTINGS).relation == "conflict"
    assert compare_figures(figure("20", "2020-03-02", day="2020-03-01"), old, SETTINGS).relation == "agree"
    early = figure("14", "2020-03-02", day="2020-03-01")
    assert compare_figures(early, figure("20", "2020-03-15", day="2020-03-01"), SETTINGS).relation == "update"
    assert compare_figures(early, figure("20", "2020-03-16", day="2020-03-01"), SETTINGS).relation == "conflict"


def test_an_announced_revision_is_an_update() -> None:
    article = make_article(text="Police revised the toll from 8 to 6.", source="Hill Courier", published="2020-03-04")
    old = make_claim(article=article, text="8")
    new = make_claim(article=article, text="6", supersedes=old)
    figures = read_figures(make_extraction(article=article, claims=[old, new]), SETTINGS)

    assert [each.claim.text for each in figures] == ["6"]
    assert compare_figures(figure("8", "2020-03-03"), figures[0], SETTINGS).relation == "update"
