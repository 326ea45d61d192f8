"""Parts of totals, and figures that revise others."""

from collections.abc import Callable

import pytest

from claimx.records import Extraction

pytestmark = pytest.mark.model

Extract = Callable[..., Extraction]


def parts(extraction: Extraction) -> set[tuple[str, str]]:
    """Pairs of part and total, as written."""
    texts = {claim.id: claim.text for claim in extraction.claims}
    return {(claim.text, texts[claim.part_of]) for claim in extraction.claims if claim.part_of}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The camp freed 60 inmates, including 17 women and 43 men.", {("17", "60"), ("43", "60")}),
        ("Police held 19 people, six of them students.", {("six", "19")}),
        ("The slide buried 19 miners, of whom six died.", {("six", "19")}),
        ("Twelve of the 50 miners were rescued.", {("Twelve", "50")}),
        ("Of the 31 climbers, 24 were rescued and seven died.", {("24", "31"), ("seven", "31")}),
        ("The blast killed 11 people — four soldiers and seven farmers.", {("four", "11"), ("seven", "11")}),
        (
            "The blast killed 11 people in the market. Four soldiers and seven farmers were killed, police said.",
            {("Four", "11"), ("seven", "11")},
        ),
        (
            "The raid killed 14 rebels. Seven died in Orsa. Of 20 rebels, four died. Three rebels died later.",
            {("Seven", "14"), ("four", "14"), ("Three", "14")},
        ),
        (
            "Nine people died. Four farmers died in Orsa. Another four farmers died in Tarvo. One soldier died later.",
            {("Four", "Nine"), ("Another four", "Nine"), ("One", "Nine")},
        ),
        (
            "Three of the eight missing divers were found. Families fear for the other five divers.",
            {("Three", "eight"), ("five", "eight")},
        ),
        (
            "More than 90 soldiers and rebels were killed. The army said 60 rebels and about 20 soldiers were killed.",
            {("60", "More than 90"), ("about 20", "More than 90")},
        ),
        ("It is feared that 27 captives died: ten soldiers and 14 civilians.", {("ten", "27"), ("14", "27")}),
        ("The gang freed nine hostages, two Kenyans and seven Swedes.", {("two", "nine"), ("seven", "nine")}),
    ],
)
def test_finds_the_parts_of_a_total(extract: Extract, text: str, expected: set[tuple[str, str]]) -> None:
    assert parts(extract(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 11 people and wounded four.",
        "Lee has 46 percent, Park has 40 percent and Choi has 6 percent.",
        "The blast killed nine people. The flood in Orsa killed four people in May.",
        "The blast wounded 40 people: it also cut 11 power lines and 12 phone lines.",
        "The fire killed 30 people: nine men and four women were carried out by a crew of 12.",
        "The quake killed 11 people, including a teacher, and four villages were cut off.",
    ],
)
def test_keeps_figures_apart_that_are_no_parts(extract: Extract, text: str) -> None:
    assert parts(extract(text)) == set()


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("The toll was revised down from 18 dead to 16 dead.", "16", "18"),
        ("The flood killed 40 people, up from 12 people on Monday.", "40", "12"),
    ],
)
def test_a_revised_figure_takes_the_place_of_the_old(extract: Extract, text: str, new: str, old: str) -> None:
    claims = {claim.text: claim for claim in extract(text).claims}

    assert claims[new].supersedes == claims[old].id
    assert claims[old].supersedes is None


def test_no_figure_is_part_of_itself_through_others(extract: Extract) -> None:
    claims = {claim.id: claim for claim in extract("Of 10 of 10 of 10 men, including 10 men, 10 of them died.").claims}

    for claim in claims.values():
        seen = {claim.id}
        whole = claim.part_of
        while whole:
            assert whole not in seen
            seen.add(whole)
            whole = claims[whole].part_of
