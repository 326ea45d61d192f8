"""Forms of English words."""

import pytest

from claimx.lexicon.inflect import noun_forms, past_participle, verb_forms


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("death", ("death", "deaths")),
        ("casualty", ("casualty", "casualties")),
        ("body:bodies", ("body", "bodies")),
        ("blast", ("blast", "blasts")),
        ("crash", ("crash", "crashes")),
        ("day", ("day", "days")),
    ],
)
def test_nouns(noun: str, forms: tuple[str, ...]) -> None:
    assert noun_forms(noun) == forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("kill", ("kill", "kills", "killing", "killed")),
        ("seize", ("seize", "seizes", "seizing", "seized")),
        ("bury", ("bury", "buries", "burying", "buried")),
        ("kidnap:kidnapped", ("kidnap", "kidnaps", "kidnapping", "kidnapped")),
        ("take:took:taken", ("take", "takes", "taking", "took", "taken")),
        ("cut:cut", ("cut", "cuts", "cutting")),
        ("free", ("free", "frees", "freeing", "freed")),
        ("shoot:shot", ("shoot", "shoots", "shooting", "shot")),
    ],
)
def test_verbs(verb: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(verb) == forms


def test_participle_of_a_verb_with_two_past_forms() -> None:
    assert past_participle("slay:slew:slain") == "slain"
