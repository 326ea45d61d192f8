"""What the tagger marked, put together."""

from claimx.pipeline.tagger.linking import Linked, Linker
from claimx.pipeline.tagger.tags import Tagged

TEXT = "The warden doubts the weir will hold. Ice moved.\n\nHalvard hopes for thaw.\n\n“Not soon.”"


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def linker(*marked: str) -> Linker:
    sentences = [0, TEXT.index("Ice"), TEXT.index("Halvard"), TEXT.index("“")]
    return Linker([0, TEXT.index("Halvard"), TEXT.index("“")], sentences, [at(words) for words in marked])


def test_words_take_the_nearest_cue_and_the_cue_the_nearest_source_of_the_paragraph():
    tagged = Tagged(
        content=(at("the weir will hold"), at("thaw")),
        cue=(at("doubts"), at("hopes for")),
        source=(at("The warden"), at("Halvard")),
    )

    assert linker().link(tagged) == [
        Linked((at("the weir will hold"),), at("doubts"), at("The warden")),
        Linked((at("thaw"),), at("hopes for"), at("Halvard")),
    ]


def test_pieces_of_one_cue_are_one_attribution():
    tagged = Tagged(content=(at("the weir"), at("will hold")), cue=(at("doubts"),), source=(at("The warden"),))

    assert linker().link(tagged) == [Linked((at("the weir"), at("will hold")), at("doubts"), at("The warden"))]


def test_another_paragraph_lends_no_cue():
    tagged = Tagged(content=(at("thaw"),), cue=(at("doubts"),), source=(at("The warden"),))

    assert linker().link(tagged) == [Linked((at("thaw"),))]


def test_words_in_marks_go_on_with_the_speaker_before():
    tagged = Tagged(content=(at("thaw"), at("Not soon.")), cue=(at("hopes for"),), source=(at("Halvard"),))

    assert linker("Not soon.").link(tagged)[1] == Linked((at("Not soon."),), None, at("Halvard"))
    assert linker().link(tagged)[1] == Linked((at("Not soon."),))
