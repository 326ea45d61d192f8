"""RSS and Atom: each entry that carries its article, and a note of those that only link to it."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from claimx.errors import SourceError
from claimx.records.extraction import Note
from claimx.sources.apart import Request, read_apart
from claimx.sources.extras import needing
from claimx.sources.interface import BROKEN, LEFT_OUT, NO_ARTICLE, TOO_LARGE, Details, Limits, Page, refuse
from claimx.sources.markup import text_of

MIN_WORDS = 60
"""A summary with fewer is a teaser. Many feeds put the whole article there."""
TEASER_ENDS = ("…", "...", "[…]", "[...]", "read more", "continue reading")

ENTITY = b"<!ENTITY"
"""Feeds declare none; who declares some means to have them multiplied."""


def read_feed(stream: BinaryIO, path: str | None, limits: Limits) -> Iterator[Page | SourceError | Note]:
    """Read the articles of a feed. No link is followed.

    Args:
        stream: The feed.
        path: Its name, for messages.
        limits: The most bytes.

    Yields:
        The articles in the order of their entries, and at the end a note of how many entries held none.

    Raises:
        SourceError: If the library is not installed, it is too large or no feed, no entry holds an article, or reading
            takes more than it may.
    """
    content = stream.read(limits.max_file_bytes + 1)
    if len(content) > limits.max_file_bytes:
        what = f"it is larger than the limit of {limits.max_file_bytes:,} bytes"
        raise refuse(what, remedy="raise --max-file-bytes", code=TOO_LARGE, path=path)
    if ENTITY in content:
        raise refuse("it declares entities, which no feed does", remedy="fetch the feed anew", code=BROKEN, path=path)
    for each in read_apart(Request("feed", content, path)):
        if isinstance(each, SourceError):
            raise each
        yield each


def parse_feed(content: bytes, path: str | None) -> Iterator[Page | Note]:
    """Take the articles out of a feed, in whatever process this is.

    Args:
        content: Its bytes.
        path: Its name, for messages.

    Yields:
        As `read_feed`.

    Raises:
        SourceError: If the library is not installed, it is no feed, or no entry holds an article.
    """
    with needing("feeds", "RSS and Atom", path):
        import feedparser

    try:
        found = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
        entries, outlet = found.get("entries") or [], _text(found.get("feed") or {}, "title")
    except MemoryError:
        raise
    except Exception as err:  # a damaged feed makes the library raise whatever its bytes lead to
        raise refuse(f"this feed is damaged: {err}", remedy="fetch it anew", code=BROKEN, path=path) from err
    if not entries and not found.get("version"):
        raise refuse("this is neither RSS nor Atom", remedy="fetch the feed anew", code=BROKEN, path=path)
    given = linked = 0
    for entry in entries:
        page = _page(entry, outlet)
        linked += page is None
        if page is not None:
            given += 1
            yield page
    if not given:
        raise refuse(
            f"none of its {linked:,} entries holds an article",
            remedy="links are not followed: give the addresses or the saved pages of the articles",
            code=NO_ARTICLE,
            path=path,
        )
    if linked:
        message = f"{path or 'standard input'}: left out of this feed: {linked:,} with a link and no article"
        yield Note(code=LEFT_OUT, level="info", message=message)


def _page(entry: dict[str, object], outlet: str | None) -> Page | None:
    bodies = [text_of(_text(part, "value") or "") for part in _parts(entry.get("content"))]
    text = max(bodies, key=len, default="")
    if not text:
        text = text_of(_text(entry, "summary") or "")
        if len(text.split()) < MIN_WORDS or text.lower().rstrip(" »>").endswith(TEASER_ENDS):
            return None
    source = entry.get("source")
    details = Details(
        origin="metadata",
        id=_text(entry, "id"),
        source=(_text(source, "title") if isinstance(source, dict) else None) or outlet,
        title=text_of(_text(entry, "title") or "") or None,
        url=_text(entry, "link"),
        published=_text(entry, "published") or _text(entry, "updated"),
    )
    return Page(text, details)


def _parts(value: object) -> list[dict[str, object]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _text(item: dict[str, object], key: str) -> str | None:
    value = dict.get(item, key)  # the library's own `get` takes one date for another, and warns
    return value.strip() or None if isinstance(value, str) else None
