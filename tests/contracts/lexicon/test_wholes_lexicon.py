"""Every entry of wholes.toml finds the whole in the sentences that it says, and none in the others."""

import re

import pytest

from claimx.lexicon.wholes import WholeEntry, read_wholes

CASES = [
    (entry, sentence, fires)
    for entry in read_wholes()
    for fires, sentences in ((True, entry.fires), (False, entry.silent))
    for sentence in sentences
]


@pytest.mark.parametrize(("entry", "sentence", "fires"), CASES, ids=[f"{e.id}-{s[:20]}" for e, s, _ in CASES])
def test_entry(entry: WholeEntry, sentence: str, *, fires: bool) -> None:
    figure = re.search(r"\d[\d,]*", sentence)
    assert figure is not None
    assert entry.states(sentence, figure.start(), figure.end()) is fires
