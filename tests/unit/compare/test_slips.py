from decimal import Decimal

import pytest

from claimx.compare.slips import slip_between


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("1160", "1610", "digits"),
        ("283", "238", "digits"),
        ("1160", "11600", "zeros"),
        ("34", "3400", "zeros"),
        ("340", "34", "zeros"),
        ("12", "21", None),
        ("3", "30", None),
        ("1160", "1061", None),
        ("1234", "1432", None),
        ("1160", "1161", None),
        ("500", "500", None),
        ("12.5", "125", None),
        ("0", "0", None),
        ("3E+2", "30", "zeros"),
    ],
)
def test_slips(one: str, other: str, slip: str | None) -> None:
    assert slip_between(Decimal(one), Decimal(other)) == slip
    assert slip_between(Decimal(other), Decimal(one)) == slip
