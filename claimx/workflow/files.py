"""One file or address into what it holds: articles, extractions, and error records for what cannot be read."""

import codecs
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from claimx.codec import JsonValue, decode_document, is_document, read_values
from claimx.codec.values import MAX_WHOLE_BYTES
from claimx.errors import ClaimxError, CodecError, InputError, SourceError, located
from claimx.records import Comparison, ErrorInput, ErrorRecord, Extraction, Note
from claimx.sources import (
    Details,
    FieldMap,
    Format,
    Found,
    Limits,
    Loaded,
    Page,
    article_of,
    collection_reader_of,
    format_of,
    load_article,
    reader_of,
    suffix_of,
    without_surrogates,
)
from claimx.sources.decode import decode
from claimx.sources.gunzip import MAGIC as GZIPPED
from claimx.sources.gunzip import Gunzip
from claimx.sources.interface import BINARY, EMPTY, TOO_LARGE, CollectionReader, refuse
from claimx.sources.page import read_page
from claimx.workflow.limits import check_claims

HEAD_BYTES = 4096

PICTURES = ("image/", "audio/", "video/", "font/")
"""Media types of what is certainly no article."""

WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
"""Byte-order marks of encodings in which a line does not end with the byte of a newline."""


class ByteStream(Protocol):
    """What is needed of a stream: standard input, a file, or bytes in memory."""

    def read(self, size: int = -1, /) -> bytes:
        """Read up to `size` bytes; fewer only at the end."""
        ...

    def read1(self, size: int = -1, /) -> bytes:
        """Read what is there, up to `size` bytes; nothing only at the end."""
        ...


@dataclass(frozen=True, slots=True)
class _Sender:
    """What is known of bytes before they are looked at.

    Attributes:
        name: The file or the address, as the user named it; None for standard input.
        suffix: The suffix of that name.
        media_type: What a server calls the format.
        charset: The encoding that a server declares.
        details: What the address tells of an article.
    """

    name: str | None
    suffix: str = ""
    media_type: str | None = None
    charset: str | None = None
    details: Details | None = None


