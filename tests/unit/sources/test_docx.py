"""The text of word processors' documents."""

import io
import zipfile

import pytest
from documents import HEADLINE, PARAGRAPHS, make_docx, with_body

from claimx.errors import SourceError
from claimx.sources.docx import read_docx

pytest.importorskip("docx", reason="the extra claimx[docx] is not installed")

MADE = make_docx()
RUN = "<w:r><w:t>{}</w:t></w:r>"


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_paragraphs_and_tables_are_read_in_their_order():
    page = read_docx(MADE, "ferry.docx")

    assert page.text == "\n\n".join((HEADLINE, *PARAGRAPHS, "Port\tKilled", "Harrow\t31"))
    assert page.details is not None
    assert (page.details.title, page.details.published) == (HEADLINE, None)


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ("<w:ins>" + RUN.format("at least 33") + "</w:ins>", "at least 33"),
        ("<w:del><w:r><w:delText>at least 29</w:delText></w:r></w:del>", ""),
        ("<w:moveFrom>" + RUN.format("29") + "</w:moveFrom>", ""),
        ("<w:hyperlink>" + RUN.format("33 killed") + "</w:hyperlink>", "33 killed"),
        ("<w:r><w:tab/><w:t>33</w:t><w:br/><w:t>dead</w:t></w:r>", "\t33\ndead"),
        ("<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>", ""),
        ("<w:r><w:t>3</w:t></w:r><w:r><w:t>3</w:t></w:r>", "33"),
    ],
)
def test_changes_are_taken_as_accepted(markup, read):
    content = with_body(MADE, (RUN.format(PARAGRAPHS[0]), markup + RUN.format("END")))

    assert f"{HEADLINE}\n\n{read}END" in read_docx(content, None).text


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def paragraph(text: str) -> str:
    return f"<w:p>{RUN.format(text)}</w:p>"


def test_a_table_in_a_cell_is_read_once():
    inner = table(row(paragraph("7031"), paragraph("killed")))
    held = f"<w:sdt><w:sdtContent>{row(paragraph('Mole'), paragraph('12'))}</w:sdtContent></w:sdt>"
    outer = table(row(paragraph("Harrow"), inner), held)

    lines = read_docx(with_body(MADE, ("<w:sectPr", f"{outer}<w:sectPr")), None).text.split("\n\n")

    assert lines[-2:] == ["Harrow\t7031 killed", "Mole\t12"]


def test_a_bomb_is_not_unpacked():
    with pytest.raises(SourceError, match="unpacks to") as caught:
        read_docx(zipped(**{"word/document.xml": b" " * 30_000_000}), "bomb.docx")

    assert caught.value.code == "CX904"


@pytest.mark.parametrize(
    "declared", ["<!ENTITY x SYSTEM 'file:///etc/hostname'>", "<!ENTITY y 'aaaaaaaaaa'><!ENTITY x '&y;&y;&y;'>"]
)
def test_entities_are_not_replaced(declared):
    content = with_body(MADE, ("<w:document ", f"<!DOCTYPE w:document [{declared}]><w:document "))
    content = with_body(content, (PARAGRAPHS[1], "31&x;dead"))

    text = read_docx(content, None).text

    assert "31dead" in text or "31\n\n" in text
    assert "aaa" not in text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (MADE[: len(MADE) // 2], "damaged"),
        (b"PK\x03\x04", "damaged"),
        (zipped(**{"readme.txt": b"no document"}), "damaged"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "locked"),
    ],
)
def test_what_is_broken_or_locked_is_an_error(content, words):
    with pytest.raises(SourceError, match=words) as caught:
        read_docx(content, "broken.docx")

    assert caught.value.code == "CX917"
