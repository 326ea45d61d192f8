import pytest

from claimx.compare.who import People, read_people, relate_people
from claimx.lexicon.populations import read_populations
from claimx.records.scope import Who

GROUPS = read_populations()


def people(text: str | None, metric: str = "killed") -> People:
    if text is None:
        return read_people(None, metric)
    return read_people(Who(start=0, end=len(text), text=text, groups=GROUPS.groups_in(text)), metric)


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("people", "people, most of them women and children", "equal"),
        ("children", "people", "narrower"),
        ("civilians", "children", "wider"),
        ("soldiers", "civilians", "different"),
        ("soldiers and rebels", "rebels", "wider"),
        ("rebels", "soldiers and rebels", "narrower"),
        ("soldiers and rebels", "nurses", "different"),
        ("Kenyan and foreign nurses", "nurses", "equal"),
        ("drivers", "people", "equal"),
        ("pirates", "men", "unknown"),
        ("people", None, "unknown"),
    ],
)
def test_populations_hold_and_exclude_one_another(one: str | None, other: str | None, wanted: str) -> None:
    turned = {"narrower": "wider", "wider": "narrower"}

    assert relate_people(people(one), people(other), None).relation == wanted
    assert relate_people(people(other), people(one), None).relation == turned.get(wanted, wanted)


def test_those_who_live_there_are_simply_the_people() -> None:
    assert relate_people(people("Kenyans"), people("people"), "KE").relation == "equal"
    assert relate_people(people("Kenyans"), people("people"), "UG").relation == "narrower"


def test_the_metric_implies_a_group() -> None:
    assert (
        relate_people(people("captives", "hostages_held"), people("people", "hostages_held"), None).relation == "equal"
    )
    assert relate_people(people("captives"), people("people"), None).relation == "narrower"


def test_words_in_brackets_are_no_part_of_the_counted() -> None:
    assert people("Front for the South (FFS) rebels").tags == {"militant"}
