from decimal import Decimal

import pytest
from builders import make_quantity

from claimx.compare.interval import Interval, agree, possible, step, usual
from claimx.records.quantity import Comparator, Quantity

W = Decimal("0.05")


@pytest.mark.parametrize(
    ("number", "wanted"),
    [("1160", "10"), ("1200", "100"), ("5000", "1000"), ("7.4", "0.1"), ("7", "1"), ("0", "1"), ("1400000", "100000")],
)
def test_step_is_the_place_of_the_last_digit_that_is_not_zero(number: str, wanted: str) -> None:
    assert step(Decimal(number)) == Decimal(wanted)


@pytest.mark.parametrize(
    ("text", "comparator", "p", "u"),
    [
        ("52", "exact", (52, 52), (52, 52)),
        ("1,461", "exact", (1461, 1461), (1461, 1461)),
        ("1,200", "exact", (1150, 1250), (1150, 1250)),
        ("1,160", "exact", (1155, 1165), (1155, 1165)),
        ("7.4", "exact", ("7.35", "7.45"), ("7.35", "7.45")),
        ("1,160", "about", (1102, 1218), (1155, 1165)),
        ("250", "about", ("237.5", "262.5"), (245, 255)),
        ("5,000", "about", (4500, 5500), (4750, 5250)),
        ("46,000", "nearly", (43700, 46000), (45000, 46000)),
        ("130", "nearly", ("120", 130), (120, 130)),
        ("31,800", "more_than", (31800, None), (31800, 31900)),
        ("1,139", "at_least", (1139, None), (1139, 1140)),
        ("50", "at_most", (0, 50), (40, 50)),
        ("50", "less_than", (0, 50), (40, 50)),
        ("dozens", "vague", (12, None), (12, 198)),
    ],
)
def test_intervals_of_the_comparators(
    text: str, comparator: Comparator, p: tuple[object, object], u: tuple[object, object]
) -> None:
    quantity = make_quantity(text=text, comparator=comparator)

    for interval, wanted in ((possible(quantity, W), p), (usual(quantity, W), u)):
        assert (interval.low, interval.high) == tuple(None if end is None else Decimal(str(end)) for end in wanted)


def test_a_range_is_what_it_says() -> None:
    quantity = Quantity(value=None, low=Decimal(20), high=Decimal(30), comparator="between", unit="people")

    assert possible(quantity, W) == usual(quantity, W) == Interval(Decimal(20), Decimal(30))


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("1,200", "about 1,160", True),
        ("at least 1,139", "1,200", False),
        ("more than 200", "240", True),
        ("more than 200", "300", False),
        ("more than 100", "dozens", True),
        ("about 250", "around 240", False),
        ("81", "82", False),
        ("no", "0", True),
        ("dozens", "dozens", True),
        ("dozens", "hundreds", False),
    ],
)
def test_figures_agree_where_one_is_an_ordinary_meaning_of_the_other(one: str, other: str, *, wanted: bool) -> None:
    first, second = make_quantity(text=one), make_quantity(text=other)

    assert agree(first, second, W) is wanted
    assert agree(second, first, W) is wanted
