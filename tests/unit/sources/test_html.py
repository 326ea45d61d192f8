"""Articles of web pages."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.errors import SourceError
from claimx.sources.html import read_html

PAGE = """<!doctype html><html lang="en"><head><meta charset="{charset}">
<title>Ferry sinks off Corunda | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2031-05-04T09:10:00+02:00">
<link rel="canonical" href="https://harbour.example/ferry"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Ferry sinks off Corunda</h1>
<p>At least 31 people were killed when a ferry sank off the coast on Sunday, the coast guard said.</p>
<p>Another 12 were injured. “We are still searching,” said Ravi Ménon, its spokesman.</p></article>
<footer>Copyright 2024 The Harbour Post</footer></body></html>"""


def test_the_article_is_found_with_what_the_page_says_of_it():
    page = read_html(PAGE.format(charset="utf-8").encode(), "ferry.html")

    assert "At least 31 people were killed" in page.text
    assert "Sport" not in page.text
    assert "Copyright" not in page.text
    assert page.details is not None
    assert page.details.origin == "metadata"
    assert (page.details.published, page.details.source) == ("2031-05-04", "The Harbour Post")
    assert page.details.title == "Ferry sinks off Corunda"
    assert page.details.url == "https://harbour.example/ferry"
    assert page.notes == ()


def test_a_declared_encoding_is_used_and_noted():
    page = read_html(PAGE.format(charset="iso-8859-1").encode("cp1252"), "ferry.html")

    assert "“We are still searching,” said Ravi Ménon" in page.text
    assert [note.code for note in page.notes] == ["CX905"]


def test_a_date_far_ahead_of_the_clock_is_kept():
    page = read_html(PAGE.format(charset="utf-8").replace("2031-05-04", "2088-05-04").encode(), "ferry.html")

    assert page.details is not None
    assert page.details.published == "2088-05-04"


@pytest.mark.parametrize(
    "content",
    [b"<html></html>", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", b"<p>", b"<!doctype html>"],
)
def test_a_page_without_an_article_is_an_error(content):
    with pytest.raises(SourceError, match="no article was found") as caught:
        read_html(content, "empty.html")

    assert caught.value.code == "CX907"


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<div", ">", "<table>", "<!--", "&#0;", "&bad;", "word ", "<html>"])))
def test_any_markup_is_a_page_or_a_claimx_error(pieces):
    with suppress(SourceError):
        assert read_html("".join(pieces).encode(), None).text
