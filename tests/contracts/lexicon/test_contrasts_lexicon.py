"""Every side of a contrast is taken by the figures of the sentences that it says, and not by the others."""

import re

import pytest
from builders import make_article, make_claim

from claimx.compare.counting import sides
from claimx.lexicon.contrasts import Contrast, read_contrasts

CASES = [
    (entry, sentence, fires)
    for entry in read_contrasts()
    for fires, sentences in ((True, entry.fires), (False, entry.silent))
    for sentence in sentences
]
NUMBER = re.compile(r"\d+|(?i:two|three|four|five|seven|eight|nine)")
METRICS = ("killed", "injured")


@pytest.mark.parametrize(("entry", "sentence", "fires"), CASES, ids=[f"{e.id}-{s[:20]}" for e, s, _ in CASES])
def test_entry(entry: Contrast, sentence: str, *, fires: bool) -> None:
    figure = NUMBER.search(sentence)
    assert figure is not None
    counting = sentence.split(",")[1].strip() if "," in sentence else None
    metric = next(name for name in (*entry.metrics, *METRICS) if entry.says_something_of(name))
    claim = make_claim(article=make_article(text=sentence), text=figure.group(), metric=metric, counting=counting)

    assert (sides(claim).get(entry.axis) is not None and sides(claim)[entry.axis].id == entry.id) is fires
