"""JSON and JSONL into what they hold: articles, claimx's own documents, and error records."""

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from claimx.codec import JsonValue, decode_document, is_document, read_values
from claimx.codec.values import MAX_WHOLE_BYTES
from claimx.errors import CodecError, InputError, located
from claimx.records import Comparison, ErrorRecord, Extraction, Note
from claimx.sources import Details, FieldMap, Limits, Loaded, article_of
from claimx.sources.decode import decode
from claimx.sources.interface import BINARY, refuse
from claimx.workflow.beginning import read_all
from claimx.workflow.limits import check_claims
from claimx.workflow.unread import error_record

WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
"""Byte-order marks of encodings in which a line does not end with the byte of a newline."""


class JsonReader:
    """Reads JSON values.

    Args:
        flags: What the user says of the input; believed more than anything else.
        field_map: Which keys of JSON objects hold an article's fields.
        limits: How much is read.
    """

    def __init__(self, flags: Details, field_map: FieldMap, limits: Limits) -> None:
        self._flags = flags
        self._field_map = field_map
        self._limits = limits

    def read(
        self, stream: BinaryIO, head: bytes, name: str | None, details: Details | None, *, one_per_line: bool
    ) -> Iterator[Loaded | Extraction | ErrorRecord]:
        """Read all values of a stream.

        Args:
            stream: The stream.
            head: Its first bytes.
            name: What it is called.
            details: What a manifest says of it.
            one_per_line: Whether each line is a value.

        Yields:
            What it holds in its order.

        Raises:
            InputError: If it is no JSON at all.
        """
        marked: tuple[Note, ...] = ()
        if head.startswith(WIDE_MARKS):
            text, marked = decode(read_all(stream, name, MAX_WHOLE_BYTES), name)
            stream = io.BufferedReader(io.BytesIO(text.encode()))
        elif b"\0" in head:
            raise refuse("this is not JSON: it holds NUL bytes", remedy="give JSON in UTF-8", code=BINARY, path=name)
        for value in read_values(stream, path=name, one_per_line=one_per_line, decode=lambda line: decode(line, name)):
            if isinstance(value, CodecError):
                yield error_record(value)
            else:
                yield self._of_value(value, marked + value.notes, name, details)

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
