"""What the tagger found gets a speaker; what the rules know stays."""

from decimal import Decimal

from claimx.pipeline.layers import Offsets, QuoteLayer, SpeakerLayer
from claimx.pipeline.tagger.naming import name_speakers

POLL = SpeakerLayer("the harbour poll", "document", mentions=(Offsets(0, 16),))
RULED = QuoteLayer(20, 40, "indirect", Offsets(0, 16), speaker=0)


def found(start: int, end: int, speaker: int | None = None) -> QuoteLayer:
    sure = Decimal("0.4") if speaker is not None else Decimal("0.5")
    return QuoteLayer(end + 1, end + 9, "indirect", Offsets(start, end), None, None, speaker, sure, "tagger")


def test_a_speaker_whom_only_the_tagger_found_comes_last():
    lind = SpeakerLayer("Ana Lind", "person", role="keeper", mentions=(Offsets(50, 58), Offsets(90, 93)))

    speakers, quotes = name_speakers([POLL], [RULED, found(50, 58)], [RULED, found(50, 58, 1)], [POLL, lind])

    assert speakers == (POLL, SpeakerLayer("Ana Lind", "person", role="keeper", mentions=(Offsets(50, 58),)))
    assert quotes == (RULED, found(50, 58, 1))


def test_what_the_rules_resolved_otherwise_stays():
    other = SpeakerLayer("the second poll", "document", mentions=(Offsets(0, 16), Offsets(50, 65)))

    speakers, quotes = name_speakers(
        [POLL], [RULED, found(50, 65)], [QuoteLayer(20, 40, "indirect", speaker=0), found(50, 65, 0)], [other]
    )

    assert [each.name for each in speakers] == ["the harbour poll"]
    assert speakers[0].mentions == (Offsets(0, 16), Offsets(50, 65))
    assert quotes == (RULED, found(50, 65, 0))


def test_the_same_name_is_one_speaker_and_a_mention_without_one_stays_so():
    again = SpeakerLayer("The Harbour Poll", "document", mentions=(Offsets(50, 66),))

    speakers, quotes = name_speakers([POLL], [found(50, 66), found(70, 72)], [found(50, 66, 0), found(70, 72)], [again])

    assert speakers[0].mentions == (Offsets(0, 16), Offsets(50, 66))
    assert [quote.speaker for quote in quotes] == [0, None]
