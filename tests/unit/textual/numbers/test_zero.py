"""Words for none, and "one" that counts and that does not."""

import pytest
from number_reading import anchors, short


@pytest.mark.parametrize(
    ("sentence", "anchor"),
    [
        ("No casualties were reported.", "No"),
        ("There were no reports of injuries.", "no"),
        ("No immediate deaths were reported.", "No"),
        ("No one was hurt.", "No one"),
        ("No-one is thought to have been injured.", "No-one"),
        ("Nobody died.", "Nobody"),
        ("None of the crew were hurt.", "None"),
        ("The army did not report any casualties.", "any"),
        ("The storm passed without any injuries.", "any"),
        ("The tally fell to zero.", "zero"),
        ("They had zero thefts.", "zero"),
        ("No roads were damaged.", "No"),
    ],
)
def test_none(sentence: str, anchor: str) -> None:
    assert short(sentence) == "0"
    assert anchors(sentence) == [anchor]


@pytest.mark.parametrize(
    "sentence",
    [
        "No evidence was found.",
        "No one knows why.",
        "Nobody believes it.",
        "None of it is true.",
        "The port has zero tolerance for it.",
        "It cooled to absolute zero.",
        "Did it suffer any casualties?",
        "There is no tsunami warning.",
    ],
)
def test_nothing(sentence: str) -> None:
    assert not short(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("One miner drowned.", "1"),
        ("The navy said that one miner drowned.", "1"),
        ("At least one miner drowned.", "≥1"),
        ("It lasted one year.", "1 year"),
        ("It took place in one day.", "1 day"),
    ],
)
def test_one_counts(sentence: str, expected: str) -> None:
    assert short(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "One knows the tune.",
        "This one sank.",
        "They helped one another.",
        "One day they will meet.",
        "At one point it sank.",
        "He is number one.",
        "It is a one-way street.",
        "The one who sang left.",
    ],
)
def test_one_counts_nothing(sentence: str) -> None:
    assert not short(sentence, weak=True)


@pytest.mark.parametrize("sentence", ["One of the boats sank.", "Two sank, one in Lagos."])
def test_one_of_several_is_weak(sentence: str) -> None:
    assert "1" in short(sentence, weak=True).split("; ")
    assert "1" not in short(sentence).split("; ")
