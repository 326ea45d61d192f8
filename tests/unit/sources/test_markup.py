"""Pieces of HTML into text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.sources.markup import text_of


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>At least 31 died.</p><p>12 hurt.</p>", "At least 31 died.\n\n12 hurt."),
        ("At least&nbsp;31 <b>died</b>.", "At least\xa031 died."),
        ("<ul><li>31 dead</li><li>12 hurt</li></ul>", "31 dead\n\n12 hurt"),
        ("31\n  dead<br>12 hurt", "31 dead\n\n12 hurt"),
        ("<p>31 dead</p><script>var x = 99</script><style>p {}</style>tail", "31 dead\n\ntail"),
        ("<!-- 99 -->31", "31"),
        ("12 &lt; 31 &amp; 5", "12 < 31 & 5"),
        ("5 < 6", "5 < 6"),
        ("", ""),
        ("<script>1</script>", ""),
        ("1\u202f160 people", "1\u202f160 people"),
    ],
)
def test_text(markup, expected):
    assert text_of(markup) == expected


def test_a_long_run_of_blanks_takes_no_time():
    assert text_of("<p>31" + "<i> </i>" * 60_000 + "died") == "31" + " " * 60_000 + "died"


@given(st.text(alphabet="<>/pbrdiv&;#x0 \n!-\0\ud800", max_size=60))
def test_any_markup_is_text(markup):
    assert isinstance(text_of(markup), str)
