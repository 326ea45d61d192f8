"""Each way of saying that an article was changed is found in its sentences, and in none of its look-alikes."""

import pytest

from claimx.lexicon.correction_notes import CorrectionNote, correction_patterns
from claimx.lexicon.load import lexicon_folder, read_entries

ENTRIES = read_entries(lexicon_folder() / "correction_notes.toml", CorrectionNote)
CASES = [
    (entry, sentence, fires)
    for entry in ENTRIES
    for fires, sentences in ((True, entry.fires), (False, entry.silent))
    for sentence in sentences
]


@pytest.mark.parametrize(("entry", "sentence", "fires"), CASES, ids=[f"{e.id}-{s[:20]}" for e, s, _ in CASES])
def test_entry(entry: CorrectionNote, sentence: str, *, fires: bool) -> None:
    assert bool(entry.pattern().search(sentence)) is fires
    assert any(pattern.search(sentence) for pattern in correction_patterns()) is fires
