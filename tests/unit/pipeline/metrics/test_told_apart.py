"""Whether the rest of an article tells that people who were shot are hurt or dead."""

import pytest
from spacy.language import Language

from claimx.pipeline.layers import Layers

pytestmark = pytest.mark.model


def metrics(nlp: Language, text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.metric) for each in Layers.of(nlp(text)).candidates]


def test_shot_and_alive_are_injured(nlp: Language) -> None:
    text = "Four people were shot in Velda.\n\nAll are expected to recover, a hospital said."
    assert metrics(nlp, text) == [("Four", "injured")]


@pytest.mark.parametrize(
    "text",
    [
        "Four people were shot in Velda.",
        "Four people were shot in Velda.\n\nA clerk died in hospital.",
        "Four people were shot in Velda.\n\nIt was the deadliest night there, a hospital said.",
    ],
)
def test_shot_and_not_told_apart_are_casualties(nlp: Language, text: str) -> None:
    assert metrics(nlp, text) == [("Four", "casualties")]


def test_the_others_beside_a_dead_are_injured(nlp: Language) -> None:
    assert metrics(nlp, "A clerk was killed and three others were shot.") == [("three", "injured")]
    assert metrics(nlp, "Three others were shot and a clerk was killed.") == [("Three", "casualties")]


def test_words_for_casualties_stay_what_they_are(nlp: Language) -> None:
    text = "The blast caused 12 casualties.\n\nAll are expected to recover, a hospital said."
    assert metrics(nlp, text) == [("12", "casualties")]