class FileReader:
    """Reads files, and addresses that the user named.

    Args:
        flags: What the user says of the input; believed more than anything else.
        field_map: Which keys of JSON objects hold an article's fields.
        limits: How much is read.
        stdin: What `-` is; nothing where it is None.
        tell: Gets a note for what was left out of a file.
        stdin_name: What `-` is called; its suffix tells the format.
    """

    def __init__(
        self,
        flags: Details,
        field_map: FieldMap,
        limits: Limits,
        stdin: ByteStream | None,
        tell: Callable[[Note], None] = lambda _: None,
        *,
        stdin_name: str | None = None,
    ) -> None:
        self._flags = flags
        self._field_map = field_map
        self._limits = limits
        self._stdin = stdin
        self._tell = tell
        self._stdin_name = stdin_name

    def read(self, found: Found, details: Details | None) -> Iterator[Loaded | Extraction | ErrorRecord]:
        """Read everything in a file.

        Args:
            found: The file.
            details: What a manifest says of it.

        Yields:
            What it holds in its order; never raises for what the file holds or for a file that cannot be opened.
        """
        try:
            if found.is_address:
                sender, content = self._fetch(found.name or "")
                yield from self._read_stream(io.BytesIO(content), sender, details)
            elif found.path is None:
                sender = _Sender(self._stdin_name, suffix_of(self._stdin_name or ""))
                yield from self._read_stream(self._stdin or io.BytesIO(), sender, details)
            else:
                with found.path.open("rb") as stream:
                    yield from self._read_stream(stream, _Sender(found.name, suffix_of(found.path.name)), details)
        except InputError as err:
            yield error_record(err)
        except OSError as err:
            yield error_record(_unreadable(err.strerror or str(err), found.name))
        except ValueError as err:  # a name with a NUL character is none that a system can open
            yield error_record(_unreadable(str(err), found.name))

    def read_line(self, content: bytes, name: str | None, line: int) -> Iterator[Loaded | Extraction | ErrorRecord]:
        """Read a line of JSONL that was taken out of its file.

        Args:
            content: The line.
            name: The file.
            line: One-based number of the line.

        Yields:
            What it holds; nothing where it is blank.
        """
        stream = io.BytesIO(content)
        decoded = read_values(
            stream, path=name, one_per_line=True, first_line=line, decode=lambda each: decode(each, name)
        )
        for value in decoded:
            yield (
                error_record(value) if isinstance(value, CodecError) else self._of_value(value, value.notes, name, None)
            )

    def read_open(self, stream: ByteStream, name: str) -> Iterator[Loaded | Extraction | ErrorRecord]:
        """Read everything in a file that is open already.

        Args:
            stream: The file.
            name: What it is called; its suffix tells the format where its bytes do not.

        Yields:
            As `read`.
        """
        try:
            yield from self._read_stream(stream, _Sender(name, suffix_of(name)), None)
        except InputError as err:
            yield error_record(err)
        except OSError as err:
            yield error_record(_unreadable(err.strerror or str(err), name))

    def _fetch(self, address: str) -> tuple[_Sender, bytes]:
        from claimx.sources.fetch import fetch

        fetched = fetch(address, self._limits)
        host, path = fetched.host, fetched.path
        details = Details(origin="metadata", url=fetched.address, source=host.removeprefix("www.") or None)
        return _Sender(address, suffix_of(path), fetched.media_type, fetched.charset, details), fetched.content

    def _read_stream(
        self, stream: ByteStream, sender: _Sender, details: Details | None
    ) -> Iterator[Loaded | Extraction | ErrorRecord]:
        name = sender.name
        head, whole = _beginning(stream)
        if head.startswith(GZIPPED):
            head, whole = _beginning(io.BufferedReader(Gunzip(whole, name)))
        if not head.strip() and len(head) < HEAD_BYTES:
            raise refuse("there is nothing in it", remedy="give a file with an article", code=EMPTY, path=name)
        if (sender.media_type or "").startswith(PICTURES):
            what = f"the server calls it {sender.media_type}, which is no text"
            raise refuse(what, remedy="give the address of an article", code=BINARY, path=name)
        kind = format_of(sender.suffix, head, sender.media_type)
        places = (self._flags, details)
        collection = collection_reader_of(kind)
        if reader_of(kind) is not None:
            page = read_page(kind, self._content(whole, name, self._limits.max_file_bytes), name, sender.charset)
            yield self._of_page(page, name, (*places, page.details, sender.details))
        elif collection is not None:
            yield from self._read_collection(collection, whole, name, places)
        else:
            yield from self._read_values(whole, head, kind, name, details)

    def _of_page(self, page: Page, name: str | None, places: Sequence[Details | None]) -> Loaded:
        return load_article(page.text, places, path=name, notes=page.notes, limits=self._limits)

    def _read_collection(
        self, reader: CollectionReader, stream: BinaryIO, name: str | None, places: Sequence[Details | None]
    ) -> Iterator[Loaded | ErrorRecord]:
        for each in reader(stream, name, self._limits):
            if isinstance(each, Note):
                self._tell(each)
            elif isinstance(each, SourceError):
                yield error_record(each)
            else:
                try:
                    yield self._of_page(each, name, (*places, each.details))
                except SourceError as err:
                    yield error_record(err)

    def _read_values(
        self, stream: BinaryIO, head: bytes, kind: Format, name: str | None, details: Details | None
    ) -> Iterator[Loaded | Extraction | ErrorRecord]:
        marked: tuple[Note, ...] = ()
        if head.startswith(WIDE_MARKS):
            text, marked = decode(self._content(stream, name, MAX_WHOLE_BYTES), name)
            stream = io.BufferedReader(io.BytesIO(text.encode()))
        elif b"\0" in head:
            raise refuse("this is not JSON: it holds NUL bytes", remedy="give JSON in UTF-8", code=BINARY, path=name)
        one_per_line = kind is Format.JSONL
        for value in read_values(stream, path=name, one_per_line=one_per_line, decode=lambda line: decode(line, name)):
            if isinstance(value, CodecError):
                yield error_record(value)
            else:
                yield self._of_value(value, marked + value.notes, name, details)

    def _content(self, stream: BinaryIO, name: str | None, limit: int) -> bytes:
        content = stream.read(limit + 1)
        if len(content) > limit:
            raise refuse(
                f"it is larger than the limit of {limit:,} bytes",
                remedy="split it, or raise --max-file-bytes",
                code=TOO_LARGE,
                path=name,
            )
        return content

    def _of_value(
        self, value: JsonValue, notes: tuple[Note, ...], name: str | None, details: Details | None
    ) -> Loaded | Extraction | ErrorRecord:
        try:
            if isinstance(value.value, dict) and is_document(value.value):
                record = decode_document(value.value, path=name, line=value.line).record
                return _with_notes(_article_bearing(record, name, value.line), notes)
            loaded = article_of(
                value.value,
                self._field_map,
                (self._flags, details),
                path=name,
                line=value.line,
                limits=self._limits,
            )
            return Loaded(loaded.article, notes + loaded.notes)
        except InputError as err:
            return error_record(err)


def error_record(err: ClaimxError) -> ErrorRecord:
    """The record that stands in the place of an input that could not be read."""
    place = ErrorInput()
    if isinstance(err, InputError):
        place = ErrorInput(
            path=None if err.path is None else without_surrogates(err.path),
            line=err.line,
            id=None if err.input_id is None else without_surrogates(err.input_id),
        )
    return ErrorRecord(input=place, code=err.code, message=without_surrogates(err.message), remedy=err.remedy)


def _beginning(stream: ByteStream) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and all of it once more."""
    head = stream.read(HEAD_BYTES)
    return head, io.BufferedReader(_Rejoined(head, stream))


class _Rejoined(io.RawIOBase):
    """A stream whose beginning has been read already."""

    def __init__(self, head: bytes, rest: ByteStream) -> None:
        super().__init__()
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # narrower
        piece = self._head[: len(buffer)] or self._rest.read1(len(buffer))
        self._head = self._head[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)


def _article_bearing(
    record: Extraction | Comparison | ErrorRecord, path: str | None, line: int
) -> Extraction | ErrorRecord:
    if isinstance(record, Comparison):
        raise CodecError(
            located("this is a comparison, not an article or an extraction", path, line),
            remedy="give the articles or extractions that it was made of",
            path=path,
            line=line,
        )
    if isinstance(record, Extraction):
        check_claims(record, line)
    return record


def _with_notes(record: Extraction | ErrorRecord, notes: tuple[Note, ...]) -> Extraction | ErrorRecord:
    if not notes or isinstance(record, ErrorRecord):
        return record
    return record.model_copy(update={"notes": notes + record.notes})


def _unreadable(reason: str, path: str | None) -> SourceError:
    what = located(f"it cannot be read: {reason}", path)
    return SourceError(what, remedy="check the path and its permissions", path=path)
