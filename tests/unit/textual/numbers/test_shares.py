"""Shares of a whole are percentages; parts of a unit are in the unit."""

import pytest
from number_reading import anchors, short

SHARES = [
    ("A third of the vines froze.", "33.33 percent", "A third"),
    ("About one-third of the vines froze.", "~33.33 percent", "About one-third"),
    ("Two-thirds of the vines froze.", "66.67 percent", "Two-thirds"),
    ("Nearly three quarters of the vines froze.", "≲75 percent", "Nearly three quarters"),
    ("Fewer than a fifth of the vines froze.", "<20 percent", "Fewer than a fifth"),
    ("Half of the vines froze.", "50 percent", "Half"),
    ("More than half the vines froze.", ">50 percent", "More than half"),
    ("One in five vines froze.", "20 percent", "One in five"),
    ("1 in 4 vines froze.", "25 percent", "1 in 4"),
    ("Three out of 10 vines froze.", "30 percent", "Three out of 10"),
    ("Nine of ten growers agree.", "90 percent", "Nine of ten"),
    ("One child in five was ill.", "20 percent", "One child in five"),
    ("It has a one-in-eight chance.", "12.5 percent", "one-in-eight"),
    ("One in every thousand vines froze.", "0.1 percent", "One in every thousand"),
    ("Output fell by a quarter from last year.", "25 percent", "a quarter"),
]
PARTS = [
    ("The rate fell half a percentage point.", "0.5 percentage point", "half a percentage point"),
    ("Less than half of 1 percent voted.", "<0.5 percent", "Less than half of 1 percent"),
    ("It is a quarter of a mile off.", "0.25 mile", "a quarter"),
    ("It took half an hour.", "0.5 hour", "half"),
]
NEITHER = [
    "The second half was dull.",
    "A third party mediates.",
    "A third-party check failed.",
    "Flags flew at half-staff.",
    "The third quarter was dull.",
    "The better half of the deal is his.",
]
COUNTS = [
    ("Two in 10 days is a lot of storms.", "2; 10 day"),
    ("Four of the nine growers agree.", "4; 9"),
    ("Seventeen out of 18 growers agree.", "17; 18"),
    ("It kills 900 out of every million.", "900"),
]


@pytest.mark.parametrize(("sentence", "expected", "anchor"), SHARES + PARTS)
def test_share(sentence: str, expected: str, anchor: str) -> None:
    assert short(sentence) == expected
    assert anchors(sentence) == [anchor]


@pytest.mark.parametrize("sentence", NEITHER)
def test_no_share(sentence: str) -> None:
    assert not short(sentence)


@pytest.mark.parametrize(("sentence", "expected"), COUNTS)
def test_counts_stay_counts(sentence: str, expected: str) -> None:
    assert short(sentence) == expected
