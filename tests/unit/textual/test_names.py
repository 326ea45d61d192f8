"""Names as newsrooms spell them."""

import pytest

from claimx.textual.names import (
    NameWords,
    fullest,
    is_acronym_of,
    is_cut_off,
    is_letters,
    is_other_spelling,
    is_short_form_of,
    name_key,
    same_body,
    same_person,
    without_title,
)

WORDS = NameWords(
    titles=frozenset({"mr", "dr", "sheikh", "prime", "minister", "president"}),
    particles=frozenset({"al", "bin", "van", "de"}),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karim al-Sabbagh", "Al Sabbagh"),
        ("Karim al-Sabbagh", "Sabbagh"),
        ("Prime Minister Odile Marsh", "Odile Marsh"),
        ("Odile Marsh", "Mr. Marsh"),
        ("Odile Marsh’s", "Marsh"),
        ("O. Marsh", "Odile Marsh"),
        ("Chris Lind", "Christopher Lind"),
        ("José Ibáñez", "Jose Ibanez"),
        ("Robert Lind Jr.", "Robert Lind"),
        ("Inés Prado Vega", "Prado"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert same_person(one, other, WORDS)
    assert same_person(other, one, WORDS)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Odile Marsh", "Erik Marsh"), ("Odile Marsh", "Odile Brandt"), ("Marsh", "Marshall"), ("", "Marsh")],
)
def test_two_persons(one: str, other: str) -> None:
    assert not same_person(one, other, WORDS)
    assert not same_person(other, one, WORDS)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Ministry of Health", "Ministry of Health", True),
        ("WMO", "World Meteorological Organization", True),
        ("the WMO", "World Meteorological Organization", True),
        ("Ministry of Health", "Ministry of Defence", False),
        ("US", "Unfair Shop", True),
        ("Us", "Unfair Shop", False),
    ],
)
def test_bodies(one: str, other: str, *, same: bool) -> None:
    assert same_body(one, other, WORDS) is same


def test_acronyms_have_two_letters_at_least() -> None:
    assert not is_acronym_of("W", "Works")
    assert not is_acronym_of("WORKS", "Works")


def test_key_leaves_out_titles_and_particles() -> None:
    assert name_key("Sheikh Salim bin Rashid Al Hadi", WORDS) == ("salim", "rashid", "hadi")
    assert name_key("Sheikh", WORDS) == ("sheikh",)


def test_fullest_is_not_cut_off() -> None:
    assert fullest(["Marsh", "Odile Marsh", "O. Marsh"], WORDS) == "Odile Marsh"
    assert fullest(["Salim bin Rashid bin", "Al Hadi"], WORDS) == "Al Hadi"
    assert fullest([], WORDS) == ""


def test_cut_off() -> None:
    assert is_cut_off("Salim bin", WORDS)
    assert not is_cut_off("Salim bin Rashid", WORDS)


def test_without_title() -> None:
    assert without_title("Dr. Odile Marsh", WORDS) == "Odile Marsh"
    assert without_title("the President", WORDS) == "President"
    assert without_title("Marsh's", WORDS) == "Marsh"


@pytest.mark.parametrize(
    ("name", "expected"), [("WWU", True), ("the UN", True), ("W", False), ("Works", False), ("ABCDEFGHI", False)]
)
def test_letters(name: str, expected: bool) -> None:
    assert is_letters(name) is expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Saree", "Sarea", True),
        ("Tamimi", "Tammimi", True),
        ("Saree", "Saree", False),
        ("Lind", "Lint", False),
        ("Marlow", "Harlow", False),
        ("Marsden", "Marshal", False),
    ],
)
def test_spellings_of_one_surname_differ_by_one_letter(one: str, other: str, *, same: bool) -> None:
    assert is_other_spelling(one, other) is same
    assert is_other_spelling(other, one) is same


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("VelFire", "Velda Department of Forestry and Fire", True),
        ("VelFire", "Department of Fire in Velda", False),
        ("Fire", "Velda Fire Department", False),
        ("VELFIRE", "Velda Fire", False),
    ],
)
def test_short_forms_are_beginnings_in_order(short: str, long: str, *, fits: bool) -> None:
    assert is_short_form_of(short, long) is fits
