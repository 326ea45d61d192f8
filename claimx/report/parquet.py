"""Parquet: a claim a row, in columns whose types do not depend on what is in them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from claimx.errors import ClaimxError
from claimx.records import Extraction
from claimx.report.flat import CLAIM_COLUMNS, Cell, claim_rows

if TYPE_CHECKING:
    from pyarrow import Schema

MISSING_EXTRA = "CX915"

NUMBERS = frozenset({"value", "low", "high", "confidence"})
PLACES = frozenset({"start", "end"})
TRUTHS = frozenset({"negated"})
"""All other columns hold strings."""

ROWS = 10_000
"""How many are held in memory and written as one group."""


class Target(Protocol):
    """Takes bytes, one after another."""

    def write(self, data: bytes, /) -> int:
        """Write bytes."""
        ...


@contextmanager
def needing_parquet() -> Iterator[None]:
    """Import the library, which a plain installation does not have.

    Raises:
        ClaimxError: If it is not installed.
    """
    try:
        yield
    except ImportError as err:
        raise ClaimxError(
            "writing Parquet needs a library that is not installed",
            remedy="pip install 'claimx[parquet]'",
            code=MISSING_EXTRA,
        ) from err


def write_parquet(extractions: Iterable[Extraction], target: Target) -> None:
    """Write claims, a row each, by the columns of the CSV; numbers are doubles, offsets 64-bit integers.

    Args:
        extractions: The articles, one after another.
        target: Where the bytes go.

    Raises:
        ClaimxError: If the library is not installed.
    """
    with needing_parquet():
        import pyarrow as pa
        from pyarrow import parquet
    schema = _schema()
    rows = (
        {name: _plain(name, row[name]) for name in CLAIM_COLUMNS} for each in extractions for row in claim_rows(each)
    )
    with parquet.ParquetWriter(pa.PythonFile(_Counting(target), mode="w"), schema, compression="zstd") as writer:
        while group := list(islice(rows, ROWS)):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))


def _schema() -> "Schema":
    import pyarrow as pa

    def type_of(name: str) -> object:
        if name in NUMBERS:
            return pa.float64()
        if name in PLACES:
            return pa.int64()
        return pa.bool_() if name in TRUTHS else pa.string()

    return pa.schema([(name, type_of(name)) for name in CLAIM_COLUMNS])


def _plain(name: str, cell: Cell) -> object:
    if cell is None:
        return None
    return float(cell) if name in NUMBERS else cell


class _Counting:
    """What the library asks of a file, of something that only takes bytes.

    Args:
        target: Where the bytes go.
    """

    closed = False

    def __init__(self, target: Target) -> None:
        self._target = target
        self._written = 0

    def write(self, data: bytes) -> int:
        """Write bytes."""
        self._target.write(bytes(data))
        self._written += len(data)
        return len(data)

    def tell(self) -> int:
        """How many bytes were written."""
        return self._written

    def flush(self) -> None:
        """Leave flushing to who opened the target."""

    def close(self) -> None:
        """Leave closing to who opened the target."""
