"""Numbers in digits, in words and in both."""

import pytest
from number_reading import anchors, short

DIGITS = [
    ("The flood swept away 1,340 hives.", "1340"),
    ("The flood swept away 1 340 hives.", "1340"),
    ("The flood swept away 1\u202f340 hives.", "1340"),
    ("The flood swept away 81\u00a0000 hives.", "81000"),
    ("The flood swept away 81\u2009000\u2009500 hives.", "81000500"),
    ("The temple holds 7,05,41,900 coins.", "70541900"),
    ("The temple holds 12,50,000 coins.", "1250000"),
    ("The river carries 1.200.000 logs.", "1200000"),
    ("Some 2,6 million lambs were shorn.", "~2600000"),
    ("Roughly 0.75 million lambs were shorn.", "~750000"),
    ("The slide buried ６４ cars.", "64"),
    ("The slide buried ٤٧ cars.", "47"),
    ("The slide buried ४८ cars.", "48"),
    ("The walk takes 1½ hours.", "1.5 hour"),
    ("The walk takes 2 1/2 hours.", "2.5 hour"),
    ("Add 3/4 cup of lentils to 5 bowls.", "0.75; 5"),
    ("The bill reached 3.2bn crowns.", "3200000000"),
    ("There were 6 hundred thousand locusts.", "600000"),
    ("The state owes 9 lakh crore.", "9000000000000"),
    ("The raid cost 40 lakh.", "4000000"),
    ("The prize is a 5-million pot.", "5000000"),
    ("They sold 4.3M tickets.", "4300000"),
    ("They sold 10m tickets.", "10000000"),
    ("They dug a 10m hole.", "10 metre"),
    ("They sold 30k tickets.", "30000"),
    ("They sold 2.500 tickets.", "2500"),
    ("They ran for 2.500 seconds.", "2.5 second"),
    ("A 2,500-strong crowd left.", "2500"),
]

WORDS = [
    ("Forty-three divers went down.", "43"),
    ("Forty three divers went down.", "43"),
    ("One hundred and seven divers went down.", "107"),
    ("Two hundred thirteen divers went down.", "213"),
    ("Six thousand four hundred and nine bats left the cave.", "6409"),
    ("Seventeen thousand two hundred eleven bats left the cave.", "17211"),
    ("Half a million bats left the cave.", "500000"),
    ("Half a dozen bats left the cave.", "6"),
    ("Three dozen bats left the cave.", "36"),
    ("The dozen bats left the cave.", "12"),
    ("A hundred bats left the cave.", "100"),
    ("Some two and a half million bats left the cave.", "~2500000"),
    ("A billion and a half bats left the cave.", "1500000000"),
    ("Three point four million bats left the cave.", "3400000"),
    ("Between one hundred and two hundred bats left.", "100..200"),
    ("A quarter of a million bats left.", "250000"),
    ("Three-quarters of a million bats left.", "750000"),
    ("Seven million bats and five owls left.", "7000000; 5"),
]

NO_NUMBERS = [
    "They are sold by the dozen.",
    "A million thanks, in a manner of speaking, are due to Million Star.",
    "The eleventh bat left the cave.",
    "Her teens were hard.",
    "The twenty-first bat left the cave.",
]


@pytest.mark.parametrize(("sentence", "expected"), DIGITS)
def test_digits(sentence: str, expected: str) -> None:
    assert short(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), WORDS)
def test_words(sentence: str, expected: str) -> None:
    assert short(sentence) == expected


@pytest.mark.parametrize("sentence", [NO_NUMBERS[0], *NO_NUMBERS[2:]])
def test_no_number(sentence: str) -> None:
    assert not short(sentence)


@pytest.mark.parametrize(
    ("sentence", "anchor"),
    [
        ("A raid killed one hundred and nine goats.", "one hundred and nine"),
        ("They spent a million and a half on it.", "a million and a half"),
        ("They spent two and a half months there.", "two and a half"),
        ("They had 3.5 million sheep.", "3.5 million"),
    ],
)
def test_anchor_is_the_whole_number(sentence: str, anchor: str) -> None:
    assert anchors(sentence) == [anchor]
