"""Reads official series and house lists of figures: CSV, JSON, JSONL or TOML, one row for each day and figure."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

from claimx.errors import SideFileError, located
from claimx.records.reference import ReferenceEntry, ReferenceLine
from claimx.sources.tables import check_row, read_tables, read_text

TABLE = "figure"
COLUMNS = tuple(ReferenceEntry.model_fields)
SAME = ("date", "metric", "place", "who", "event", "unit")
"""Two rows that are alike in all of these are of one figure."""


def read_reference(path: Path) -> tuple[ReferenceLine, ...]:
    """Read a series or a list.

    Args:
        path: A file that ends in .csv, .tsv, .json, .jsonl or .toml; its columns or keys are those of `ReferenceEntry`.

    Returns:
        Its rows, in order.

    Raises:
        SideFileError: If it cannot be read, a row does not hold what it must, or two rows are of one figure and day;
            names file and row.
    """
    rows = list(_read(path))
    if not rows:
        raise SideFileError(located("there is no row in it", str(path)), remedy=f"give rows with {', '.join(COLUMNS)}")
    seen: dict[tuple[str | None, ...], ReferenceLine] = {}
    for line in rows:
        key = tuple(getattr(line, name) for name in SAME)
        first = seen.setdefault(key, line)
        if first is not line:
            what = f"row {line.row}: row {first.row} is of the same figure and day"
            raise SideFileError(located(what, str(path)), remedy="take one of the two rows out")
    return tuple(rows)


def _read(path: Path) -> Iterator[ReferenceLine]:
    match path.suffix.lower():
        case ".csv" | ".tsv":
            rows = _csv_rows(path)
        case ".json":
            rows = _json_rows(path)
        case ".jsonl":
            rows = _jsonl_rows(path)
        case ".toml":
            entries = read_tables(path, TABLE, ReferenceEntry)
            rows = ((number, entry.model_dump()) for number, entry in enumerate(entries, 1))
        case suffix:
            what = located(f"{suffix or 'no ending'} is no format of a reference", str(path))
            raise SideFileError(what, remedy="give a file that ends in .csv, .tsv, .json, .jsonl or .toml")
    for number, row in rows:
        entry = check_row(row, ReferenceEntry, path, f"row {number}")
        yield ReferenceLine(**entry.model_dump(), file=str(path), row=number)


def _csv_rows(path: Path) -> Iterator[tuple[int, object]]:
    """The rows with the line on which each ends; empty cells are left out, and so are empty lines."""
    text = read_text(path)
    head = text.partition("\n")[0]
    delimiter = max("\t;,", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [name.strip().casefold() for name in next(reader, [])]
        strange = [name for name in header if name not in COLUMNS]
        if strange:
            what = located(f"row 1: the column {strange[0]!r} is not known", str(path))
            raise SideFileError(what, remedy=f"the columns are {', '.join(COLUMNS)}; rename it or take it out")
        for cells in reader:
            if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
                what = located(f"row {reader.line_num}: there are more cells than columns", str(path))
                raise SideFileError(what, remedy='put a number with commas in quotes: "1,160"')
            row = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if cell.strip()}
            if row:
                yield reader.line_num, row
    except csv.Error as err:
        what = located(f"row {reader.line_num}: this is not CSV: {err}", str(path))
        raise SideFileError(what, remedy="close every quote, and save it as CSV in UTF-8") from err


def _json_rows(path: Path) -> Iterator[tuple[int, object]]:
    rows = _decode(read_text(path), path, None)
    if not isinstance(rows, list):
        raise SideFileError(located("this is no array", str(path)), remedy="write [ {…}, {…} ], or one object a line")
    yield from enumerate(rows, 1)


def _jsonl_rows(path: Path) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if line.strip():
            yield number, _decode(line, path, number)


def _decode(text: str, path: Path, line: int | None) -> object:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as err:
        number = line or (err.lineno if isinstance(err, json.JSONDecodeError) else None)
        raise SideFileError(located(f"this is not JSON: {err}", str(path), number), remedy="mend the file") from err
    return value
