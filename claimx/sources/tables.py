"""TOML files that stand beside the articles: one list of tables, each checked as a record."""

from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from claimx.errors import SideFileError, located
from claimx.opening import read_bounded
from claimx.records.base import Record
from claimx.toml_text import MAX_TOML_BYTES, parse_toml

RecordT = TypeVar("RecordT", bound=Record)

MAX_BYTES = 64 * 1024 * 1024
"""Largest file beside the articles: a daily series of a hundred places over ten years has a fifth of it."""


def read_tables(path: Path, name: str, record: type[RecordT]) -> tuple[RecordT, ...]:
    """Read `[[name]]` tables; days may be written as TOML dates or as strings.

    Args:
        path: The file.
        name: What its tables are called.
        record: What each must hold.

    Raises:
        SideFileError: If it cannot be read or a table does not hold what it must; names file, table and key.
    """
    try:
        held = parse_toml(read_text(path, MAX_TOML_BYTES))
    except (ValueError, RecursionError) as err:
        raise SideFileError(
            located(f"this is not TOML: {err}", str(path)), remedy="mend the file; it must be UTF-8 TOML"
        ) from err
    strange = sorted(held.keys() - {name})
    tables = held.get(name, [])
    if strange or not isinstance(tables, list):
        what = f"{strange[0]!r} is not known" if strange else f"{name!r} is no list of tables"
        raise SideFileError(located(what, str(path)), remedy=f"write each entry as a table [[{name}]]")
    return tuple(check_row(table, record, path, f"[[{name}]] {number}") for number, table in enumerate(tables, 1))


def read_text(path: Path, most: int = MAX_BYTES) -> str:
    """The text of a file in UTF-8, without a byte-order mark; every line ends with a newline alone.

    Args:
        path: The file.
        most: Bytes that it may have.

    Raises:
        SideFileError: If it cannot be read, or is larger.
    """
    try:
        return read_bounded(path, most).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except OSError as err:
        raise SideFileError(
            located(f"it cannot be read: {err.strerror}", str(path)), remedy="check the path and its permissions"
        ) from err
    except UnicodeDecodeError as err:
        raise SideFileError(located("this is not UTF-8", str(path)), remedy="save it as UTF-8") from err
    except ValueError as err:  # a name with a NUL character is none that a system can open
        raise SideFileError(located(f"it cannot be read: {err}", str(path)), remedy="check the path") from err


def check_row(row: object, record: type[RecordT], path: Path, where: str) -> RecordT:
    """Make a record of one entry.

    Args:
        row: What was read.
        record: What it must hold.
        path: The file, for messages.
        where: The entry, for messages: `[[accepted]] 3`, `row 12`.

    Raises:
        SideFileError: If it does not hold what it must.
    """
    if isinstance(row, dict):
        row = {key: value.isoformat() if isinstance(value, date) else value for key, value in row.items()}
    try:
        return record.model_validate(row)
    except ValidationError as err:
        problem = err.errors(include_url=False, include_input=False)[0]
        key = ".".join(str(part) for part in problem["loc"])
        message = problem["msg"].removeprefix("Value error, ")
        what = f"{where}: {key}: {message}" if key else f"{where}: {message}"
        keys = ", ".join(field.alias or name for name, field in record.model_fields.items())
        raise SideFileError(located(what, str(path)), remedy=f"the keys of an entry are {keys}") from err
