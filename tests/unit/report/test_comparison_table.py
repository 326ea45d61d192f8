"""What the terminal table must do with records that are incomplete or hostile."""

import re
import unicodedata

import pytest
from golden import flood
from hypothesis import given
from hypothesis import strategies as st

from claimx.records import Comparison, GroupScope, Producer
from claimx.report.summary import statistics_lines
from claimx.report.table import render_comparison, render_extractions

EMPTY = Comparison(producer=Producer(version="0"), articles=())


def test_nothing_found_is_said_in_one_line() -> None:
    assert render_comparison(EMPTY, (), width=80, color=False) == "\n0 articles, 0 figures, 0 groups, 0 findings\n"
    assert render_extractions((), width=80, color=False) == "0 articles, 0 figures, 0 quotes, 0 speakers\n"


@pytest.mark.parametrize("width", [-1, 0, 1, 39])
def test_terminal_that_reports_no_width_is_narrow(width: int) -> None:
    assert render_comparison(EMPTY, (), width=width, color=False) == render_comparison(EMPTY, (), width=40, color=False)


def test_figures_of_articles_that_are_not_given_are_shown_by_their_numbers() -> None:
    found = flood.extractions()
    shown = render_comparison(flood.comparison(found), (), width=120, color=False)
    assert "Radio Litoral" in shown
    assert "200 + 110 = 310" in shown
    assert "not in the articles given" in shown


def test_worst_verdict_comes_first_whatever_the_order_of_the_groups() -> None:
    found = flood.extractions()
    comparison = flood.comparison(found)
    turned = comparison.model_copy(update={"groups": comparison.groups[::-1]})
    assert render_comparison(turned, found, width=80, color=False).startswith("CANNOT BOTH HOLD")


def test_findings_that_a_baseline_hides_are_counted_only() -> None:
    found = flood.extractions()
    shown = render_comparison(flood.comparison(found), found, width=80, color=False)
    assert shown.count("error CX101") == 1
    assert shown.endswith("1 finding (1 error), 1 hidden by the baseline\n")


def test_some_findings_may_be_shown_and_all_are_counted() -> None:
    found = flood.extractions()
    comparison = flood.comparison(found)
    shown = render_comparison(comparison, found, width=80, color=False, most=0)
    assert "error CX101" not in shown
    assert "1 finding more, not shown" in shown
    assert shown.endswith("1 finding (1 error), 1 hidden by the baseline\n")
    assert "more, not shown" not in render_comparison(comparison, found, width=80, color=False, most=1)


def test_statistics_count_the_findings_of_each_code() -> None:
    comparison = flood.comparison(flood.extractions())
    assert list(statistics_lines(comparison)) == ["CX101  1 error: figures of two articles cannot both hold"]


@given(st.text(st.characters(codec=None)), st.integers(-5, 300))
def test_no_text_steers_the_terminal(text: str, width: int) -> None:
    found = flood.extractions()
    comparison = flood.comparison(found)
    scope = GroupScope(who=text, where=text, event=text, when=text)
    groups = tuple(group.model_copy(update={"scope": scope, "reason": text}) for group in comparison.groups)
    articles = tuple(article.model_copy(update={"source": text, "path": text}) for article in comparison.articles)
    hostile = comparison.model_copy(update={"groups": groups, "articles": articles})
    shown = render_comparison(hostile, found, width=width, color=False)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in shown if c != "\n")
    painted = re.sub(r"\x1b\[[0-9;]*m", "", render_comparison(hostile, found, width=width, color=True))
    assert [line.rstrip() for line in painted.splitlines()] == shown.splitlines()
