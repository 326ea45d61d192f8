"""Bytes into text: UTF-8, else what the file declares, else what a detector makes of it; and never silently."""

import codecs
import re

from claimx.records.extraction import Note
from claimx.sources.interface import BINARY, DECODED, refuse

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 before UTF-16: the little-endian mark of the one begins with that of the other."""

MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "gzip data",
    b"\x28\xb5\x2f\xfd": "Zstandard data",
    b"\xfd7zXZ\0": "xz data",
    b"BZh9": "bzip2 data",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
}

ALIASES = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "latin1": "windows-1252", "ascii": "windows-1252"}
"""As browsers do: what calls itself Latin-1 holds curly quotes that only windows-1252 has."""

WESTERN = re.compile(r"[\t\n\f\r -~\u00a0-\u00ff\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u20ac\u2122]*")
"""What Western European prose is written with; everything that windows-1252 has but for rarities."""
ACCENTED = re.compile(r"[\u00c0-\u00ff]")
PLAIN = re.compile(r"[A-Za-z]")
MAX_ACCENTED_SHARE = 0.2
"""Cyrillic or Greek read as windows-1252 is nothing but accented letters."""

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MAX_CONTROL_SHARE = 0.02


def decode(content: bytes, path: str | None, *, declared: str | None = None) -> tuple[str, tuple[Note, ...]]:
    """Decode the bytes of a text file.

    Args:
        content: The bytes of the whole file.
        path: Its name, for messages; None for standard input.
        declared: The encoding that the file itself declares.

    Returns:
        The text, a byte-order mark still in front, and a note where it was not UTF-8.

    Raises:
        SourceError: If it is not text, or no encoding fits.
    """
    for magic, what in MAGIC.items():
        if content.startswith(magic):
            raise _binary(f"this is {what}, not text", path)
    marked = next((name for mark, name in BYTE_ORDER_MARKS if content.startswith(mark)), None)
    if marked is None and b"\0" in content:
        raise _binary("this is not text: it holds NUL bytes", path)
    for name in (marked, "utf-8", _known(declared)):
        text = _try(content, name)
        if text is not None and name is not None:
            return _checked(text, path), () if name == "utf-8" else (_note(name, "declares"),)
    return _detected(content, path)


def _detected(content: bytes, path: str | None) -> tuple[str, tuple[Note, ...]]:
    """Windows-1252 where the result reads as Western prose; short texts lead a statistical detector astray."""
    western = _try(content, "windows-1252")
    if western is not None and _reads_as_western(western):
        return western, (_note("windows-1252", "seems to be in"),)
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    if best is None:
        raise _binary("this is not text in any encoding that can be told", path)
    return _checked(str(best), path), (_note(best.encoding, "seems to be in"),)


def _reads_as_western(text: str) -> bool:
    accented, plain = len(ACCENTED.findall(text)), len(PLAIN.findall(text))
    return bool(WESTERN.fullmatch(text)) and accented <= MAX_ACCENTED_SHARE * (accented + plain)


def _known(declared: str | None) -> str | None:
    if declared is None:
        return None
    name = ALIASES.get(declared.strip().lower(), declared.strip())
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return None


def _try(content: bytes, name: str | None) -> str | None:
    try:
        return content.decode(name) if name else None
    except (UnicodeError, LookupError):
        return None


def _checked(text: str, path: str | None) -> str:
    if len(CONTROL.findall(text)) > MAX_CONTROL_SHARE * len(text):
        raise _binary("this is not text: it is full of control characters", path)
    return text


def _note(name: str, how: str) -> Note:
    return Note(code=DECODED, level="warning", message=f"not UTF-8; read as {name}, which the file {how}")


def _binary(what: str, path: str | None) -> Exception:
    return refuse(what, remedy="give the article as text, HTML or JSONL, in UTF-8", code=BINARY, path=path)
