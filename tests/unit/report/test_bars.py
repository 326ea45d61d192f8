"""Bars of figures: one scale for all, the number where it belongs, open ends told from closed ones."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.report.bars import Extent, draw_bars


def extent(value: int | None, low: int | None, high: int | None) -> Extent:
    return Extent(*(None if each is None else Decimal(each) for each in (value, low, high)))


def exact(value: int) -> Extent:
    return extent(value, value, value)


@pytest.mark.parametrize(
    ("extents", "bars"),
    [
        ([exact(10), exact(20)], ["·●··········", "··········●·"]),
        ([exact(7), exact(7)], ["······●·····", "······●·····"]),
        ([extent(10, 10, None), exact(19)], ["·●─────────>", "··········●·"]),
        ([extent(20, 20, None), exact(10)], ["··········●>", "·●··········"]),
        ([extent(20, None, 20), exact(10)], ["<─────────●·", "·●··········"]),
        ([extent(15, 12, 18), exact(10), exact(19)], ["···├──●──┤··", "·●··········", "··········●·"]),
        ([extent(None, 12, 99), exact(100)], ["·├────────┤·", "··········●·"]),
        ([extent(10, 1, 900), exact(20)], ["·├───●─────>", "··········●·"]),
        ([extent(None, None, None), exact(3)], ["", "······●·····"]),
        ([extent(None, None, None)], [""]),
    ],
)
def test_bars(extents: list[Extent], bars: list[str]) -> None:
    assert list(draw_bars(extents, 12)) == bars


def test_no_bar_where_there_is_no_room() -> None:
    assert draw_bars([exact(1), exact(2)], 0) == ("", "")


NUMBERS = st.one_of(st.none(), st.decimals(-(10**12), 10**12, allow_nan=False, places=2))


@given(st.lists(st.builds(Extent, NUMBERS, NUMBERS, NUMBERS), max_size=8), st.integers(3, 40))
def test_any_figures_are_drawn_in_the_width_given(extents: list[Extent], width: int) -> None:
    assert all(len(bar) in (0, width) for bar in draw_bars(extents, width))


@given(st.lists(st.integers(0, 10**9), min_size=2, max_size=8), st.integers(3, 40))
def test_more_stands_further_to_the_right(values: list[int], width: int) -> None:
    places = [bar.index("●") for bar in draw_bars([exact(value) for value in values], width)]

    assert [place for _, place in sorted(zip(values, places, strict=True))] == sorted(places)
