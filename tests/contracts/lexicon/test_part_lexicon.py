"""Every entry of the words about parts fires on its own examples and keeps quiet on the look-alikes beside them."""

from collections.abc import Callable

import pytest

from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.lexicon.parts import PartEntry
from claimx.records import Extraction

ENTRIES = read_entries(lexicon_folder() / "part_words.toml", PartEntry)


@pytest.mark.model
@pytest.mark.parametrize(
    ("entry", "sentence", "fires"),
    [
        pytest.param(entry, sentence, fires, id=f"{entry.id} {'fires' if fires else 'is silent'}: {sentence}")
        for entry in ENTRIES
        for fires, sentences in ((True, entry.fires), (False, entry.silent))
        for sentence in sentences
    ],
)
def test_part_words(entry: PartEntry, sentence: str, fires: bool, extract: Callable[..., Extraction]) -> None:
    claims = extract(sentence).claims
    if entry.use in {"revision", "correction", "earlier", "reported", "later"}:
        linked = any(claim.supersedes for claim in claims)
    elif entry.use == "rest":  # what is left is the last figure; the part before it is linked by other words
        linked = claims[-1].part_of is not None
    elif entry.use == "contrast":  # ends a list: silent where figures after it are no parts
        linked = bool(claims[-1].part_of)
    else:
        linked = any(claim.part_of for claim in claims)

    assert linked == fires
