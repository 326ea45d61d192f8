"""Each pair of quotations of an entry is one, or is two, as the entry says."""

import pytest

from claimx.lexicon.spellings import SpellingEntry, one_ending, one_spelling, spelling_entries
from claimx.textual.utterances import Spellings, read_utterance

CASES = [
    (pair, fires)
    for entry in spelling_entries()
    for fires, pairs in ((True, entry.fires), (False, entry.silent))
    for pair in pairs
]


@pytest.mark.parametrize(("pair", "fires"), CASES)
def test_entry(pair: str, *, fires: bool) -> None:
    spellings = Spellings(one_spelling(), one_ending())
    one, other = ([each.word for each in read_utterance(text, spellings)] for text in pair.split(" / "))

    assert (one == other) is fires


def test_no_word_stands_for_two() -> None:
    written = [word for entry in spelling_entries() for each in entry.same for word in each]

    assert len(written) == len(set(written))
    assert all(isinstance(entry, SpellingEntry) for entry in spelling_entries())
