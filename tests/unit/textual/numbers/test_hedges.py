"""Words on both sides of a number."""

import pytest
from number_reading import anchors, mentions, short

BEFORE = [
    ("At least 14 kilns exploded.", "≥14", "At least 14"),
    ("No fewer than fourteen kilns exploded.", "≥14", "No fewer than fourteen"),
    ("A minimum of 14 kilns exploded.", "≥14", "A minimum of 14"),
    ("More than 14 kilns exploded.", ">14", "More than 14"),
    ("Upwards of 14 kilns exploded.", ">14", "Upwards of 14"),
    ("Over fourteen kilns exploded.", ">14", "Over fourteen"),
    ("Losses in excess of $14 million hit the kilns.", ">14000000 USD", "in excess of $14 million"),
    ("The tally tops 140.", ">140", "tops 140"),
    ("Nearly 140 kilns exploded.", "≲140", "Nearly 140"),
    ("Close to 140 kilns exploded.", "≲140", "Close to 140"),
    ("Just under 140 kilns exploded.", "≲140", "Just under 140"),
    ("About 140 kilns exploded.", "~140", "About 140"),
    ("An estimated 140 kilns exploded.", "~140", "An estimated 140"),
    ("~140 kilns exploded.", "~140", "~140"),
    ("At least some 140 kilns exploded.", "≥140", "At least some 140"),
    ("Fewer than 140 kilns exploded.", "<140", "Fewer than 140"),
    ("Under 140 kilns exploded.", "<140", "Under 140"),
    ("Up to 140 kilns exploded.", "≤140", "Up to 140"),
    ("As many as 140 kilns exploded.", "≤140", "As many as 140"),
    ("No more than 140 kilns exploded.", "≤140", "No more than 140"),
    ("The margin is plus or minus 3 points.", "3 point", "plus or minus 3 points"),
]
AFTER = [
    ("Fines of €400 or more are usual.", "≥400 EUR", "€400 or more"),
    ("The 60+ guests left.", "≥60", "60+"),
    ("The 2,700-plus guests left.", "≥2700", "2,700-plus"),
    ("The 60-odd guests left.", "~60", "60-odd"),
    ("Sixty or so guests left.", "~60", "Sixty or so"),
    ("Groups of 9 or fewer may enter.", "≤9", "9 or fewer"),
]
NONE = [
    ("He spoke about it; 140 left.", "140"),
    ("The bridge over the river fell, and 140 swam.", "140"),
    ("For the past 140 days it rained.", "140 day"),
    ("They gave some of the 140 kilns away.", "140"),
    ("Just 140 kilns exploded.", "140"),
    ("Only 140 kilns, a total of 140, exploded.", "140; 140"),
]
LISTS = [
    ("About 30 or 40 mules bolted.", "30..40"),
    ("About 30 and 40 mules bolted on two days.", "~30; ~40; 2 day"),
    ("They raised more than $3 million and $7 million.", ">3000000 USD; >7000000 USD"),
    (
        "Up to 30 percent in Oslo, 20 percent in Bergen and 10 percent in Bodo left.",
        "≤30 percent; ≤20 percent; 10 percent",
    ),
    ("About 30 mules bolted and 40 stayed.", "~30; 40"),
    ("About 30 miles (48 km) of track sank.", "~30 mile; 48 kilometre"),
]


@pytest.mark.parametrize(("sentence", "expected", "anchor"), BEFORE + AFTER)
def test_hedge(sentence: str, expected: str, anchor: str) -> None:
    assert short(sentence) == expected
    assert anchors(sentence) == [anchor]


@pytest.mark.parametrize(("sentence", "expected"), NONE)
def test_no_hedge(sentence: str, expected: str) -> None:
    assert short(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), LISTS)
def test_hedge_over_a_list(sentence: str, expected: str) -> None:
    assert short(sentence) == expected


