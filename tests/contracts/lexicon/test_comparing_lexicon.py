"""Every set of words that the comparison reads is found in the sentences that it says, and not in the others."""

import re
from typing import get_args

import pytest

from claimx.lexicon.comparing import WordSet, WordSetId, alternatives, word_set
from claimx.lexicon.load import lexicon_folder, read_entries

ENTRIES = read_entries(lexicon_folder() / "comparing.toml", WordSet)
CASES = [
    (entry, sentence, fires)
    for entry in ENTRIES
    for fires, sentences in ((True, entry.fires), (False, entry.silent))
    for sentence in sentences
]


@pytest.mark.parametrize(("entry", "sentence", "fires"), CASES, ids=[f"{e.id}-{s[:20]}" for e, s, _ in CASES])
def test_entry(entry: WordSet, sentence: str, *, fires: bool) -> None:
    found = re.search(rf"\b(?:{alternatives(entry.id)})s?\b", sentence, re.IGNORECASE)

    assert (found is not None) is fires


def test_every_set_that_the_code_names_is_there() -> None:
    assert {entry.id for entry in ENTRIES} == set(get_args(WordSetId))


def test_a_set_holds_its_words() -> None:
    assert "kilometre" in word_set("length")
