"""Digits alone."""

from decimal import Decimal

import pytest

from claimx.textual.numbers.digits import read_digits


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", "0"),
        ("1,234,567", "1234567"),
        ("12,34,567", "1234567"),
        ("1,4", "1.4"),
        ("3.75", "3.75"),
        (".5", "0.5"),
        ("9.876.543", "9876543"),
        ("1,234.5", "1234.5"),
        ("1 234", "1234"),
        ("1’234", "1234"),
        ("１２", "12"),
        ("٣٫٥", "3.5"),
    ],
)
def test_value(written: str, value: str) -> None:
    assert read_digits(written) == Decimal(value)


@pytest.mark.parametrize("written", ["19.03.2024", "1,2,3", "2.0.1", "1,2.5", "200,0000", "9" * 40])
def test_no_number(written: str) -> None:
    assert read_digits(written) is None
