"""Speakers, looked up by where they are named and by name."""

from spacy.lang.en import English

from claimx.pipeline.attribution.known import KnownSpeakers
from claimx.pipeline.layers import Offsets, SpeakerLayer
from claimx.pipeline.quotes.tokens import TokenIndex

DOC = English()("Ada Lind spoke. The harbour board met. Lind left.")
LIND = SpeakerLayer("Ada Lind", "person", mentions=(Offsets(0, 8),))


def test_a_speaker_is_found_by_any_word_of_a_mention() -> None:
    known = KnownSpeakers([LIND], TokenIndex(DOC))
    assert [known.mentioned(tokens) for tokens in ((1, 2), (0, 5), (4, 7))] == [0, 0, None]


def test_a_later_mention_and_a_new_speaker_are_found_too() -> None:
    known = KnownSpeakers([LIND], TokenIndex(DOC))
    known.mention(0, (9, 10))
    assert known.mentioned((9, 10)) == 0
    assert known.speakers[0].mentions == (Offsets(0, 8), Offsets(39, 43))
    assert known.add(SpeakerLayer("harbour board", "organization", mentions=(Offsets(20, 33),))) == 1
    assert (known.mentioned((4, 7)), known.named("Harbour Board"), known.named("the board")) == (1, 1, None)
