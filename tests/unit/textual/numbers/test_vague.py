"""Vague words and their intervals."""

import pytest
from number_reading import anchors, mentions, short

VAGUE = [
    ("Dozens of huts burnt.", "vague 12..99", "Dozens"),
    ("Hundreds of huts burnt.", "vague 100..999", "Hundreds"),
    ("Thousands queued for hours.", "vague 1000..9999", "Thousands"),
    ("Tens of thousands queued.", "vague 10000..99999", "Tens of thousands"),
    ("Hundreds of thousands queued.", "vague 100000..999999", "Hundreds of thousands"),
    ("Tens of millions queued.", "vague 10000000..99999999", "Tens of millions"),
    ("Scores of huts burnt.", "vague 20..99", "Scores"),
    ("Several hundred huts burnt.", "vague 300..999", "Several hundred"),
    ("A few thousand huts burnt.", "vague 2000..9999", "A few thousand"),
    ("A couple dozen huts burnt.", "vague 24..47", "A couple dozen"),
    ("It cost billions of dollars.", "vague 1000000000..9999999999 USD", "billions of dollars"),
    ("It fell hundreds of feet.", "vague 100..999 foot", "hundreds"),
]
WEAK = [
    ("Several huts burnt.", "vague 3..9"),
    ("A few huts burnt.", "vague 2..9"),
    ("A handful of huts burnt.", "vague 2..9"),
    ("A couple of huts burnt.", "vague 2..3"),
]


@pytest.mark.parametrize(("sentence", "expected", "anchor"), VAGUE)
def test_interval(sentence: str, expected: str, anchor: str) -> None:
    assert short(sentence) == expected
    assert anchors(sentence) == [anchor]


def test_of_is_no_part_of_the_anchor() -> None:
    sentence = "A handful of huts burnt."
    (mention,) = mentions(sentence, weak=True)
    assert sentence[mention.start : mention.end] == "A handful"


@pytest.mark.parametrize(("sentence", "expected"), WEAK)
def test_weak_words_state_nothing_alone(sentence: str, expected: str) -> None:
    assert not short(sentence)
    assert short(sentence, weak=True) == expected


@pytest.mark.parametrize(
    "sentence", ["They went their several ways off.", "Pupils raised their test scores.", "The tens column is empty."]
)
def test_look_alikes(sentence: str) -> None:
    assert not short(sentence)
