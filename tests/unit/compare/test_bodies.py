import pytest

from claimx.compare.bodies import Body, read_body, read_government
from claimx.compare.places import read_place
from claimx.records.scope import Where

KENYA = Where(start=0, end=5, text="Kenya", name="Kenya", code="KE")
NAIROBI = Where(start=0, end=7, text="Nairobi", name="Nairobi", code="KE")


def body(phrase: str, where: Where | None = None, person: str = "") -> Body:
    place = read_place(where)
    found = read_body(phrase, person=person, near=(place, where.name) if place and where else None)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kenyan health officials", "Kenya's Ministry of Health"),
        ("the health ministry in Kenya", "Kenya’s health minister"),
        ("Kenyan police", "the police"),
        ("Brenna police", "a spokeswoman for the Brenna Police Department"),
        ("the ministry", "the Kenyan interior ministry"),
        ("the World Health Organization", "the World Health Organisation in Kenya"),
        ("Kenyan authorities", "the government of Kenya"),
        ("the U.S. Navy", "the American navy"),
        ("the U. S. Navy", "the US Navy"),
    ],
)
def test_one_body_by_two_names(one: str, other: str) -> None:
    assert body(one).is_one_with(body(other))
    assert body(other).is_one_with(body(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kenyan health officials", "Uganda's Ministry of Health"),
        ("Kenyan police", "the Kenyan army"),
        ("Brenna police", "Tarnow police"),
        ("the health ministry", "the interior ministry"),
        ("UNICEF", "the World Food Programme"),
    ],
)
def test_two_bodies(one: str, other: str) -> None:
    assert not body(one).is_one_with(body(other))


def test_a_body_without_a_place_is_that_of_its_figure() -> None:
    assert body("the Front-run country's health ministry", KENYA).is_one_with(body("Kenyan health officials"))
    assert body("the health ministry", NAIROBI).is_one_with(body("Kenyan health officials"))
    assert body("the health ministry", KENYA).name == "Kenya health ministry"


def test_the_words_of_a_name_are_no_place() -> None:
    assert body("Sheriff Ada Lind", person="Ada Lind").place is None
    assert body("Marsh County Sheriff Ada Lind", person="Ada Lind").where == "Marsh"


@pytest.mark.parametrize("phrase", ["officials", "senior officials", "human rights officials in Kenya", "residents"])
def test_no_body(phrase: str) -> None:
    assert read_body(phrase) is None


def test_a_country_that_speaks_is_its_government() -> None:
    government = read_government("Kenya")

    assert government is not None
    assert government.is_one_with(body("Kenyan officials"))
    assert read_government("Kenya Airways") is None
    assert read_government("the group") is None


def test_a_country_is_called_as_in_the_news() -> None:
    assert body("Syrian police").name == "Syria police"
