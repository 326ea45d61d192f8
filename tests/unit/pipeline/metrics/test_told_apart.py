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


@pytest.mark.parametrize(
    "text",
    [
        "Four people were shot in Velda.\n\nA cousin is charged with attempted murder.",
        "Four people were shot in Velda. One is in critical condition.\n\nHomicide detectives took over.",
        "Four people were shot in Velda, one in the leg, in an assault with a deadly weapon.",
        "Four people were shot in Velda, none of them fatally.",
        "In a non-fatal shooting, four people were shot in Velda.",
        "Four people were shot in Velda. All are in hospital; they could have been killed.",
        "Four people were shot in Velda. All are in hospital.\n\nA clerk was killed there three years ago.",
    ],
)
def test_a_word_for_dying_may_kill_nobody(nlp: Language, text: str) -> None:
    assert ("Four", "injured") in metrics(nlp, text) or ("four", "injured") in metrics(nlp, text)


def test_a_death_of_the_same_time_as_the_figure_counts(nlp: Language) -> None:
    text = "Four people were shot in Velda three years ago.\n\nA clerk was killed in it three years ago, police said."
    assert metrics(nlp, text)[0] == ("Four", "casualties")


def test_the_others_of_whom_another_sentence_told_the_dead(nlp: Language) -> None:
    text = "A clerk of the inn was killed on Friday.\n\nDana Merk and three other people were shot in the yard."
    assert metrics(nlp, text) == [("three", "injured")]


def test_others_among_whom_is_a_dead_are_casualties(nlp: Language) -> None:
    text = "Five shot, two fatally, in Velda\n\nA clerk died. Four other men were also shot."
    assert ("Four", "casualties") in metrics(nlp, text)


def test_a_list_that_begins_with_the_dead(nlp: Language) -> None:
    assert metrics(nlp, "One dead, five shot in Velda") == [("One", "killed"), ("five", "injured")]
    assert metrics(nlp, "Five shot, one dead in Velda") == [("Five", "casualties"), ("one", "killed")]


def test_as_many_as_are_said_to_be_injured(nlp: Language) -> None:
    text = "The raid left a clerk dead and four people wounded.\n\nThe clerk fell first. Four men were shot there."
    assert metrics(nlp, text) == [("four", "injured"), ("Four", "injured")]


def test_more_than_is_not_others(nlp: Language) -> None:
    text = "A clerk died in Velda on Friday.\n\nMore than 12 people were shot, resulting in at least one death."
    assert ("More than 12", "casualties") in metrics(nlp, text)


def test_words_for_casualties_stay_what_they_are(nlp: Language) -> None:
    text = "The blast caused 12 casualties.\n\nAll are expected to recover, a hospital said."
    assert metrics(nlp, text) == [("12", "casualties")]
