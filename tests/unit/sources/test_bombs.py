"""What is small and unpacks to much, or is large in another way: refused, with what it is said."""

import bz2
import gzip
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from documents import HEADLINE, PARAGRAPHS, TEXT, assemble_pdf, make_docx, make_pdf, make_record

from claimx.errors import SourceError
from claimx.records import ErrorRecord
from claimx.sources import docx, pdf
from claimx.sources.docx import read_docx
from claimx.sources.pdf import read_pdf
from claimx.workflow.reading import ReadSettings, read_inputs


def refusal(read: Callable[[bytes, str], object], content: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(content, "bomb")
    assert "bomb" in caught.value.message
    return caught.value


def drawing(packed: bytes, filters: str = "/FlateDecode") -> bytes:
    """A PDF whose only page is drawn by a packed stream."""
    return assemble_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< /Title (x) >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Filter [{filters}] /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream",
        ]
    )


@pytest.mark.parametrize("times", [1, 2])
def test_a_pdf_whose_stream_unpacks_to_too_much(times: int) -> None:
    pytest.importorskip("pypdf")
    packed = bytes(80_000_000)
    for _ in range(times):
        packed = zlib.compress(packed, 1)

    assert refusal(read_pdf, drawing(packed, "/FlateDecode " * times)).code == "CX904"


def test_a_pdf_of_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdf")
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)

    error = refusal(read_pdf, make_pdf())

    assert error.code == "CX904"
    assert "2 pages, more than the limit of 1" in error.message


def test_a_pdf_of_too_many_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdf")
    monkeypatch.setattr(pdf, "MAX_OPERATORS", 100)

    assert "more than 100 steps" in refusal(read_pdf, drawing(zlib.compress(b"BT (31) Tj ET " * 500))).message


@pytest.mark.parametrize("loop", [b"/Kids [2 0 R", b"/Kids [5 0 R 5 0 R 2 0 R"])
def test_a_pdf_whose_pages_are_in_a_circle(loop: bytes) -> None:
    pytest.importorskip("pypdf")

    assert refusal(read_pdf, make_pdf().replace(b"/Kids [5 0 R", loop)).code == "CX917"


def test_a_docx_of_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("docx")
    monkeypatch.setattr(docx, "MAX_PARTS", 3)

    assert refusal(read_docx, make_docx()).code == "CX904"


def test_a_docx_of_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("docx")
    monkeypatch.setattr(docx, "MAX_UNPACKED_BYTES", 1000)

    assert refusal(read_docx, make_docx()).code == "CX904"


def test_a_docx_that_says_it_is_small() -> None:
    """No more than a part declares is unpacked of it; that the sum is wrong then is an error."""
    pytest.importorskip("docx")
    size = 30_000_000
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(make_docx())) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in made.infolist():
            body = b" " * size if part.filename == "word/document.xml" else made.read(part)
            archive.writestr(part.filename, body)
    content = out.getvalue().replace(struct.pack("<L", size), struct.pack("<L", 100))

    assert refusal(read_docx, content).code == "CX917"


def test_an_archive_within_a_docx_stays_packed() -> None:
    pytest.importorskip("docx")
    inner, outer = io.BytesIO(), io.BytesIO(make_docx())
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(200_000_000 // 100))
    with zipfile.ZipFile(outer, "a") as archive:
        archive.writestr("word/embeddings/bomb.docx", inner.getvalue())

    assert PARAGRAPHS[0] in read_docx(outer.getvalue(), "story.docx").text


def test_a_docx_for_which_memory_does_not_suffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library for XML says it with a number alone."""
    library = pytest.importorskip("docx")
    etree = pytest.importorskip("lxml.etree")
    content = make_docx()

    def fail(*_: object) -> None:
        raise etree.XMLSyntaxError("unknown error", etree.ErrorTypes.ERR_NO_MEMORY, 0, 0)

    monkeypatch.setattr(library, "Document", fail)

    with pytest.raises(MemoryError):
        read_docx(content, "story.docx")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(name: str, content: bytes) -> list[object]:
    Path(name).write_bytes(content)
    return list(read_inputs([name], ReadSettings()))


LONG = 30_000_000


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bomb.txt.gz", b"Nine men drowned.".ljust(LONG)),
        ("bomb.html.gz", b"<p>Nine men drowned.".ljust(LONG)),
        ("bomb.jsonl.gz", b'{"text": "Nine men drowned."}\n'.ljust(LONG)),
        ("bomb.json.gz", b'[{"text": "Nine men drowned."}]'.ljust(LONG)),
        ("bomb.rss.gz", b"<rss><channel>".ljust(LONG)),
        ("bomb.warc.gz", make_record(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + bytes(LONG))),
        ("bomb.docx.gz", b"PK\x03\x04word/".ljust(LONG)),
        ("bomb.pdf.gz", b"%PDF-1.4\n".ljust(LONG)),
    ],
)
def test_every_format_is_bounded_when_it_is_packed(name: str, content: bytes) -> None:
    *_, last = read(name, gzip.compress(content))

    assert isinstance(last, ErrorRecord)
    assert last.code == "CX904"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("packed", "said"),
    [
        (gzip.compress(gzip.compress(TEXT.encode())), "gzip"),
        (gzip.compress(make_docx())[:-9], "too early"),
        (bz2.compress(TEXT.encode()), "bzip2"),
        (lzma.compress(TEXT.encode()), "xz"),
        (b"\x28\xb5\x2f\xfd\x04\x58" + TEXT.encode(), "Zstandard"),
        (b"7z\xbc\xaf\x27\x1c" + TEXT.encode(), "7z"),
    ],
)
def test_what_is_packed_twice_or_otherwise_is_said(packed: bytes, said: str) -> None:
    [error] = read("story", packed)

    assert isinstance(error, ErrorRecord)
    assert said in error.message
    assert HEADLINE not in error.message
