"""Records into JSON: the same record gives the same bytes."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, Protocol

from pydantic_core import PydanticSerializationError

from claimx.errors import CodecError
from claimx.records.comparison import Comparison
from claimx.records.extraction import ErrorRecord, Extraction

JsonForm = Literal["json", "jsonl"]

STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What steers a terminal, ends a line for some programs or turns the reading direction, and JSON allows as it is."""


class ByteSink(Protocol):
    """What is needed of the place that JSON is written to."""

    def write(self, data: bytes, /) -> object:
        """Take bytes."""
        ...

    def flush(self) -> None:
        """Hand them on."""
        ...


def encode(record: Extraction | Comparison | ErrorRecord, *, indent: int | None = None) -> bytes:
    """Write one record as JSON in UTF-8, in the order of the contract's fields; what steers a terminal is escaped.

    Args:
        record: The record.
        indent: Spaces for each level; on one line where None.

    Raises:
        CodecError: If a text holds half of a surrogate pair, which no UTF-8 can hold.
    """
    try:
        written = record.model_dump_json(indent=indent)
        return STEERING.sub(_escaped, written).encode()
    except (PydanticSerializationError, UnicodeEncodeError) as err:
        raise CodecError(
            "a text holds half of a surrogate pair and cannot be written as UTF-8",
            remedy="replace such characters by U+FFFD before the text is read",
        ) from err


def write_extractions(records: Iterable[Extraction | ErrorRecord], stream: ByteSink, *, form: JsonForm) -> None:
    """Write extractions and error records as they come.

    Args:
        records: The records.
        stream: Where to.
        form: `jsonl`, one a line and flushed one by one; or `json`: one object for one record, an array otherwise.

    Raises:
        CodecError: As `encode`.
    """
    pieces = _json_pieces(iter(records)) if form == "json" else (encode(record) + b"\n" for record in records)
    for piece in pieces:
        stream.write(piece)
        stream.flush()


def write_comparison(comparison: Comparison, stream: ByteSink) -> None:
    """Write a comparison, indented for people to read.

    Raises:
        CodecError: As `encode`.
    """
    stream.write(encode(comparison, indent=2) + b"\n")
    stream.flush()


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _json_pieces(records: Iterator[Extraction | ErrorRecord]) -> Iterator[bytes]:
    """An object, or an array written member by member; which of them, the second record tells."""
    first = next(records, None)
    if first is None:
        yield b"[]\n"
        return
    second = next(records, None)
    if second is None:
        yield encode(first, indent=2) + b"\n"
        return
    yield b"[\n" + _indented(first)
    yield b",\n" + _indented(second)
    for record in records:
        yield b",\n" + _indented(record)
    yield b"\n]\n"


def _indented(record: Extraction | ErrorRecord) -> bytes:
    """A member of an array; no JSON string holds a line break, so each line can be moved in."""
    return b"\n".join(b"  " + line for line in encode(record, indent=2).split(b"\n"))
