"""Which format a file is in: by a beginning that is like no other, else by what its sender or its suffix says."""

import re
from collections.abc import Mapping
from enum import Enum
from pathlib import PurePath
from typing import assert_never

from claimx.sources.docx import read_docx
from claimx.sources.feed import read_feed
from claimx.sources.gunzip import SUFFIX as GZIPPED
from claimx.sources.html import read_html
from claimx.sources.interface import CollectionReader, Reader
from claimx.sources.pdf import read_pdf
from claimx.sources.text import read_text
from claimx.sources.warc import read_warc


class Format(Enum):
    """A format of input."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    FEED = "feed"
    WARC = "warc"
    JSON = "json"
    JSONL = "jsonl"


SUFFIXES: Mapping[str, Format] = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.TEXT,
    ".markdown": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".rss": Format.FEED,
    ".atom": Format.FEED,
    ".warc": Format.WARC,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
}
"""What a folder is searched for, packed with gzip (`.jsonl.gz`) or not."""

DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEDIA_TYPES: Mapping[str, Format] = {
    "text/plain": Format.TEXT,
    "text/markdown": Format.TEXT,
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "application/pdf": Format.PDF,
    DOCX_TYPE: Format.DOCX,
    "application/rss+xml": Format.FEED,
    "application/atom+xml": Format.FEED,
    "application/rdf+xml": Format.FEED,
    "application/warc": Format.WARC,
    "application/json": Format.JSON,
    "application/feed+json": Format.JSON,
    "application/jsonl": Format.JSONL,
    "application/x-ndjson": Format.JSONL,
}
"""What a server calls them. Of other types, such as text/xml and application/octet-stream, the beginning tells."""

BEFORE = rb"(?:\xef\xbb\xbf)?\s*(?:(?><!--.*?-->|<\?[^>]*>)\s*)*"
"""Declarations and comments. A comment ends at its first end: tried at each end, many in a row would take for ever."""
HTML_START = re.compile(BEFORE + rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
FEED_START = re.compile(BEFORE + rb"<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
JSON_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?(?:\{\s*[\"}]|\[\s*\])")
OFFICE = (b"[Content_Types].xml", b"word/")
"""Names of which one stands at the beginning of a DOCX, which is a ZIP archive."""


def suffix_of(name: str) -> str:
    """The suffix of a file's name in lower case with its dot; that before `.gz`, where it is packed."""
    return PurePath(name.lower().removesuffix(GZIPPED)).suffix


def format_of(suffix: str, head: bytes, media_type: str | None = None) -> Format:
    """Tell the format of an input.

    Args:
        suffix: The suffix of its name with the dot, or nothing.
        head: Its first bytes.
        media_type: What the server that sent it calls it.
    """
    told = _by_magic(head) or MEDIA_TYPES.get(media_type or "") or SUFFIXES.get(suffix.lower())
    if told is not None:
        return told
    if HTML_START.match(head):
        return Format.HTML
    if FEED_START.match(head):
        return Format.FEED
    return Format.JSON if JSON_START.match(head) else Format.TEXT


def _by_magic(head: bytes) -> Format | None:
    """Formats whose beginning is like that of nothing else."""
    if head.startswith(b"%PDF-"):
        return Format.PDF
    if head.startswith(b"WARC/1."):
        return Format.WARC
    return Format.DOCX if head.startswith(b"PK\x03\x04") and any(name in head for name in OFFICE) else None


def reader_of(kind: Format) -> Reader | None:
    """The reader of a format that holds one article in a file; None for those that hold several."""
    match kind:
        case Format.TEXT:
            return read_text
        case Format.HTML:
            return read_html
        case Format.PDF:
            return read_pdf
        case Format.DOCX:
            return read_docx
        case Format.FEED | Format.WARC | Format.JSON | Format.JSONL:
            return None
        case _:
            assert_never(kind)


def collection_reader_of(kind: Format) -> CollectionReader | None:
    """The reader of a format that holds several articles; None for those that hold one, and for JSON, of values."""
    return {Format.FEED: read_feed, Format.WARC: read_warc}.get(kind)
