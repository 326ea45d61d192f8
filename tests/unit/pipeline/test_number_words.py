"""What a sign of several countries means to an outlet of one of them."""

import pytest

from claimx.lexicon.lexicon import load_lexicon
from claimx.pipeline.number_words import number_words
from claimx.textual.numbers import find_numbers

LEXICON = load_lexicon().numbers


@pytest.mark.parametrize("home", [None, "USD", "CAD", "GBP"])
@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("The mill cost US$7 million.", "USD"),
        ("The mill cost $7 million US.", "USD"),
        ("The mill cost 7 million US dollars.", "USD"),
        ("The mill cost A$7 million.", "AUD"),
        ("The mill cost C$7 million.", "CAD"),
        ("The mill cost $7 million Canadian.", "CAD"),
        ("The mill cost NZ$7 million.", "NZD"),
        ("The mill cost HK$7 million.", "HKD"),
        ("The mill cost S$7 million.", "SGD"),
        ("The mill cost 7 million Australian dollars.", "AUD"),
        ("The mill cost 7 million Egyptian pounds.", "EGP"),
        ("The mill cost 7 million yen.", "JPY"),
    ],
)
def test_what_is_told_wins_over_the_outlet(sentence: str, unit: str, home: str | None) -> None:
    (mention,) = find_numbers(sentence, number_words(LEXICON, home))
    assert (mention.unit, mention.assumed) == (unit, False)


@pytest.mark.parametrize(
    ("sentence", "home", "unit"),
    [
        ("The mill cost $7 million.", None, "USD"),
        ("The mill cost $7 million.", "CAD", "CAD"),
        ("The mill cost seven million dollars.", "AUD", "AUD"),
        ("A loaf costs 90 cents.", "NZD", "NZD"),
        ("The mill cost $7 million.", "GBP", "USD"),
        ("The mill cost £7 million.", "CAD", "GBP"),
        ("The mill cost 7 million pounds.", "EGP", "EGP"),
        ("The toll is Rs 90.", None, "INR"),
        ("The toll is Rs 90.", "PKR", "PKR"),
        ("The toll is 90 pesos.", "PHP", "PHP"),
        ("Dues of $3-$5 million are open.", "CAD", "CAD"),
        ("The mill is a $7 million Canadian bank.", "USD", "USD"),
    ],
)
def test_a_shared_sign_is_the_outlets_own(sentence: str, home: str | None, unit: str) -> None:
    (mention,) = find_numbers(sentence, number_words(LEXICON, home))
    assert (mention.unit, mention.assumed) == (unit, home is None)


def test_cents_keep_their_size() -> None:
    (mention,) = find_numbers("A loaf costs 90 cents.", number_words(LEXICON, "CAD"))
    assert mention.value is not None
    assert float(mention.value) == 0.9
