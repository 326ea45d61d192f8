"""The pages of web archives."""

import gzip
import io

import pytest
from documents import ADDRESS, OUTLET, PAGE, PARAGRAPHS, make_answer, make_record, make_warc

from claimx.errors import SourceError
from claimx.records.extraction import Note
from claimx.sources import Limits, Page
from claimx.sources.warc import read_warc

pytest.importorskip("fastwarc", reason="the extra claimx[warc] is not installed")


def read(content: bytes, **limits: int) -> list[object]:
    return list(read_warc(io.BytesIO(content), "crawl.warc", Limits(**limits)))


def test_pages_are_read_and_nothing_else():
    first, second, note = read(make_warc())

    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert PARAGRAPHS[0] in first.text
    assert "14 people" in second.text
    assert first.details is not None
    assert (first.details.url, first.details.source) == (ADDRESS, OUTLET)
    assert first.details.published == "2031-05-04"
    assert isinstance(note, Note)
    assert "1 without an article" in note.message


def test_chunks_are_put_together():
    page = PAGE.encode()
    body = f"{len(page):x}\r\n".encode() + page + b"\r\n0\r\n\r\n"
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"

    [found] = read(make_record(head + body))

    assert isinstance(found, Page)
    assert PARAGRAPHS[1] in found.text


def test_a_declared_encoding_is_used():
    answer = make_answer(PAGE.replace('<meta charset="utf-8">', "").encode("cp1252"), kind="text/html; charset=cp1252")

    [page] = read(make_record(answer))

    assert isinstance(page, Page)
    assert "Ravi Ménon" in page.text


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (make_answer(b"<p>" + b"a" * 5000), "CX904"),
        (make_answer(gzip.compress(b"a" * 50_000_000), packing="gzip"), "CX904"),
        (make_answer(b"\x1f\x8b\x08no", packing="gzip"), "CX917"),
        (make_answer(b"x", packing="br"), "CX917"),
    ],
)
def test_a_page_that_cannot_be_read_is_an_error_and_the_rest_goes_on(answer, code):
    error, page = read(
        make_record(answer, "https://h.example/bad") + make_record(make_answer(PAGE.encode())), max_file_bytes=2000
    )

    assert isinstance(error, SourceError)
    assert error.code == code
    assert isinstance(page, Page)


@pytest.mark.parametrize(
    ("page", "what"), [(b"\x89PNG\r\n", "a PNG image"), (b"<p>\0", "NUL bytes"), (b"<p>" * 60_001, "tags")]
)
def test_an_error_in_a_page_names_its_archive_and_its_address(page, what):
    error, _ = read(make_record(make_answer(page), "https://h.example/bad") + make_record(make_answer(PAGE.encode())))

    assert isinstance(error, SourceError)
    assert error.message.startswith("crawl.warc: the page https://h.example/bad: ")
    assert what in error.message
    assert (error.path, error.input_id) == ("crawl.warc", "https://h.example/bad")


def test_a_record_that_is_cut_off_is_an_error():
    page, error = read(make_record(make_answer(PAGE.encode())) + make_record(make_answer(PAGE.encode()))[:-100])

    assert isinstance(page, Page)
    assert isinstance(error, SourceError)
    assert error.code == "CX917"


@pytest.mark.parametrize("content", [b"no archive at all" * 9, b"WARC/1.0\r\n" + b"junk" * 99, b"WARC/1.1\r\n\r\n"])
def test_what_is_no_archive_is_an_error(content):
    with pytest.raises(SourceError) as caught:
        read(content)

    assert caught.value.code in ("CX917", "CX907")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (make_record(make_answer(b"<html></html>")), "no page in this archive holds an article"),
        (make_record(make_answer(b"GIF8", kind="image/gif")), "there is no page"),
    ],
)
def test_an_archive_without_articles_is_an_error(content, words):
    with pytest.raises(SourceError, match=words) as caught:
        read(content)

    assert caught.value.code == "CX907"
