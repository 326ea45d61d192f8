"""Where a document speaks of events, on documents built by hand."""

from spacy.lang.en import English
from spacy.tokens import Doc

from claimx.pipeline.scope.event_mentions import MentionFinder
from claimx.pipeline.scope.words import load_event_words

DEPTH = 3000
"""Far more than Python lets functions call themselves."""


def test_a_phrase_that_nests_deeply_is_walked_to_its_end() -> None:
    words = ["the", "quake", *["of", "Orsa"] * DEPTH]
    doc = Doc(
        English().vocab,
        words=words,
        pos=["DET", "NOUN", *["ADP", "PROPN"] * DEPTH],
        tags=["DT", "NN", *["IN", "NNP"] * DEPTH],
        deps=["det", "ROOT", *["prep", "pobj"] * DEPTH],
        heads=[1, 1, *range(1, 2 * DEPTH + 1)],
        lemmas=words,
    )
    (mention,) = MentionFinder(doc, load_event_words(), (), (), ()).find()
    assert (mention.token, mention.kind.family, mention.definite) == (1, "earth", True)
