"""One file or address into what it holds: articles, extractions, and error records for what cannot be read."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from claimx.errors import InputError, SourceError
from claimx.opening import open_input
from claimx.records import ErrorRecord, Extraction, Note
from claimx.sources import (
    Details,
    FieldMap,
    Format,
    Found,
    Limits,
    Loaded,
    Page,
    collection_reader_of,
    format_of,
    load_article,
    reader_of,
    suffix_of,
)
from claimx.sources.gunzip import MAGIC as GZIPPED
from claimx.sources.gunzip import Gunzip
from claimx.sources.interface import BINARY, EMPTY, CollectionReader, refuse
from claimx.sources.page import read_page
from claimx.workflow.beginning import HEAD_BYTES, ByteStream, beginning, read_all
from claimx.workflow.json_inputs import JsonReader
from claimx.workflow.unread import error_record, unreadable

PICTURES = ("image/", "audio/", "video/", "font/")
"""Media types of what is certainly no article."""


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
        self._json = JsonReader(flags, field_map, limits)
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
                with open_input(found.path) as stream:
                    yield from self._read_stream(stream, _Sender(found.name, suffix_of(found.path.name)), details)
        except InputError as err:
            yield error_record(err)
        except OSError as err:
            yield error_record(unreadable(err.strerror or str(err), found.name))
        except ValueError as err:  # a name with a NUL character is none that a system can open
            yield error_record(unreadable(str(err), found.name))

    def read_line(self, content: bytes, name: str | None, line: int) -> Iterator[Loaded | Extraction | ErrorRecord]:
        """As `JsonReader.read_line`."""
        return self._json.read_line(content, name, line)

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
            yield error_record(unreadable(err.strerror or str(err), name))

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
        head, whole = beginning(stream)
        if head.startswith(GZIPPED):
            head, whole = beginning(io.BufferedReader(Gunzip(whole, name)))
        if not head.strip() and len(head) < HEAD_BYTES:
            raise refuse("there is nothing in it", remedy="give a file with an article", code=EMPTY, path=name)
        if (sender.media_type or "").startswith(PICTURES):
            what = f"the server calls it {sender.media_type}, which is no text"
            raise refuse(what, remedy="give the address of an article", code=BINARY, path=name)
        kind = format_of(sender.suffix, head, sender.media_type)
        places = (self._flags, details)
        collection = collection_reader_of(kind)
        if reader_of(kind) is not None:
            page = read_page(kind, read_all(whole, name, self._limits.max_file_bytes), name, sender.charset)
            yield self._of_page(page, name, (*places, page.details, sender.details))
        elif collection is not None:
            yield from self._read_collection(collection, whole, name, places)
        else:
            yield from self._json.read(whole, head, name, details, one_per_line=kind is Format.JSONL)

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
