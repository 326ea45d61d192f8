"""Nothing that an article holds may steer the terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.report.sanitize import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("12 dead", "12 dead"),
        ("12\n\tdead  ", "12 dead"),
        ("\x1b[2J\x1b[1;31m12\x1b[0m dead", "12 dead"),
        ("\x1b]0;new title\x0712 dead", "12 dead"),
        ("\x1b]8;;http://evil.example\x1b\\12 dead\x1b]8;;\x1b\\", "12 dead"),
        ("\x9b31m12 dead", "12 dead"),
        ("\x1bc12 dead", "12 dead"),
        ("12 \u202edead\u202c", "12 dead"),
        ("\u2066\u2067\u200f12\u200b\ufeff dead", "12 dead"),
        ("1\b2 dead\x00", "12 dead"),
        ("12\u2028dead\u2029", "12 dead"),
        ("46\u202f000", "46 000"),
        ("\ud800 dead", "\ufffd dead"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("[bold]12[/bold] :skull:", "[bold]12[/bold] :skull:"),
    ],
)
def test_shows_the_same_words(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text(st.characters(codec=None)))
def test_any_text_is_safe_and_stays_as_it_is_the_second_time(text: str) -> None:
    shown = printable(text)
    assert not any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in shown)
    assert printable(shown) == shown
    shown.encode("utf-8")
