"""Changes, rates, levels, contrast and multiples."""

import pytest
from number_reading import mentions, short

from claimx.textual.numbers import join_levels


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The toll rose by 40 to 260.", [("change", "up"), ("total", None)]),
        ("The toll has risen to 260.", [("total", None)]),
        ("Shares slid 4%.", [("change", "down")]),
        ("Shares were up 4%.", [("change", "up")]),
        ("Rents are 4% of income.", [("total", None)]),
        ("The mill lost 4%.", [("change", "down")]),
        ("The mill lost 4 weavers.", [("total", None)]),
        ("The mill lost some 4 million euros.", [("total", None)]),
        ("The share lost 4 euros.", [("change", "down")]),
        ("Weavers make up 4% of the town.", [("total", None)]),
        ("The share has risen above 4%.", [("total", None)]),
        ("The share fell just short of 4%.", [("total", None)]),
        ("The mill raised its old fares by 4%.", [("change", "up")]),
        ("The drug lowers the risk by a third.", [("change", "down")]),
        ("The bank cut rates by a quarter point.", [("change", "down")]),
        ("Rates were cut, and a mill owned by 4% of us fell.", [("total", None)]),
        ("The mill raised its roof and hired 4 weavers.", [("total", None)]),
        ("The index closed 80 points lower.", [("change", "down")]),
        ("The index is 80 points lower than in May.", [("change", "down")]),
        ("The mill has 90 looms, 40 fewer than last year.", [("total", None), ("change", "down")]),
        ("Some 40 more than doubled their pay.", [("total", None)]),
    ],
)
def test_change(sentence: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(each.basis, each.change) for each in mentions(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "per"),
    [
        ("The clinic treats 60 people a day.", "day"),
        ("They earn $9 an hour.", "hour"),
        ("They earn $9-an-hour.", "hour"),
        ("Rent is 700 euros per month.", "month"),
        ("It loses $4 million annually.", "year"),
        ("Oil is at $81 a barrel.", "barrel"),
        ("The clinic treated 60 people that day.", None),
        ("The clinic treated 60 people in a week.", None),
    ],
)
def test_period(sentence: str, per: str | None) -> None:
    assert mentions(sentence)[0].per == per


@pytest.mark.parametrize(
    ("sentence", "levels"),
    [
        ("The toll rose from 31 to 46.", ["from", "to"]),
        ("The toll was cut to 31 from 46.", ["to", "from"]),
        ("The toll climbed to 46.", ["to"]),
        ("The toll was 46, up from 31.", [None, "from"]),
        ("People came from 31 towns to 46 camps.", [None, None]),
    ],
)
def test_level(sentence: str, levels: list[str | None]) -> None:
    assert [each.level for each in mentions(sentence)] == levels


def test_levels_are_joined() -> None:
    found = mentions("Prices fell from 90 to 60 crowns, then 9 more.")
    joined = join_levels(found)
    assert [(index, each.low, each.high, each.change) for index, each in joined] == [
        (1, 60, 90, "down"),
        (2, 9, 9, None),
    ]
    assert join_levels(found[2:]) == ((0, found[2]),)


def test_steps_are_joined_one_by_one() -> None:
    joined = join_levels(mentions("The fee rose from 40 to 60 to 90 crowns."))
    assert [(index, each.low, each.high, each.change) for index, each in joined] == [
        (1, 40, 60, "up"),
        (2, 60, 90, "up"),
    ]


@pytest.mark.parametrize(
    ("sentence", "listed"),
    [("It is one of the oldest mills.", [True]), ("One who knew 6 dyers left.", [True, False]), ("One knows.", [])],
)
def test_one_of_several(sentence: str, listed: list[bool]) -> None:
    assert [each.pronoun for each in mentions(sentence, weak=True)] == listed


@pytest.mark.parametrize("sentence", ["Not 80 but 60 huts burnt.", "It was not 80, but 60 huts."])
def test_contrast(sentence: str) -> None:
    assert short(sentence) == "not 80; 60"


@pytest.mark.parametrize("sentence", ["Not 80 huts burnt.", "It was not long, but 60 huts burnt."])
def test_no_contrast(sentence: str) -> None:
    assert "not" not in short(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected", "kind"),
    [
        ("Rents are three times the average.", "3 times", "multiple"),
        ("Rents are more than twice the average.", ">2 times", "multiple"),
        ("Rents saw a fourfold rise.", "4 times", "multiple"),
        ("Rents rose 4-fold.", "4 times", "multiple"),
        ("He voted three times.", "3 time", "count"),
    ],
)
def test_multiple(sentence: str, expected: str, kind: str) -> None:
    assert short(sentence) == expected
    assert mentions(sentence)[0].kind == kind


@pytest.mark.parametrize("sentence", ["He voted twice.", "He scored twice as City won."])
def test_no_multiple(sentence: str) -> None:
    assert not short(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was minus 14 degrees Celsius.", "-14 degree celsius"),
        ("It fell to -14°C.", "-14 degree celsius"),
        ("It was 10-14 degrees Celsius.", "10..14 degree celsius"),
        ("The 100- and 200-metre races", "100 metre; 200 metre"),
        ("It fell from 7 to 5 percent.", "7 percent; 5 percent"),
        ("A 6.4 quake shook it.", "6.4 magnitude"),
        ("They hid 60 m-79 launchers.", "60"),
        ("Winds of 90 km/h blew.", "90 kilometre per hour"),
        ("Rain of 90mm fell.", "90 millimetre"),
        ("A 90-square-metre hall", "90 square metre"),
        ("Temperatures hit 41C.", "41 degree celsius"),
    ],
)
def test_unit(sentence: str, expected: str) -> None:
    assert short(sentence, weak=True) == expected


@pytest.mark.parametrize(
    "sentence", ["A four-door car stopped.", "The 917 Starcruiser is new.", "A three-judge panel met."]
)
def test_numbers_that_describe_are_weak(sentence: str) -> None:
    assert not short(sentence)
    assert short(sentence, weak=True)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Exports climbed from 7.4 to 12 billion euros.", "7400000000 EUR; 12000000000 EUR"),
        ("The herd grew from 2.4 to 3.1 million.", "2400000; 3100000"),
        ("The fund fell from 5 to 2bn.", "5000000000; 2000000000"),
        ("The herd grew from 40 to 1 million.", "40; 1000000"),
        ("The herd grew from 5,000 to 3.1 million.", "5000; 3100000"),
    ],
)
def test_magnitude_of_a_level_that_the_next_one_names(sentence: str, expected: str) -> None:
    assert short(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nine miners drowned, not 20.", "9; not 20"),
        ("Nine miners drowned – not 20.", "9; not 20"),
        ("The ward took in 9 miners rather than 20.", "9; not 20"),
        ("Nine miners drowned instead of the 20 first reported.", "9; not 20"),
        ("Nine miners drowned. Not 20 but 30 had gone down.", "9; not 20; 30"),
        ("The disk holds 256 kilometres of tape instead of the 128 kilometres of old.", "256 kilometre; 128 kilometre"),
        ("Nine miners could not lift 20 beams.", "9; 20"),
    ],
)
def test_number_put_aside_for_the_one_before(sentence: str, expected: str) -> None:
    assert short(sentence) == expected
