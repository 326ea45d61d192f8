"""The rules come first; the tagger fills what they leave."""

from dataclasses import replace
from decimal import Decimal

from claimx.pipeline.layers import Offsets, QuoteLayer
from claimx.pipeline.tagger.joining import FORGIVEN, SURE, join
from claimx.pipeline.tagger.linking import Linked

TEXT = "nine words " * 10

RULED = QuoteLayer(20, 40, "indirect", Offsets(0, 5), Offsets(6, 10), confidence=Decimal("0.8"))
FOUND = Linked(((60, 80),), (55, 59), (50, 54))


def test_what_only_the_tagger_found_is_added_and_says_so():
    assert join(TEXT, [RULED], [FOUND]) == [
        RULED,
        QuoteLayer(60, 80, "indirect", Offsets(50, 54), Offsets(55, 59), confidence=SURE, found_by="tagger"),
    ]


def test_a_word_or_two_are_not_added():
    assert join(TEXT, [RULED], [replace(FOUND, content=((61, 70), (60, 80)))])[1:] == join(TEXT, [], [FOUND])


def test_it_needs_a_cue_and_a_source():
    assert join(TEXT, [RULED], [replace(FOUND, cue=None), replace(FOUND, source=None)]) == [RULED]


def test_it_changes_nothing_where_a_rule_found_words():
    assert join(TEXT, [RULED], [replace(FOUND, content=((39, 80),))]) == [RULED]


def test_doubtful_reported_speech_needs_the_tagger():
    doubtful = replace(RULED, confidence=FORGIVEN - Decimal("0.1"))

    assert join(TEXT, [doubtful], []) == []
    assert join(TEXT, [doubtful], [Linked(((30, 60),))]) == [doubtful]
    assert join(TEXT, [replace(doubtful, confidence=FORGIVEN)], []) != []


def test_the_clause_around_a_fragment_in_marks_stays_with_it():
    fragment = replace(RULED, start=30, kind="mixed")
    around = replace(RULED, confidence=Decimal("0.1"))

    assert join(TEXT, [around, fragment], []) == [around, fragment]


def test_words_in_marks_without_a_speaker_take_the_taggers():
    bare = QuoteLayer(60, 84, "direct", confidence=Decimal("0.3"))

    (joined,) = join(TEXT, [bare], [replace(FOUND, cue=None)])

    assert (joined.mention, joined.cue, joined.found_by) == (Offsets(50, 54), None, "tagger")
    assert join(TEXT, [bare], [Linked(((60, 66),), None, (50, 54))]) == [bare]
    assert join(TEXT, [replace(bare, cue=Offsets(1, 3))], [FOUND]) == [replace(bare, cue=Offsets(1, 3))]
