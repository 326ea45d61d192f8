"""An address among the inputs: what comes back is read by what the server calls it."""

import json
from collections.abc import Iterator

import pytest
from documents import JSONL, OUTLET, PAGE, PARAGRAPHS, RSS, TEXT, make_docx, make_pdf
from local_server import Handler, serving

from claimx.records import ErrorRecord
from claimx.sources import Details, Limits, Loaded
from claimx.sources.formats import DOCX_TYPE
from claimx.workflow.reading import ReadSettings, read_inputs


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving() as address:
        yield address


def read(address: str, body: bytes, kind: str, **settings: object) -> list[object]:
    Handler.answers["/" + address.rpartition("/")[2]] = (200, {"Content-Type": kind} if kind else {}, body)
    return list(read_inputs([address], ReadSettings(**settings)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "kind", "content", "extra"),
    [
        ("story", "text/html; charset=utf-8", PAGE.encode, None),
        ("story.pdf", "text/html", PAGE.encode, None),
        ("story", "text/plain", TEXT.encode, None),
        ("story", "application/json", JSONL.encode, None),
        ("story.jsonl", "application/octet-stream", JSONL.encode, None),
        ("story", "", PAGE.encode, None),
        ("story", "application/pdf", make_pdf, "pypdf"),
        ("story", "text/html", make_pdf, "pypdf"),
        ("story", DOCX_TYPE, make_docx, "docx"),
        ("story", "application/rss+xml", RSS.encode, "feedparser"),
        ("story", "text/xml", RSS.encode, "feedparser"),
    ],
)
def test_the_format_is_what_the_server_says(server, path, kind, content, extra):
    if extra:
        pytest.importorskip(extra)
    [found, *_] = read(f"{server}/{path}", content(), kind)

    assert isinstance(found, Loaded)
    assert PARAGRAPHS[1] in found.article.text
    assert found.article.path == f"{server}/{path}"


def test_the_address_tells_what_the_page_does_not(server):
    [text] = read(f"{server}/a", TEXT.encode(), "text/plain")
    [page] = read(f"{server}/b", PAGE.encode(), "text/html")

    assert isinstance(text, Loaded)
    assert isinstance(page, Loaded)
    assert (text.article.url, text.article.source) == (f"{server}/a", "127.0.0.1")
    assert (page.article.url, page.article.source) == (f"{server}/b", OUTLET)


def test_flags_tell_more_than_the_page(server):
    [found] = read(f"{server}/a", PAGE.encode(), "text/html", flags=Details(origin="flag", source="Another Post"))

    assert isinstance(found, Loaded)
    assert found.article.source == "Another Post"


def test_the_encoding_is_what_the_server_says(server):
    [found] = read(
        f"{server}/a", TEXT.encode("cp1251", "ignore") + "Иван".encode("cp1251"), "text/plain; charset=cp1251"
    )

    assert isinstance(found, Loaded)
    assert found.article.text.endswith("Иван")


@pytest.mark.parametrize(
    ("kind", "content", "code"),
    [("image/png", b"\x89PNG....", "CX903"), ("text/html", b"", "CX902"), ("text/html", b"<html></html>", "CX907")],
)
def test_what_holds_no_article_is_an_error(server, kind, content, code):
    [found] = read(f"{server}/a", content, kind)

    assert isinstance(found, ErrorRecord)
    assert (found.code, found.input.path) == (code, f"{server}/a")


def test_one_address_that_fails_stops_nothing(server):
    Handler.answers["/a"] = (200, {}, TEXT.encode())
    Handler.answers["/gone"] = (410, {}, b"")

    gone, found = read_inputs([f"{server}/gone", f"{server}/a"], ReadSettings(limits=Limits(max_seconds=5)))

    assert isinstance(gone, ErrorRecord)
    assert isinstance(found, Loaded)
    assert json.loads(gone.model_dump_json())["code"] == "CX916"
