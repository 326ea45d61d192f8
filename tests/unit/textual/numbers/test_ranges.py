"""Ranges, and pairs of numbers that are none."""

import pytest
from number_reading import anchors, mentions, short

RANGES = [
    ("Between 30 and 45 weavers joined.", "30..45", "Between 30 and 45"),
    ("Between $30 million and $45 million was lent.", "30000000..45000000 USD", "Between $30 million and $45 million"),
    ("Some 30-45 weavers joined.", "30..45", "Some 30-45"),
    ("A crew of 30–45 joined.", "30..45", "30–45"),
    ("A crew of 30 to 45 joined.", "30..45", "30 to 45"),
    ("Dues of €3-€5 million are open.", "3000000..5000000 EUR", "€3-€5 million"),
    ("A rise of 3 to 5 percent is likely.", "3..5 percent", "3 to 5 percent"),
    ("A rise of 3-5% is likely.", "3..5 percent", "3-5%"),
    ("A rise of 3% to 5% is likely.", "3..5 percent", "3% to 5%"),
    ("Two or three weavers joined.", "2..3", "Two or three"),
    ("Six to eight thousand weavers joined.", "6000..8000", "Six to eight thousand"),
    ("It costs 2 to 4 million euros.", "2000000..4000000 EUR", "2 to 4 million euros"),
    ("Wages range from 30 to 45 dinars.", "30..45 IQD", "30 to 45 dinars"),
    ("A term of 5-to-9 years awaits him.", "5..9 year", "5-to-9"),
    ("Around 600 to 700 weavers joined.", "600..700", "Around 600 to 700"),
    ("Divers search at depths of 70 m to 50 m.", "50..70 metre", "70 m to 50"),
]
TWO_FIGURES = [
    ("Membership rose from 310 to 450.", "310; 450"),
    ("Membership jumped from 310 last year to 450.", "310; 450"),
    ("Membership rose by 30 to 450.", "30; 450"),
    ("The yes camp leads 47 percent to 41 percent.", "47 percent; 41 percent"),
    ("The share climbed 3 percent to 81 crowns.", "3 percent; 81"),
    ("They raised the toll from $4 to $6 to $9.", "4 USD; 6 USD; 9 USD"),
    ("Sales grew from 12.5 to 30-40 billion yen.", "12500000000 JPY; 30000000000..40000000000 JPY"),
    ("It needs several hundred or even 2,000 watts.", "vague 300..999 watt; 2000 watt"),
    ("Between them, 30 weavers and 45 dyers joined.", "30; 45"),
]
NEITHER = [
    "The visitors won 5-3 on Sunday.",
    "It was a 2-2 draw.",
    "Call 555-0199 for help.",
    "Call 020-7946-0018 for help.",
    "The fiscal year 2023-24 was dry.",
    "It ran from 2014 to 2017.",
    "The shop opens 9-5.",
]


@pytest.mark.parametrize(("sentence", "expected", "anchor"), RANGES)
def test_range(sentence: str, expected: str, anchor: str) -> None:
    assert short(sentence) == expected
    assert anchors(sentence) == [anchor]
    (mention,) = mentions(sentence)
    assert mention.comparator == "between"
    assert mention.value is None


@pytest.mark.parametrize(("sentence", "expected"), TWO_FIGURES)
def test_two_figures(sentence: str, expected: str) -> None:
    assert short(sentence) == expected


@pytest.mark.parametrize("sentence", NEITHER)
def test_neither(sentence: str) -> None:
    assert not short(sentence)


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("The court upheld it in a 7-2 ruling.", ["7", "2"]),
        ("The council passed it by a 9-4 vote.", ["9", "4"]),
        ("A 3-to-1 vote of the panel settled it.", ["3", "1"]),
    ],
)
def test_sides_of_a_vote_are_weak(sentence: str, sides: list[str]) -> None:
    found = mentions(sentence, weak=True)
    assert [sentence[each.start : each.end] for each in found] == sides
    assert all(each.weak and each.unit == "vote" for each in found)
