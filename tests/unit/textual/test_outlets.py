"""The currency of an outlet's country, by name and by address."""

import pytest

from claimx.textual.outlets import OutletCurrencies, outlet_currency

OUTLETS = OutletCurrencies(
    names={"harbor post": "USD", "tarn": "AUD"}, domains={"quarry.com": "CAD", "nz": "NZD", "com.xx": "HKD"}
)


@pytest.mark.parametrize(
    ("source", "url", "currency"),
    [
        ("Harbor  Post", None, "USD"),
        ("HARBOR POST", "https://www.mill.nz/1", "USD"),
        ("quarry.com", None, "CAD"),
        ("www.quarry.com", None, "CAD"),
        ("The Mill", "https://news.quarry.com/2024/1?x=nz", "CAD"),
        (None, "http://user@mill.co.nz:8080/", "NZD"),
        (None, "//mill.com.xx/1", "HKD"),
        ("The Mill", "https://quarry.com.example.org/1", None),
        ("The Mill", "https://mill.xx/1", None),
        ("nz", None, None),
        ("Tarn Weekly", None, None),
        (None, None, None),
        (None, "http://[", None),
        ("", "", None),
    ],
)
def test_outlet_currency(source: str | None, url: str | None, currency: str | None) -> None:
    assert outlet_currency(source, url, OUTLETS) == currency
