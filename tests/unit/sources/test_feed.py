"""The articles of feeds."""

import io

import pytest
from documents import ADDRESS, ATOM, HEADLINE, OUTLET, PARAGRAPHS, RSS

from claimx.errors import SourceError
from claimx.records.extraction import Note
from claimx.sources import Limits, Page
from claimx.sources.feed import read_feed

pytest.importorskip("feedparser", reason="the extra claimx[feeds] is not installed")

BODY = "\n\n".join(PARAGRAPHS)
EMPTY = "<rss version='2.0'><channel><title>T</title>{}</channel></rss>"
LONG = "The coast guard counted 31 dead and 12 injured after the ferry went down. " * 6


def read(content: str, **limits: int) -> list[object]:
    return list(read_feed(io.BytesIO(content.encode()), "feed.rss", Limits(**limits)))


def test_an_entry_of_rss_with_its_article():
    page, note = read(RSS)

    assert isinstance(page, Page)
    assert page.text == BODY
    assert page.details is not None
    assert (page.details.id, page.details.source, page.details.url) == ("post-17", OUTLET, ADDRESS)
    assert (page.details.title, page.details.published) == (HEADLINE, "Sun, 04 May 2031 09:10:00 +0200")
    assert isinstance(note, Note)
    assert (note.code, "1 with a link" in note.message) == ("CX914", True)


def test_an_entry_of_atom_with_its_article():
    [page] = read(ATOM)

    assert isinstance(page, Page)
    assert page.text == BODY
    assert page.details is not None
    assert (page.details.id, page.details.published) == ("urn:post-17", "2031-05-04T09:10:00+02:00")


def test_a_long_description_is_the_article():
    [page] = read(EMPTY.format(f"<item><description>{LONG}</description></item>"))

    assert isinstance(page, Page)
    assert page.text == LONG.strip()


@pytest.mark.parametrize("item", ["<description>Short.</description>", f"<description>{LONG} …</description>", ""])
def test_a_feed_of_links_alone_is_an_error_that_says_what_to_do(item):
    with pytest.raises(SourceError, match="none of its 1 entries holds an article") as caught:
        read(EMPTY.format(f"<item><link>https://h.example/1</link>{item}</item>"))

    assert caught.value.code == "CX907"
    assert "links are not followed" in caught.value.remedy


@pytest.mark.parametrize("content", ["<opml></opml>", "31 people died.", "<rss", "<feed><entry>"])
def test_what_is_no_feed_is_an_error(content):
    with pytest.raises(SourceError) as caught:
        read(content)

    assert caught.value.code in ("CX917", "CX907")


def test_entities_are_refused():
    bomb = "<!DOCTYPE r [<!ENTITY a '" + "x" * 90 + "'><!ENTITY b '&a;&a;&a;'>]>" + RSS.partition("?>")[2]

    with pytest.raises(SourceError, match="entities"):
        read(bomb)


def test_a_feed_that_is_too_large_is_refused():
    with pytest.raises(SourceError, match="larger than the limit") as caught:
        read(RSS, max_file_bytes=100)

    assert caught.value.code == "CX904"
