"""Numbers beside a figure that only the parse tells to be none."""

import pytest
from spacy.language import Language

from claimx.pipeline.layers import Layers

pytestmark = pytest.mark.model


def figures(nlp: Language, text: str) -> list[str]:
    return [text[each.start : each.end] for each in Layers.of(nlp(text)).candidates]


@pytest.mark.parametrize(
    "text",
    [
        "Imre Volt, 79 (caretaker), was killed.",
        "The other, 25, is in critical condition.",
        "Five boys were hurt. The youngest was 17.",
        "One is 18, the other is 22.",
        "Dana Merk, 24; Imre Volt, 25; and Ola Dorn, 32 were taken to hospital.",
        "He was shot in the arm.[9]",
    ],
)
def test_ages_and_references_are_no_figures(nlp: Language, text: str) -> None:
    assert [each for each in figures(nlp, text) if each.isdigit()] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two riders, 18 and 19, were hurt.", ["Two"]),
        ("Two guards were shot dead and a third was wounded.", ["Two"]),
        ("Of the 90 guards, a third of them were hurt.", ["90", "a third"]),
        ("In Belmar, 32 were killed.", ["32"]),
        ("Of the passengers, 40 were hurt.", ["40"]),
    ],
)
def test_figures_beside_them_stay(nlp: Language, text: str, expected: list[str]) -> None:
    assert figures(nlp, text) == expected
