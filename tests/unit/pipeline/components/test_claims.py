"""Which figures an article puts forward, and which only point back or stand in page furniture."""

import pytest
from spacy.language import Language

from claimx.pipeline.layers import Layers

pytestmark = pytest.mark.model


def claimed(nlp: Language, text: str) -> list[str]:
    layers = Layers.of(nlp(text))
    return [text[layers.candidates[index].start : layers.candidates[index].end] for index in layers.claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two ministers met in Oslo. The two ministers signed.", ["Two"]),
        ("The two countries signed a treaty.", []),
        ("Three nurses were hurt. These three nurses are well.", ["Three"]),
        ("Three nurses were freed from jail. The three freed nurses are well.", ["Three"]),
        ("The nine provincial ports reopened.", ["nine"]),
        ("Judges sat for a week. Of the 10 judges, six were women.", ["10", "six"]),
        ("The state's two largest ports closed.", []),
        ("Its 4,000 drivers are on strike.", ["4,000"]),
        ("The 39 detainees are in jail. The 39 detainees will stay in jail.", ["39", "39"]),
    ],
)
def test_definite_counts(nlp: Language, text: str, expected: list[str]) -> None:
    assert claimed(nlp, text) == expected


def test_furniture_makes_no_claim(nlp: Language) -> None:
    text = "The blast killed 12 people in Tarnow, the mayor said.\n\nRelated posts\n\nStorm kills 40 people in Orsk"

    assert claimed(nlp, text) == ["12"]
