"""Which format a file is in: by its suffix, else by how it begins."""

import re
from enum import Enum
from typing import assert_never

from claimx.sources.html import read_html
from claimx.sources.interface import Reader
from claimx.sources.text import read_text


class Format(Enum):
    """A format of input."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"


SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.TEXT,
    ".markdown": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
}
"""What a folder is searched for."""

HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
JSON_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?(?:\{\s*[\"}]|\[\s*\])")


def format_of(suffix: str, head: bytes) -> Format:
    """Tell the format of an input.

    Args:
        suffix: The suffix of its name with the dot, or nothing.
        head: Its first bytes.
    """
    known = SUFFIXES.get(suffix.lower())
    if known is not None:
        return known
    if HTML_START.match(head.removeprefix(b"\xef\xbb\xbf")):
        return Format.HTML
    return Format.JSON if JSON_START.match(head) else Format.TEXT


def reader_of(kind: Format) -> Reader | None:
    """The reader of a format that holds one article in a file; None for JSON, which holds values."""
    match kind:
        case Format.TEXT:
            return read_text
        case Format.HTML:
            return read_html
        case Format.JSON | Format.JSONL:
            return None
        case _:
            assert_never(kind)
