"""What the terminal table must do with records that are incomplete or out of order."""

import pytest

from claimx.records import Comparison, Producer
from claimx.report.table import render_comparison, render_extractions

EMPTY = Comparison(producer=Producer(version="0"), articles=())


def test_nothing_found_is_said_in_one_line() -> None:
    assert render_comparison(EMPTY, (), width=80, color=False) == "\n0 articles, 0 figures, 0 groups, 0 findings\n"
    assert render_extractions((), width=80, color=False) == "0 articles, 0 figures, 0 quotes, 0 speakers\n"


@pytest.mark.parametrize("width", [-1, 0, 1, 39])
def test_terminal_that_reports_no_width_is_narrow(width: int) -> None:
    assert render_comparison(EMPTY, (), width=width, color=False) == render_comparison(EMPTY, (), width=40, color=False)
