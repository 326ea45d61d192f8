"""Rows of a reference that look like slips of the pen: real series have them, and figures are held against them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from claimx.compare.official import Official, Row, read_official
from claimx.records.reference import ReferenceLine


@dataclass(frozen=True, slots=True)
class RowSlip:
    """A row out of line with its neighbours that a slip would put back between them.

    Attributes:
        row: The row.
        meant: The number that it may have been meant to be.
    """

    row: Row
    meant: Decimal


def find_row_slips(lines: Iterable[ReferenceLine]) -> tuple[RowSlip, ...]:
    """Find the rows of series that look like slips: 4,327 between 4,229 and 4,241 was 4,237.

    Args:
        lines: The rows of all files.

    Returns:
        By file and row. A series that was revised down has none there: it goes on from where it fell to.
    """
    found = [slip for official in read_official(lines) for slip in _slips(official)]
    return tuple(sorted(found, key=lambda slip: (slip.row.line.file, slip.row.line.row)))


def _slips(official: Official) -> Iterator[RowSlip]:
    rows = official.rows
    for before, row, after in zip(rows, rows[1:], rows[2:], strict=False):
        if not before.value <= after.value or before.value <= row.value <= after.value:
            continue
        meant = next((each for each in _slipped(row.value) if before.value <= each <= after.value), None)
        if meant is not None:
            yield RowSlip(row, meant)


def _slipped(value: Decimal) -> Iterator[Decimal]:
    """The numbers of which a slip makes this one: two neighbouring digits changed places, a zero more or less."""
    if value != value.to_integral_value() or value <= 0:
        return
    digits = f"{value:f}".partition(".")[0]
    for place in range(len(digits) - 1):
        if digits[place] != digits[place + 1]:
            yield Decimal(f"{digits[:place]}{digits[place + 1]}{digits[place]}{digits[place + 2 :]}")
    yield value * 10
    if digits.endswith("0"):
        yield value / 10
