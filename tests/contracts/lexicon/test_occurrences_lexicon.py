"""Every kind of event is found in the sentences that it says it is found in, and not in the others."""

import pytest

from claimx.compare.events import kinds_in
from claimx.lexicon.occurrences import Occurrence, read_occurrences

CASES = [
    (entry, sentence, fires)
    for entry in read_occurrences()
    for fires, sentences in ((True, entry.fires), (False, entry.silent))
    for sentence in sentences
]


@pytest.mark.parametrize(("entry", "sentence", "fires"), CASES, ids=[f"{e.id}-{s[:20]}" for e, s, _ in CASES])
def test_entry(entry: Occurrence, sentence: str, *, fires: bool) -> None:
    assert (entry.id in {kind.id for kind in kinds_in(sentence)}) is fires
