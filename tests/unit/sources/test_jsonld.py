"""What pages say of themselves in JSON-LD."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.sources import Details
from claimx.sources.jsonld import read_json_ld

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Ferry &amp; tug sink",
    "datePublished": "2031-05-04T23:30:00-05:00",
    "dateModified": "2031-05-09",
    "publisher": {"@type": "Organization", "name": "The Harbour Post"},
    "url": "https://harbour.example/ferry",
}
OTHER = {**ARTICLE, "headline": "Fares rise", "url": "https://harbour.example/fares"}
READ = ("The Harbour Post", "Ferry & tug sink", "https://harbour.example/ferry", "2031-05-04")


def told(*values: object, title: str | None = None, url: str | None = None) -> tuple[str | None, ...]:
    scripts = "".join(f'<script data-x="1" type="application/ld+json">{json.dumps(value)}</script>' for value in values)
    said = read_json_ld(f"<html><head>{scripts}</head></html>", title, url)
    return (said.source, said.title, said.url, said.published)


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Site"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["ReportageNewsArticle", "Thing"]},
        {**ARTICLE, "publisher": [{"name": "The Harbour Post"}]},
        {**ARTICLE, "publisher": "The Harbour Post"},
    ],
)
def test_an_article_in_its_usual_places(value):
    assert told(value) == READ


def test_of_several_articles_that_of_the_page_is_taken():
    assert told(OTHER, ARTICLE, title="Ferry & tug sink") == READ
    assert told(OTHER, ARTICLE, url="https://harbour.example/ferry") == READ
    assert told(OTHER, ARTICLE) == (None, None, None, None)


def test_two_articles_without_an_address_are_not_that_of_a_page_without_one():
    bare = [{key: value for key, value in each.items() if key != "url"} for each in (OTHER, ARTICLE)]
    assert told(*bare, title="Boats are late") == (None, None, None, None)
    assert told(*({"@type": "Article"} for _ in range(2))) == (None, None, None, None)


def test_scripts_that_are_never_closed_take_no_time():
    page = "<script type='application/ld+json'>" * 5_000 + "{}" * 200_000

    assert read_json_ld(page, None, None) == Details(origin="metadata")


@pytest.mark.parametrize(
    "value", [{}, [], 7, "NewsArticle", {"@type": "Organization", "name": "X"}, {"itemListElement": [ARTICLE]}]
)
def test_nothing_is_said_of_the_article(value):
    assert told(value) == (None, None, None, None)


@pytest.mark.parametrize("published", ["yesterday", "", None, 2031, ["2031-05-04"]])
def test_a_date_that_is_none_is_left_out(published):
    assert told({**ARTICLE, "datePublished": published})[3] is None


@settings(max_examples=30)
@given(
    st.recursive(
        st.none() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["@type", "@graph", "mainEntity", "publisher", "name", "headline"]), inner
            )
        ),
    )
)
def test_any_value_is_read(value):
    told(value, {"@type": "Article", "publisher": value, "headline": value})


@pytest.mark.parametrize("script", ["{broken", "[" * 50_000, "\ud800", '{"@type": "NewsArticle", "headline": "a\nb"}'])
def test_broken_json_is_passed_over(script):
    said = read_json_ld(f"<script type='application/ld+json'>{script}</script>", None, None)

    assert said in (Details(origin="metadata"), Details(origin="metadata", title="a\nb"))
