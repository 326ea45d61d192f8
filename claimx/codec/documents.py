"""JSON values of the contract into records: which version they are of, and whether every field is one that is known."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from pydantic import ValidationError

from claimx.codec.upgrade import drop_unknown_fields, is_newer, major_of
from claimx.codec.values import read_values
from claimx.errors import CodecError, located
from claimx.records.base import SCHEMA_VERSION
from claimx.records.comparison import Comparison
from claimx.records.extraction import ErrorRecord, Extraction, Note

Document = Extraction | Comparison | ErrorRecord

KINDS: dict[str, type[Extraction] | type[Comparison] | type[ErrorRecord]] = {
    "claimx.extraction": Extraction,
    "claimx.comparison": Comparison,
    "claimx.error": ErrorRecord,
}
"""The schemas of the contract by name."""

UNKNOWN_VERSION = "CX941"
FIELDS_DROPPED = "CX942"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A record read from JSON.

    Attributes:
        record: The record; an extraction tells what was dropped in its notes too.
        dropped: Fields of a newer minor version that were left out, as dotted paths.
    """

    record: Document
    dropped: tuple[str, ...] = ()


def is_document(value: object) -> bool:
    """Whether a JSON value says that it is one of claimx's own."""
    schema = value.get("schema") if isinstance(value, dict) else None
    return isinstance(schema, str) and schema.startswith("claimx.")


def decode_document(value: Mapping[str, object], *, path: str | None = None, line: int | None = None) -> Decoded:
    """Make a record of a JSON object.

    Args:
        value: The object; `schema` tells what it is.
        path: Where it was read, for messages; None for standard input.
        line: One-based line on which it begins.

    Raises:
        CodecError: If its schema or the major number of its version is not known, or it does not hold what it must.
    """
    schema, version = value.get("schema"), value.get("schema_version")
    kind = KINDS.get(schema) if isinstance(schema, str) else None
    if kind is None:
        raise _refused(f"the schema {schema!r} is not one of {', '.join(KINDS)}", path, line)
    if major_of(version) != major_of(SCHEMA_VERSION):
        raise CodecError(
            located(f"{schema} of version {version!r} cannot be read; this claimx reads {SCHEMA_VERSION}", path, line),
            remedy="use the claimx that wrote it, or write it again with this one",
            code=UNKNOWN_VERSION,
            path=path,
            line=line,
        )
    try:
        json.dumps(value, ensure_ascii=False, default=str).encode()
        if not is_newer(version):
            return Decoded(kind.model_validate(value))
        upgraded, dropped = drop_unknown_fields({**value, "schema_version": SCHEMA_VERSION}, kind)
        return _with_note(Decoded(kind.model_validate(upgraded), dropped), str(version))
    except ValidationError as err:
        raise _refused(problem_of(err), path, line) from err
    except UnicodeEncodeError as err:  # it could be neither named by a hash nor written
        raise _refused("a text in it holds half of a surrogate pair", path, line) from err
    except RecursionError as err:
        raise _refused("it is nested too deeply", path, line) from err


def read_documents(stream: BinaryIO, *, path: str | None = None) -> Iterator[Decoded]:
    """Read the extractions, comparisons and error records of JSONL, of an array, or of one object.

    Args:
        stream: UTF-8 bytes.
        path: Its name, for messages; None for standard input.

    Raises:
        CodecError: At the first value that is not what claimx writes.
    """
    for value in read_values(stream, path=path):
        if isinstance(value, CodecError):
            raise value
        if not isinstance(value.value, dict):
            raise _refused("this is not a JSON object", path, value.line)
        yield decode_document(value.value, path=path, line=value.line)


def problem_of(err: ValidationError) -> str:
    """The first problem of a validation error in one line: where, and what."""
    problem = err.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in problem["loc"])
    message = problem["msg"].removeprefix("Value error, ")
    return f"{where}: {message}" if where else message


def _with_note(decoded: Decoded, version: str) -> Decoded:
    if not decoded.dropped or not isinstance(decoded.record, Extraction):
        return decoded
    message = f"written as version {version}; fields that this claimx does not know were dropped: "
    note = Note(code=FIELDS_DROPPED, level="info", message=message + ", ".join(decoded.dropped))
    record = decoded.record.model_copy(update={"notes": (*decoded.record.notes, note)})
    return Decoded(record, decoded.dropped)


def _refused(what: str, path: str | None, line: int | None) -> CodecError:
    return CodecError(
        located(what, path, line), remedy="write it again with claimx extract or claimx compare", path=path, line=line
    )