@pytest.mark.parametrize(
    ("comparator", "sentence", "low", "high"),
    [
        ("at_least", "At least 9 wells dried up.", 9, None),
        ("more_than", "More than 9 wells dried up.", 9, None),
        ("at_most", "Up to 9 wells dried up.", 0, 9),
        ("less_than", "Fewer than 9 wells dried up.", 0, 9),
        ("about", "About 9 wells dried up.", 9, 9),
        ("nearly", "Nearly 9 wells dried up.", 9, 9),
        ("exact", "They counted 9 dry wells.", 9, 9),
        ("less_than", "It was below minus 9 degrees.", None, -9),
    ],
)
def test_ends_are_literal(comparator: str, sentence: str, low: int | None, high: int | None) -> None:
    (mention,) = mentions(sentence)
    assert (mention.comparator, mention.low, mention.high) == (comparator, low, high)


@pytest.mark.parametrize(
    ("sentence", "anchor"),
    [
        ("Another 16 wells dried up.", "Another 16"),
        ("An additional $16 million was spent.", "An additional $16 million"),
        ("A further sixteen wells dried up.", "A further sixteen"),
        ("Sixteen more wells dried up.", "Sixteen more"),
        ("The hospital saw 16 further deaths.", "16 further"),
        ("They need 16 additional pumps.", "16 additional"),
    ],
)
def test_increment(sentence: str, anchor: str) -> None:
    (mention,) = mentions(sentence)
    assert mention.basis == "increment"
    assert anchors(sentence) == [anchor]


@pytest.mark.parametrize(
    ("sentence", "bases"),
    [
        ("Nine men died and 14 more were wounded.", ["total", "total"]),
        ("Nine men died, 14 more missing.", ["total", "total"]),
        ("The slide killed nine and injured 14 more.", ["total", "total"]),
        ("Nine men died and a further 14 were injured.", ["total", "total"]),
        ("Nine men were hurt and 14 more were hurt on Friday.", ["total", "increment"]),
        ("Nine men were hurt and a further 14 were hurt on Friday.", ["total", "increment"]),
        ("Nine men died and 14 more died overnight.", ["total", "increment"]),
        ("The clinic saw 14 new confirmed cases.", ["increment"]),
        ("The clinic saw 14 new beds.", ["total"]),
        ("There were no further deaths.", ["total"]),
    ],
)
def test_more_that_adds_and_more_that_contrasts(sentence: str, bases: list[str]) -> None:
    assert [each.basis for each in mentions(sentence)] == bases


@pytest.mark.parametrize("sentence", ["Wells cost 16% more here.", "More wells dried up: 16 in all."])
def test_no_increment(sentence: str) -> None:
    assert [each.basis for each in mentions(sentence)] == ["total"]


@pytest.mark.parametrize(
    ("sentence", "expected", "anchor"),
    [
        ("The slide buried (at least) 7 cars.", "≥7", "(at least) 7"),
        ("The slide buried 7 cars (at least).", "7", "7"),
        ("Some 60 goats, give or take, were lost.", "~60", "Some 60"),
        ("The farm lost 60 goats, give or take.", "~60", "60"),
        ("The farm lost 60 goats, more or less, last year.", "~60", "60"),
        ("The farm lost 60 goats, or so he said.", "60", "60"),
        ("Flood toll passes 3,000", ">3000", "passes 3,000"),
        ("Losses passed $4 million in May.", ">4000000 USD", "passed $4 million"),
        ("Cases crossed the 3,000 mark.", ">3000", "crossed the 3,000"),
        ("The council passed 12 bylaws.", "12", "12"),
        ("The tram passed 12 minutes later.", "12 minute", "12"),
        ("It is free for those under the age of 5.", "<5 year", "under the age of 5"),
    ],
)
def test_hedges_of_odd_shapes(sentence: str, expected: str, anchor: str) -> None:
    assert short(sentence) == expected
    assert anchors(sentence) == [anchor]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The haul fell short of $90.", "≲90 USD"),
        ("The haul was just shy of $90.", "≲90 USD"),
        ("The mill is short of 90 weavers.", "90"),
        ("The haul could top $90.", ">90 USD"),
        ("The top 90 weavers left.", ""),
    ],
)
def test_verbs_of_hedges(sentence: str, expected: str) -> None:
    assert short(sentence) == expected
