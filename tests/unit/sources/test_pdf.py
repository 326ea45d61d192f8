"""The text of PDFs."""

import pytest
from documents import HEADLINE, PARAGRAPHS, assemble_pdf, lock_pdf, make_pdf

from claimx.errors import SourceError
from claimx.sources import pdf
from claimx.sources.pdf import read_pdf

pytest.importorskip("pypdf", reason="the extra claimx[pdf] is not installed")


def test_pages_are_read_with_title_and_day():
    page = read_pdf(make_pdf(), "ferry.pdf")

    assert page.text.startswith(f"{HEADLINE}\n\nAt least 31 people were killed")
    assert PARAGRAPHS[1] in page.text
    assert page.details is not None
    assert (page.details.title, page.details.published) == (HEADLINE, "2031-05-04")
    assert page.notes == ()


@pytest.mark.parametrize("made", ["soon", ""])
def test_a_date_that_is_none_is_left_out(made):
    details = read_pdf(make_pdf(made=made), None).details

    assert details is not None
    assert details.published is None


def test_a_scan_is_an_error_that_says_what_to_do():
    with pytest.raises(SourceError, match="pictures") as caught:
        read_pdf(make_pdf([[], []]), "scan.pdf")

    assert caught.value.code == "CX902"
    assert "text recognition" in caught.value.remedy


def test_pages_without_text_are_noted():
    page = read_pdf(make_pdf([PARAGRAPHS, []]), "half.pdf")

    assert [(note.code, note.level) for note in page.notes] == [("CX914", "warning")]
    assert "1 of its 2 pages" in page.notes[0].message


def test_a_password_is_an_error_that_says_what_to_do():
    with pytest.raises(SourceError, match=r"locked\.pdf: this PDF is locked with a password") as caught:
        read_pdf(lock_pdf(make_pdf(), "secret"), "locked.pdf")

    assert caught.value.code == "CX917"


def test_a_password_for_printing_alone_is_none_for_reading():
    assert PARAGRAPHS[1] in read_pdf(lock_pdf(make_pdf(), ""), None).text


@pytest.mark.parametrize(
    "content", [make_pdf()[:200], b"%PDF-1.4\n", b"%PDF-1.7 and no more", b"<html>an error page</html>"]
)
def test_what_is_broken_is_an_error(content):
    with pytest.raises(SourceError) as caught:
        read_pdf(content, "broken.pdf")

    assert caught.value.code in ("CX917", "CX902")
    assert caught.value.path == "broken.pdf"


def test_forms_that_draw_forms_come_to_an_end(monkeypatch):
    """Ten forms, each of which draws the next one ten times: ten billion steps."""
    monkeypatch.setattr(pdf, "MAX_OPERATORS", 2000)
    forms = 10
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (Forms) >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 6 0 R /Resources << /XObject << /X 7 0 R >> >> >>",
        b"<< /Length 4 >>\nstream\n/X Do\nendstream",
    ]
    for number in range(forms):
        draws = b"/X Do\n" * 10 if number < forms - 1 else b"BT /F1 9 Tf (31 killed) Tj ET"
        objects.append(
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 3 0 R >> /XObject << /X"
            f" {8 + number} 0 R >> >> /Length {len(draws)} >>\nstream\n".encode()
            + draws
            + b"\nendstream"
        )

    with pytest.raises(SourceError) as caught:
        read_pdf(assemble_pdf(objects), "forms.pdf")

    assert caught.value.code == "CX904"
