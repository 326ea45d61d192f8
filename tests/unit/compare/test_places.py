import pytest

from claimx.compare.places import Place, read_place, relate_places
from claimx.records.scope import Where


def where(name: str, code: str | None = None) -> Place | None:
    return read_place(Where(start=0, end=len(name), text=name, name=name, code=code))


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (("Kenya", "KE"), ("Uganda", "UG"), "different"),
        (("Kenya", "KE"), ("Nairobi", "KE"), "wider"),
        (("Nairobi", "KE"), ("Kenya", "KE"), "narrower"),
        (("Texas", "US-TX"), ("Ohio", "US-OH"), "different"),
        (("Texas", "US-TX"), ("United States", "US"), "narrower"),
        (("Lyon", None), ("central Lyon", None), "wider"),
        (("Lyon", "FR"), ("Lyon", None), "equal"),
        (("Lyon", None), ("Nantes", None), "different"),
        (("Ferry County", None), ("Kenya", "KE"), "unknown"),
    ],
)
def test_places_lie_in_one_another(one: tuple[str, str | None], other: tuple[str, str | None], wanted: str) -> None:
    assert relate_places(where(*one), where(*other)).relation == wanted


def test_a_missing_place_says_nothing() -> None:
    assert relate_places(None, where("Kenya", "KE")).relation == "unknown"


def test_names_without_codes_are_not_sure() -> None:
    assert not relate_places(where("Lyon"), where("Nantes")).sure
    assert relate_places(where("Kenya", "KE"), where("Uganda", "UG")).sure


def test_only_a_coded_region_is_known_to_be_less_than_its_country() -> None:
    assert relate_places(where("Texas", "US-TX"), where("United States", "US")).region_in_country
    assert not relate_places(where("the Rift", "KE"), where("Kenya", "KE")).region_in_country
