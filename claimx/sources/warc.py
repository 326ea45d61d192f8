"""Web archives: the pages among their records, each read as a page of its own."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from claimx.errors import SourceError
from claimx.records.extraction import Note
from claimx.sources.apart import Request, read_one_apart
from claimx.sources.extras import needing
from claimx.sources.gunzip import Gunzip
from claimx.sources.interface import BROKEN, LEFT_OUT, NO_ARTICLE, TOO_LARGE, Details, Limits, Page, refuse

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

PAGES = frozenset({"text/html", "application/xhtml+xml"})
OK = 200
HEADERS = 64 * 1024
"""What the headers of an answer may take beside its page."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """The answer of a server with a page that is still to be read.

    Attributes:
        url: Its address.
        content: Its bytes, as the server sent them.
        packing: How these are packed: the server's Content-Encoding.
        charset: The encoding that the server declares.
    """

    url: str | None
    content: bytes
    packing: str
    charset: str | None


def read_warc(stream: BinaryIO, path: str | None, limits: Limits) -> Iterator[Page | SourceError | Note]:
    """Read the pages of an archive: answers of servers that are HTML and were no errors.

    When a page was fetched is not when it was published, so the date is only what the page itself says.

    Args:
        stream: The archive, unpacked.
        path: Its name, for messages.
        limits: The most bytes of a page.

    Yields:
        The pages with an article in their order, an error for each that cannot be read for another reason, and at the
        end a note of how many had no article.

    Raises:
        SourceError: If the library is not installed, the archive is damaged, or no page in it holds an article.
    """
    given = without = 0
    for raw in read_raw_pages(stream, path, limits):
        try:
            page = raw if isinstance(raw, SourceError) else page_of(raw, path, limits)
        except SourceError as err:
            if err.code == NO_ARTICLE:
                without += 1
                continue
            page = err
        given += 1
        yield page
    if not given:
        raise without_articles(path, pages=without)
    if without:
        message = f"{path or 'standard input'}: left out of this archive: {without:,} without an article"
        yield Note(code=LEFT_OUT, level="info", message=message)


def without_articles(path: str | None, *, pages: int) -> SourceError:
    """The error of an archive in which no article is found.

    Args:
        path: Its name, for messages.
        pages: How many pages it has.
    """
    what = "no page in this archive holds an article" if pages else "there is no page in this archive"
    return refuse(what, remedy="give an archive with pages of articles", code=NO_ARTICLE, path=path)


def read_raw_pages(stream: BinaryIO, path: str | None, limits: Limits) -> Iterator[RawPage | SourceError]:
    """Find the pages of an archive without reading them, which takes most of the time.

    Args:
        stream: The archive, unpacked.
        path: Its name, for messages.
        limits: The most bytes of a page.

    Yields:
        The pages in their order, and an error for each that is damaged or too large.

    Raises:
        SourceError: If the library is not installed, or the archive is damaged.
    """
    with needing("warc", "WARC", path):
        from fastwarc.warc import ArchiveIterator, WarcRecordType

    records = iter(
        ArchiveIterator(
            _Forward(stream), record_types=WarcRecordType.response, parse_http=False, stream_detect=False
        )  # kept from unpacking and from parsing, for both are bounded here
    )
    while (record := _next(records, path)) is not None:
        try:
            page = _raw_page_of(record, path, limits)
        except SourceError as err:
            yield err
            continue
        if page is not None:
            yield page


def page_of(raw: RawPage, path: str | None, limits: Limits) -> Page:
    """Read a page.

    Args:
        raw: The page.
        path: The name of its archive, for messages.
        limits: The most bytes of a page.

    Raises:
        SourceError: If it cannot be unpacked, is too large, holds no article, or reading it takes more than it may.
    """
    content = raw.content
    if raw.packing in ("gzip", "x-gzip"):
        content = io.BufferedReader(Gunzip(io.BytesIO(content), path)).read(limits.max_file_bytes + 1)
    elif raw.packing not in ("identity", ""):
        raise _refused(f"packed as {raw.packing[:40]!r}, which is not read", BROKEN, path, raw.url)
    if len(content) > limits.max_file_bytes:
        raise _refused(f"larger than the limit of {limits.max_file_bytes:,} bytes", TOO_LARGE, path, raw.url)
    name = f"{path or 'standard input'}: the page {raw.url or 'without an address'}"
    try:
        page = read_one_apart(Request("html", content, name, raw.charset))
    except SourceError as err:
        raise SourceError(err.message, remedy=err.remedy, code=err.code, path=path, input_id=raw.url) from err
    said = page.details or Details(origin="metadata")
    return replace(page, details=replace(said, url=said.url or raw.url))


class _Forward:
    """A stream that knows where it is and goes nowhere else; the library asks for no more.

    Args:
        stream: The archive.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._place = 0

    def read(self, size: int = -1, /) -> bytes:
        """Read up to `size` bytes."""
        piece = self._stream.read(size)
        self._place += len(piece)
        return piece

    def close(self) -> None:
        """Leave the stream to who opened it."""

    def seek(self, _offset: int, _whence: int = 0, /) -> int:
        """Stay."""
        return self._place

    def tell(self) -> int:
        """How much was read."""
        return self._place


def _next(records: "Iterator[WarcRecord]", path: str | None) -> "WarcRecord | None":
    try:
        return next(records, None)
    except (OSError, ValueError) as err:
        raise refuse(f"the archive is damaged: {err}", remedy="fetch it anew", code=BROKEN, path=path) from err


def _raw_page_of(record: "WarcRecord", path: str | None, limits: Limits) -> RawPage | None:
    """The page of a record; None where it holds none."""
    url = record.headers.get("WARC-Target-URI")
    length = record.content_length
    if length > limits.max_file_bytes + HEADERS:
        raise _refused(f"larger than the limit of {limits.max_file_bytes:,} bytes", TOO_LARGE, path, url)
    try:
        record.freeze()
        if record.content_length < length:
            raise _refused("cut off before its end", BROKEN, path, url)
        record.parse_http(auto_decode="transfer")
        if not record.is_http:
            return None
        answer = record.http_headers
        if answer.status_code != OK or record.http_content_type not in PAGES:
            return None
        packing = (answer.get("Content-Encoding") or "identity").strip().lower()
        content = record.reader.read(limits.max_file_bytes + 1)
    except (OSError, ValueError) as err:
        raise _refused(f"damaged: {err}", BROKEN, path, url) from err
    return RawPage(url, content, packing, record.http_charset)


def _refused(what: str, code: str, path: str | None, url: str | None) -> SourceError:
    remedy = "save the page itself and give the file"
    return refuse(
        f"the page {url or 'without an address'} is {what}", remedy=remedy, code=code, path=path, input_id=url
    )
