"""A figure is marked inside its sentence, whatever the sentence holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.records import Span
from claimx.report.evidence import LONGEST_SIDE, mark


def sentence(text: str, start: int = 0) -> Span:
    return Span(start=start, end=start + len(text), text=text)


def test_marks_the_figure_by_offset_and_not_by_its_words() -> None:
    assert mark(103, 104, sentence("5, 5 or 6 boats sank.", 100)).plain == "5, »5« or 6 boats sank."


@pytest.mark.parametrize(("start", "end"), [(0, 3), (90, 101), (200, 201), (105, 105)])
def test_figure_outside_the_sentence_leaves_it_unmarked(start: int, end: int) -> None:
    assert mark(start, end, sentence("5 boats sank.", 100)).plain == "5 boats sank."


def test_line_breaks_and_escape_codes_are_gone() -> None:
    assert mark(6, 8, sentence("lost\n\n12\x1b[31m boats")).plain == "lost »12« boats"


def test_page_without_full_stops_is_cut_around_the_figure() -> None:
    text = "a" * 5000 + " 12 " + "b" * 5000
    shown = mark(5001, 5003, sentence(text)).plain
    assert shown.startswith("…a")
    assert shown.endswith("b…")
    assert " »12« " in shown
    assert len(shown) < 2 * LONGEST_SIDE + 20


@given(st.text(st.characters(codec=None), min_size=1), st.data())
def test_any_sentence_can_be_shown(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert "\n" not in mark(start, end, sentence(text)).plain
