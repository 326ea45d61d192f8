"""Articles of web pages."""

import json
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


def test_the_server_is_believed_more_than_the_page():
    content = PAGE.format(charset="koi8-r").encode("cp1252")

    assert "Ravi Ménon" in read_html(content, None, "windows-1252").text


def test_json_ld_tells_outlet_headline_and_day():
    said = {
        "@type": ["NewsArticle"],
        "headline": "Ferry with 214 on board sinks",
        "datePublished": "2031-05-03T23:30:00-05:00",
        "publisher": [{"@type": "Organization", "name": "Post of the Harbour"}],
    }
    script = f'<script type="application/ld+json">{json.dumps(said)}</script></head>'
    details = read_html(PAGE.format(charset="utf-8").replace("</head>", script).encode(), None).details

    assert details is not None
    assert (details.source, details.title) == ("Post of the Harbour", "Ferry with 214 on board sinks")
    assert (details.published, details.url) == ("2031-05-03", "https://harbour.example/ferry")


@pytest.mark.parametrize(
    "markup", ["<p>word</p>" * 40_000, "<div>" * 100_000, "<a href='/'>x</a>" * 40_000, "<" * 70_000]
)
def test_a_page_of_too_many_tags_is_refused_at_once(markup):
    with pytest.raises(SourceError, match="tags") as caught:
        read_html(f"<html><body>{markup}</body></html>".encode(), "endless.html")

    assert caught.value.code == "CX904"


@pytest.mark.parametrize(
    "change",
    [
        ("</p>", ""),
        ("</article>", ""),
        ("</body></html>", "<p>At the pier"),
        ("<body>", "<body><div><div></span></table>"),
        ("</head>", "<script>if (a < b) { document.write('<p>99 people were killed</p>')</script></head>"),
        ("<p>At least", "<p>&#0;&nosuch;&amp;amp; At least"),
    ],
)
def test_a_malformed_page_is_still_read(change):
    page = read_html(PAGE.format(charset="utf-8").replace(*change).encode(), None)

    assert "31 people were killed" in page.text
    assert "99 people" not in page.text


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<div", ">", "<table>", "<!--", "&#0;", "&bad;", "word ", "<html>"])))
def test_any_markup_is_a_page_or_a_claimx_error(pieces):
    with suppress(SourceError):
        assert read_html("".join(pieces).encode(), None).text


def test_whatever_the_library_raises_the_page_has_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("trafilatura.bare_extraction", fail)

    with pytest.raises(SourceError, match="no article") as caught:
        read_html(PAGE.format(charset="utf-8").encode(), "adrift.html")

    assert caught.value.code == "CX907"
