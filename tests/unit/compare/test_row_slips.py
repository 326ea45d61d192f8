"""Rows that look like slips, and those that are only real."""

from pathlib import Path

import pytest
from series_articles import make

from claimx.compare.row_slips import find_row_slips
from claimx.records.reference import ReferenceLine
from claimx.sources.reference import read_reference


def slips(*values: int) -> list[tuple[int, int]]:
    lines = [
        ReferenceLine(file="a.csv", row=day, date=f"2031-05-{day:02}", metric="killed", place="Orsa", value=value)
        for day, value in enumerate(values, 1)
    ]
    return [(int(slip.row.value), int(slip.meant)) for slip in find_row_slips(lines)]


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ((4229, 4327, 4241), [(4327, 4237)]),
        ((4229, 4073, 4741), [(4073, 4703)]),
        ((412, 4150, 418), [(4150, 415)]),
        ((4120, 415, 4180), [(415, 4150)]),
        ((4229, 4237, 4241), []),
        ((4229, 4600, 4241), []),
        ((4229, 4237, 4102, 4110), []),
        ((4229, 4229, 4229), []),
        ((4229,), []),
    ],
)
def test_slips(values: tuple[int, ...], wanted: list[tuple[int, int]]) -> None:
    assert slips(*values) == wanted


def test_swaps_of_a_made_series_are_found_and_its_revisions_are_not(tmp_path: Path) -> None:
    made = make(3)
    made.write(tmp_path / "series.csv")
    found = find_row_slips(read_reference(tmp_path / "series.csv"))
    assert 0 < len(found) <= len(made.rows)
