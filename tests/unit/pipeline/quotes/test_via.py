"""Through whom something was said, on documents built by hand."""

from spacy.lang.en import English
from spacy.tokens import Doc

from claimx.pipeline.quotes.via import via_of
from claimx.pipeline.quotes.words import CueWords

DEPTH = 3000
"""Far more than Python lets functions call themselves."""


def nested(*, outlet: int) -> Doc:
    """ "told" with an object that nests deeply; one word of it is an outlet."""
    words = ["told", *["envoys"] * DEPTH]
    words[outlet] = "Tarnwire"
    return Doc(
        English().vocab,
        words=words,
        pos=["VERB", *["PROPN"] * DEPTH],
        deps=["ROOT", "dobj", *["conj"] * (DEPTH - 1)],
        heads=[0, *range(DEPTH)],
    )


def test_only_what_hangs_near_a_cue_is_looked_at() -> None:
    words = CueWords(outlets=frozenset({"tarnwire"}))
    assert via_of(nested(outlet=2), 0, words) == (2, 3)
    assert via_of(nested(outlet=40), 0, words) is None
