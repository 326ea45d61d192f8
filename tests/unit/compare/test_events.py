import pytest
from builders import make_article, make_event

from claimx.compare.events import Happening, kinds_of, read_event
from claimx.compare.places import read_place, relate_places
from claimx.compare.same_event import Closeness, relate_events
from claimx.compare.settings import CompareSettings


def event(name: str, *, day: str | None = None, place: str | None = None) -> Happening:
    article = make_article(text=name)
    made = read_event(make_event(article=article, name=name, kind="event", from_=day, place=place), None, None)
    assert made is not None
    return made


def relation(one: Happening, other: Happening, apart: int | None = 0) -> str:
    where = relate_places(one.place, other.place)
    near = Closeness(where, apart)
    found = {
        relate_events(one, other, near, CompareSettings()).relation,
        relate_events(other, one, near, CompareSettings()).relation,
    }
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("missile strike on Orsa", ["attack"]),
        ("flash flooding in Orsa", ["flood"]),
        ("landslides after a typhoon", ["landslide", "storm"]),
        ("anniversary dinner", []),
    ],
)
def test_names_tell_kinds(name: str, wanted: list[str]) -> None:
    assert [kind.id for kind in kinds_of(name)] == wanted


def test_a_kind_helps_where_the_name_says_none() -> None:
    assert [kind.id for kind in kinds_of("the Orsa affair", "sinking")] == ["sinking"]


def test_a_name_of_its_own_makes_events_one() -> None:
    one = event("hijacking of the Morra Star", place="Aden")
    other = event("Morra Star raid", place="Djibouti")

    assert relation(one, other, apart=40) == "equal"


def test_dates_part_events_of_one_name() -> None:
    one = event("quake in Orsa", day="2012-05-20", place="Orsa")
    other = event("quake in Orsa", day="2013-06-01", place="Orsa")

    assert relation(one, other) == "different"


def test_kinds_part_events_of_one_place() -> None:
    assert relation(event("flood in Orsa", place="Orsa"), event("shooting in Orsa", place="Orsa")) == "different"


def test_recurring_kinds_are_one_only_within_days() -> None:
    one, other = event("airstrike on Orsa", place="Orsa"), event("airstrike on Orsa", place="Orsa")

    assert relation(one, other, apart=2) == "equal"
    assert relation(one, other, apart=6) == "different"


def test_a_landslide_stays_one_for_longer() -> None:
    one, other = event("landslide in Orsa", place="Orsa"), event("mudslide in Orsa", place="Orsa")

    assert relation(one, other, apart=10) == "equal"


def test_the_day_in_a_name_tells() -> None:
    assert relation(event("March 4 attack"), event("4 March assault"), apart=90) == "equal"
    assert relation(event("March 4 attack"), event("March 9 attack"), apart=5) == "different"


def test_no_event_says_nothing() -> None:
    near = Closeness(relate_places(None, read_place(None)), 0)

    assert relate_events(None, event("flood"), near, CompareSettings()).relation == "unknown"
