"""Sums of money."""

import pytest
from number_reading import anchors, short

SUMS = [
    ("The pier cost $7 million.", "7000000 USD", "$7 million"),
    ("The pier cost US$7.5m.", "7500000 USD", "US$7.5m"),
    ("The pier cost $US7.5 million.", "7500000 USD", "$US7.5 million"),
    ("The pier cost £1.7bn.", "1700000000 GBP", "£1.7bn"),
    ("The pier cost €900,000.", "900000 EUR", "€900,000"),
    ("The pier cost 3m euros.", "3000000 EUR", "3m euros"),
    ("The pier cost three million euros.", "3000000 EUR", "three million euros"),
    ("A three million-euro pier sank.", "3000000 EUR", "three million-euro"),
    ("A $12-million pier sank.", "12000000 USD", "$12-million"),
    ("The pier cost Rs 60 crore.", "600000000 INR", "Rs 60 crore"),
    ("The pier cost Rs. 60 lakh.", "6000000 INR", "Rs. 60 lakh"),
    ("The pier cost ₹ 4,50,000.", "450000 INR", "₹ 4,50,000"),
    ("The pier cost A$5 million.", "5000000 AUD", "A$5 million"),
    ("The pier cost AUD1.5m.", "1500000 AUD", "AUD1.5m"),
    ("The pier cost PS8m.", "8000000 GBP", "PS8m"),
    ("Shares shed 31 cents.", "0.31 USD", "31 cents"),
    ("The pier cost a billion dollars.", "1000000000 USD", "a billion dollars"),
    ("Pickers earn $12-an-hour.", "12 USD", "$12"),
    ("He paid 300 pounds sterling.", "300 GBP", "300 pounds sterling"),
    ("He paid 2 million pounds.", "2000000 GBP", "2 million pounds"),
]
NO_MONEY = [
    ("Thousands of $9-an-hour pickers left.", "vague 1000..9999; 9 USD"),
    ("Divers found 40 pounds of cocaine.", "40 pound"),
    ("A 500-pound bomb was found.", "500 pound"),
    ("She won 9,000 votes.", "9000"),
    ("They will cad 5 rides.", "5"),
]


@pytest.mark.parametrize(("sentence", "expected", "anchor"), SUMS)
def test_sum(sentence: str, expected: str, anchor: str) -> None:
    assert short(sentence) == expected
    assert anchors(sentence) == [anchor]


@pytest.mark.parametrize(("sentence", "expected"), NO_MONEY)
def test_other_units(sentence: str, expected: str) -> None:
    assert short(sentence) == expected


@pytest.mark.parametrize("sentence", ["He played his PS5 at night.", "The rapper 50 Cent sang."])
def test_names(sentence: str) -> None:
    assert not [each for each in short(sentence).split("; ") if "GBP" in each or "USD" in each]
