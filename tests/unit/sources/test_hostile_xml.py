"""XML that means harm: entities that multiply, and entities that are files, in each encoding."""

import io
import time
import zipfile
from pathlib import Path

import pytest

from claimx.errors import SourceError
from claimx.records import Note
from claimx.sources import Limits, Page
from claimx.sources.docx import read_docx
from claimx.sources.feed import read_feed
from claimx.sources.markup import text_of
from fuzz.targets.docx import RELATIONS, TYPES

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
MANY = f'<!DOCTYPE rss [<!ENTITY l0 "haha">{LAUGHS}]>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def feed(doctype: str, entity: str, encoding: str) -> bytes:
    words = "Nine people were killed on Monday. " * 20
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>{doctype}<rss version="2.0"><channel><title>Post</title><item>'
        f"<title>Crane falls</title><description>{words}&{entity};</description></item></channel></rss>"
    ).encode(encoding)


def texts_of_feed(content: bytes) -> list[str]:
    pytest.importorskip("feedparser")
    try:
        given = list(read_feed(io.BytesIO(content), "feed.rss", Limits()))
    except SourceError:
        return []
    assert all(isinstance(each, Page | Note | SourceError) for each in given)
    return [each.text for each in given if isinstance(each, Page)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32"])
def test_entities_do_not_multiply_in_a_feed(encoding: str) -> None:
    began = time.process_time()

    assert all(len(text) < 5000 for text in texts_of_feed(feed(MANY, "l11", encoding)))
    assert time.process_time() - began < 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_entity_is_no_file_in_a_feed(tmp_path: Path, encoding: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("sesame")
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'

    assert not any("sesame" in text for text in texts_of_feed(feed(doctype, "x", encoding)))


@pytest.mark.parametrize("entity", ["l11", "x"])
def test_entities_are_nothing_in_a_document(tmp_path: Path, entity: str) -> None:
    pytest.importorskip("docx")

    secret = tmp_path / "secret"
    secret.write_text("sesame")
    doctype = f'<!DOCTYPE a [<!ENTITY l0 "haha">{LAUGHS}<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    words = f"<w:p><w:r><w:t>Nine &{entity};</w:t></w:r></w:p>"
    body = f'{doctype}<w:document xmlns:w="{WORD}"><w:body>{words}</w:body></w:document>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in (("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", body)):
            archive.writestr(name, content)
    began = time.process_time()

    try:
        text = read_docx(file.getvalue(), "a.docx").text
    except SourceError:
        text = ""

    assert "sesame" not in text
    assert len(text) < 100
    assert time.process_time() - began < 2


def test_entities_are_nothing_in_markup(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("sesame")

    assert "sesame" not in text_of(f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><p>Nine &x;</p>')
