"""PDF: the text of its pages, with title and date where the file says them."""

import io
import logging
from typing import TYPE_CHECKING

from claimx.errors import SourceError
from claimx.records.extraction import Note
from claimx.sources.extras import needing
from claimx.sources.interface import BROKEN, EMPTY, LEFT_OUT, TOO_LARGE, Details, Page, refuse
from claimx.sources.reflow import reflow

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_OPERATORS = 1_000_000
"""Drawing steps in all. A page of text has some thousands; pages that draw one another have no end."""
DRAW_STEPS = 100
"""What drawing a form counts for, which is as much work."""
MAX_PAGES = 1000
LOCKED = ("DependencyError", "FileNotDecryptedError", "WrongPasswordError")
"""What the library raises where it has no key."""


def read_pdf(content: bytes, path: str | None, charset: str | None = None) -> Page:
    """Read the text of a PDF.

    Args:
        content: Its bytes.
        path: Its name, for messages.
        charset: Of no use: a PDF says itself how it is encoded.

    Raises:
        SourceError: If the library is not installed, or it is damaged, locked, too large or without text.
    """
    del charset
    with needing("pdf", "PDF", path):
        from pypdf import PdfReader

    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            reader.decrypt("")  # many are locked against printing alone; pages of others cannot be read
        pages = _pages(reader, path)
        details = _details(reader)
    except (SourceError, MemoryError):
        raise
    except Exception as err:  # a damaged file makes the library raise whatever its bytes lead to
        if type(err).__name__ in LOCKED:
            raise _locked(path) from err
        if type(err).__name__ == "LimitReachedError":
            what = f"this PDF unpacks to more than its text can take: {str(err)[:120]}"
            raise refuse(what, remedy="save its text as .txt and give that", code=TOO_LARGE, path=path) from err
        what = f"this PDF is damaged: {type(err).__name__}: {str(err)[:120]}"
        raise refuse(what, remedy="fetch it anew, or save its text as .txt", code=BROKEN, path=path) from err
    blank = sum(not page.strip() for page in pages)
    if blank == len(pages):
        raise refuse(
            "this PDF holds no text: its pages are pictures, as of a scan",
            remedy="run text recognition on it (ocrmypdf, for one), and give the result",
            code=EMPTY,
            path=path,
        )
    left = f"{blank:,} of its {len(pages):,} pages hold no text, as pages of a scan do"
    notes = (Note(code=LEFT_OUT, level="warning", message=left),) if blank else ()
    return Page(reflow(pages), details, notes)


def _pages(reader: "PdfReader", path: str | None) -> list[str]:
    if len(reader.pages) > MAX_PAGES:
        what = f"this PDF has {len(reader.pages):,} pages, more than the limit of {MAX_PAGES:,}"
        raise refuse(what, remedy="give the pages of the article alone", code=TOO_LARGE, path=path)
    steps = 0

    def count(operator: object, *_: object) -> None:
        nonlocal steps
        steps += DRAW_STEPS if operator == b"Do" else 1
        if steps > MAX_OPERATORS:
            raise _endless(path)

    pages: list[str] = []
    for page in reader.pages:
        pages.append(page.extract_text(visitor_operand_before=count))
        if steps > MAX_OPERATORS:  # the library goes on where a form cannot be drawn
            raise _endless(path)
    return pages


def _endless(path: str | None) -> SourceError:
    what = f"this PDF takes more than {MAX_OPERATORS:,} steps to draw"
    return refuse(what, remedy="save its text as .txt and give that", code=TOO_LARGE, path=path)


def _details(reader: "PdfReader") -> Details:
    """Title and day of making; a date that is not written as it should be is none."""
    said = reader.metadata
    if said is None:
        return Details(origin="metadata")
    try:
        made = said.creation_date
    except ValueError:
        made = None
    title = (said.title or "").strip()
    return Details(origin="metadata", title=title or None, published=made.date().isoformat() if made else None)


def _locked(path: str | None) -> SourceError:
    return refuse(
        "this PDF is locked with a password",
        remedy="open it with the password, print it into a new PDF and give that",
        code=BROKEN,
        path=path,
    )
