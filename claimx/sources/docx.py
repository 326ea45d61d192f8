"""DOCX: paragraphs and tables in their order, as they read with all changes accepted."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.errors import SourceError
from claimx.sources.extras import needing
from claimx.sources.interface import BROKEN, TOO_LARGE, Details, Page, refuse

if TYPE_CHECKING:
    from lxml.etree import _Element

NO_MEMORY = 2
"""What the library for XML calls it; it raises what it raises for broken markup."""
MAX_PARTS = 10_000
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_RATIO = 200
"""Prose in this format packs to a tenth."""
FREE_BYTES = 10 * 1024 * 1024
"""So much is unpacked at any ratio."""

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OLD = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""Holds once more what stands before it, for old programs."""
GONE = frozenset({OLD, *(WORD + name for name in ("del", "moveFrom", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr"))})
"""What is no text, or none any longer."""
MARKS = {f"{WORD}tab": "\t", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}


def read_docx(content: bytes, path: str | None, charset: str | None = None) -> Page:
    """Read the text of a word processor's document; pictures, notes and comments are left out.

    The days on which it was made and changed are not those of publication, so it is undated.

    Args:
        content: Its bytes.
        path: Its name, for messages.
        charset: Of no use: it is always the same inside.

    Raises:
        SourceError: If the library is not installed, or it is damaged, locked, or unpacks to more than it should.
        MemoryError: If there is none left.
    """
    del charset
    with needing("docx", "DOCX", path):
        import docx

    try:
        _check(content, path)
        document = docx.Document(io.BytesIO(content))
        lines = [*_lines(document.element.body)]
        title = document.core_properties.title.strip()
    except (SourceError, MemoryError):
        raise
    except Exception as err:  # a damaged file makes the library raise whatever its bytes lead to
        if getattr(err, "code", None) == NO_MEMORY:
            raise MemoryError from err
        what = f"this DOCX is damaged: {type(err).__name__}: {str(err)[:120]}"
        raise refuse(what, remedy="save it anew, or as .txt", code=BROKEN, path=path) from err
    text = "\n\n".join(line for line in lines if line.strip())
    return Page(text, Details(origin="metadata", title=title or None))


def _check(content: bytes, path: str | None) -> None:
    """Refuse archives that unpack to too much, before anything is unpacked; no more than they declare is read."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        what = "this document is locked with a password, or of the old format .doc"
        raise refuse(what, remedy="save it as .docx without a password", code=BROKEN, path=path)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError) as err:
        what = f"this is no DOCX, or it is damaged: {err}"
        raise refuse(what, remedy="save it anew, or as .txt", code=BROKEN, path=path) from err
    unpacked = sum(part.file_size for part in parts)
    if (
        len(parts) > MAX_PARTS
        or unpacked > MAX_UNPACKED_BYTES
        or (unpacked > FREE_BYTES and unpacked > MAX_RATIO * len(content))
    ):
        what = f"it unpacks to {unpacked:,} bytes in {len(parts):,} parts, as no text does"
        raise refuse(what, remedy="look at what it holds; save its text as .txt", code=TOO_LARGE, path=path)


def _lines(body: "_Element") -> Iterator[str]:
    """A line for each paragraph and for each row of a table, its cells with a tab between."""
    for element in body:
        if element.tag == f"{WORD}p":
            yield _text(element)
        elif element.tag == f"{WORD}tbl":
            for row in _of_its_own(element, "tbl", "tr"):
                yield "\t".join(" ".join(_text(cell).split()) for cell in _of_its_own(row, "tr", "tc"))
        elif element.tag == f"{WORD}sdt":
            for inside in element.iterchildren(f"{WORD}sdtContent"):
                yield from _lines(inside)


def _of_its_own(element: "_Element", kind: str, inner: str) -> Iterator["_Element"]:
    """Rows of a table, or cells of a row, but not those of a table in one of its cells: it is read with the cell."""
    for each in element.iter(f"{WORD}{inner}"):
        if next(each.iterancestors(f"{WORD}{kind}")) is element:
            yield each


def _text(element: "_Element") -> str:
    """What a reader sees when all changes are accepted: deleted text has a name of its own, and is not read."""
    if element.tag == f"{WORD}t":
        return element.text or ""
    pieces = [MARKS.get(str(element.tag), "")]
    for each in element:
        if each.tag not in GONE:
            pieces += ["\n" if each.tag == f"{WORD}p" else "", _text(each)]
    return "".join(pieces)
