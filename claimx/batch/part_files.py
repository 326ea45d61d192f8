"""The file of a part: rows into lines of JSON or into Parquet, and back."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from claimx.batch.rows import NOTHING, ResultRow, row_of_document
from claimx.report.parquet import needing_parquet

GROUP = 100
"""Rows that are compressed together."""

NUMBERS = ("claims", "quotes")
NOT_WRITTEN = ("error", "left_out")
"""Columns that are empty in every row of a part."""


def write_lines(rows: Sequence[ResultRow], stream: BinaryIO) -> None:
    """Write the records of rows, a line each."""
    stream.writelines(row["document"].encode() + b"\n" for row in rows)


def read_lines(file: Path) -> Iterator[ResultRow]:
    """The rows of the records in a file.

    Raises:
        OSError: If it cannot be read.
        CodecError, ValueError: If a line holds no record.
    """
    with file.open(encoding="utf-8", newline="\n") as stream:
        for line in stream:
            yield row_of_document(line.removesuffix("\n"))


def write_parquet(rows: Sequence[ResultRow], stream: BinaryIO) -> None:
    """Write rows as they are.

    Raises:
        ClaimxError: If the library is not installed.
    """
    with needing_parquet():
        import pyarrow as pa
        from pyarrow import parquet
    names = [name for name in NOTHING if name not in NOT_WRITTEN]
    schema = pa.schema([(name, pa.int32() if name in NUMBERS else pa.string()) for name in names])
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for begin in range(0, len(rows), GROUP):
            plain = [{name: row[name] for name in names} for row in rows[begin : begin + GROUP]]  # type: ignore[literal-required]
            writer.write_table(pa.Table.from_pylist(plain, schema=schema))


def read_parquet(file: Path) -> Iterator[ResultRow]:
    """The rows of a file.

    Raises:
        ClaimxError: If the library is not installed.
    """
    with needing_parquet():
        from pyarrow import parquet
    with parquet.ParquetFile(file) as table:
        for batch in table.iter_batches(GROUP):
            for row in batch.to_pylist():
                yield {**NOTHING, **row}
