"""Laws of the timeline: every figure that has a number is drawn once, inside the frame, higher where it is more."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.report.html.chart import BESIDE, BOTTOM, HEIGHT, LEFT, TOP, WIDTH, Point, draw_chart

NUMBERS = st.one_of(st.none(), st.decimals(0, 10**12, allow_nan=False, allow_infinity=False, places=2))
DAYS = st.one_of(st.none(), st.dates().map(str), st.dates().map(lambda day: str(day)[:7]))


@st.composite
def points(draw: st.DrawFn) -> Point:
    value = draw(NUMBERS)
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)), key=lambda each: each if each is not None else Decimal(0))
    if value is not None:
        low, high = (min(each, value) if each is not None else None for each in (low, value)), None
        low = next(iter(low))
    return Point(draw(st.sampled_from("abc")), draw(DAYS), value, low, high, "label")


@given(st.lists(points(), max_size=12))
def test_every_figure_with_a_number_is_drawn_inside_the_frame(given_points: list[Point]) -> None:
    chart = draw_chart(given_points)
    known = [each for each in given_points if not (each.value is None and each.low is None and each.high is None)]

    assert (len(chart.marks) if chart else 0) == len(known)
    for mark in chart.marks if chart else ():
        assert LEFT <= mark.x <= WIDTH
        assert TOP <= mark.y <= HEIGHT - BOTTOM
        assert mark.top <= mark.y <= mark.bottom


@given(st.lists(st.integers(0, 10**9), min_size=2, max_size=8))
def test_more_is_higher_and_the_order_of_ticks_is_that_of_numbers(values: list[int]) -> None:
    chart = draw_chart(
        [Point("a", "2024-03-26", Decimal(value), Decimal(value), Decimal(value), "") for value in values]
    )
    assert chart

    heights = [mark.y for mark in chart.marks]
    for (one, y), (other, z) in zip(
        zip(values, heights, strict=True), list(zip(values, heights, strict=True))[1:], strict=False
    ):
        assert (y >= z) if one <= other else (y <= z)
    assert [tick.at for tick in chart.numbers] == sorted((tick.at for tick in chart.numbers), reverse=True)


def test_a_later_day_stands_further_to_the_right_and_no_day_at_the_left() -> None:
    days = ["2024-03-26", "2024-04", None]
    chart = draw_chart([Point(str(day), day, Decimal(3), Decimal(3), Decimal(3), "") for day in days])
    assert chart

    first, later, undated = (mark.x for mark in chart.marks)

    assert undated < first < later
    assert chart.undated == undated


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "9999-12", "2026", "soon", "2026-13", ""])
def test_any_day_is_drawn_or_is_none(day: str) -> None:
    chart = draw_chart([Point("a", day, Decimal(number), None, None, "") for number in (3, 4)])
    assert chart

    assert (chart.undated is None) == (day[:4].isdigit() and day != "2026-13")


def test_what_is_beyond_all_counting_is_not_drawn() -> None:
    chart = draw_chart([Point("a", None, Decimal(number), None, None, str(number)) for number in (3, 10**400)])
    assert chart

    assert [mark.label for mark in chart.marks] == ["3"]


def test_nothing_to_draw_is_no_chart() -> None:
    assert draw_chart([Point("a", "2024-03-26", None, None, None, "")]) is None


def test_an_end_beyond_the_drawing_has_no_cap() -> None:
    """900 may be 855 to 945; where the drawing ends at 920, a cap there would say that it is 920 at most."""
    wide = Point("a", "2024-03-26", Decimal(900), Decimal(855), Decimal(945), "")
    chart = draw_chart([Point("b", "2024-03-25", Decimal(842), Decimal(842), None, ""), wide])
    assert chart

    open_ended, beyond = chart.marks

    assert (beyond.capped_below, beyond.capped_above, beyond.open_above) == (True, False, False)
    assert (open_ended.capped_above, open_ended.open_above) == (False, True)


@pytest.mark.parametrize("days", [["2024-03-26"] * 3, ["2024-03-20", "2024-03-26", "2024-03-26"]])
def test_marks_of_one_place_stand_beside_one_another(days: list[str]) -> None:
    chart = draw_chart([Point("a", day, Decimal(3), Decimal(3), Decimal(3), "") for day in days])
    assert chart

    places = sorted(mark.x for mark in chart.marks)

    assert all(later - earlier >= BESIDE for earlier, later in pairwise(places))
    assert places[-1] <= WIDTH
