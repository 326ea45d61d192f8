from typing import Any

import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare.figure import Figure
from claimx.compare.reading import read_figures
from claimx.compare.scope import relate
from claimx.compare.settings import CompareSettings

SETTINGS = CompareSettings()


def figure(
    text: str, sentence: str, *, published: str = "2020-03-02", event: dict[str, Any] | None = None, **claim: Any
) -> Figure:
    article = make_article(text=sentence, source=sentence, published=published)
    made = make_event(article=article, **event) if event else None
    found = make_claim(article=article, text=text, event=made, **claim)
    return read_figures(make_extraction(article=article, claims=[found], events=[made] if made else []), SETTINGS)[0]


def differs(one: Figure, other: Figure) -> str | None:
    forth, back = relate(one, other, SETTINGS), relate(other, one, SETTINGS)
    assert (forth.differs, forth.confidence) == (back.differs, back.confidence)
    return forth.differs


QUAKE = {"name": "quake in Orsa", "kind": "earthquake", "place": "Orsa"}


def test_equal_scopes_are_sure() -> None:
    one = figure("7", "In Orsa 7 people died.", who="people", where="Orsa", event=QUAKE)
    other = figure("9", "Some 9 people died in Orsa.", who="people", where="Orsa", event=QUAKE)
    scope = relate(one, other, SETTINGS)

    assert scope.equal
    assert scope.differs is None
    assert scope.confidence > 0.8


def test_a_missing_scope_costs_confidence() -> None:
    one = figure("7", "In Orsa 7 people died.", who="people", where="Orsa", event=QUAKE)
    other = figure("9", "Some 9 people died.", who="people")
    scope = relate(one, other, SETTINGS)

    assert scope.differs is None
    assert not scope.equal
    assert scope.confidence < relate(one, one, SETTINGS).confidence


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({"who": "nurses", "groups": ["medical"]}, {"who": "troops", "groups": ["soldier"]}, "population differs"),
        ({"where": "Kenya", "code": "KE"}, {"where": "Uganda", "code": "UG"}, "place differs"),
        ({"counting": "confirmed"}, {"counting": "suspected"}, "counting rule differs"),
        ({"when": ("2020-01", "2020-01")}, {"when": ("2020-02", "2020-02")}, "period differs"),
    ],
)
def test_what_keeps_figures_apart(one: dict[str, Any], other: dict[str, Any], reason: str) -> None:
    sentence = "7 nurses and troops in Kenya and Uganda"

    assert differs(figure("7", sentence, series="flow", **one), figure("7", sentence, series="flow", **other)) == reason


def test_a_generic_metric_needs_the_same_thing() -> None:
    one = figure("7", "7 boats", metric="count", unit="boat", who="boats")
    other = figure("9", "9 boats", metric="count", unit="boat", who="boats")

    assert differs(one, other) == "counted thing differs"


def test_counts_since_different_days_are_two() -> None:
    one = figure("7,100", "7,100 died", series="cumulative", when=("2019-10-01", "2020-03-02"))
    other = figure("900", "900 died", series="cumulative", when=("2020-01-20", "2020-03-02"))

    assert differs(one, other) == "period differs"


def test_distances_need_the_same_words() -> None:
    one = figure("9", "9 miles west of Orsa", metric="measure", unit="mile", who="west of Orsa")
    other = figure("12", "12 miles from Brenna", metric="measure", unit="mile", who="from Brenna")

    assert differs(one, other) == "counted thing differs"
