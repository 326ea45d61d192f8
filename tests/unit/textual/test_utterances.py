from hypothesis import given
from hypothesis import strategies as st

from claimx.textual.utterances import GAP, Spellings, differences, read_utterance

SPELLINGS = Spellings({"don't": "do not", "you know": "", "per cent": "percent"}, (("our", "or"),))


def test_words_keep_their_places() -> None:
    text = "We DON’T, you know, see the [old] harbour … 40 per cent – “ours”"
    spoken = read_utterance(text, SPELLINGS)

    assert [each.word for each in spoken] == [
        *("we", "do", "not", "see", "the", GAP, "harbor", GAP, "40", "percent", "ours")
    ]
    assert text[spoken[1].start : spoken[1].end] == text[spoken[2].start : spoken[2].end] == "DON’T"


def test_excerpts_and_marked_omissions_are_no_difference() -> None:
    assert differences("a b c d".split(), "b c".split()) == (2, ())  # noqa: SIM905 - words
    assert differences(["a", GAP, "d"], ["a", "b", "c", "d"]) == (2, ())
    assert differences(["x", "b", "c"], ["y", "b", "c"])[0] == 2
    assert len(differences(["x", "b", "c"], ["y", "b", "c"])[1]) == 1


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    spoken = read_utterance(text, SPELLINGS)

    assert all(0 <= each.start < each.end <= len(text) for each in spoken)
    assert differences([each.word for each in spoken], [each.word for each in spoken])[1] == ()
