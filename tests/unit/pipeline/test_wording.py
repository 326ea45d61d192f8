"""The words of a document as lists."""

import pytest
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.wording import Wording, span_over

TEXT = "Ants  sang.\n\nBees flew over the weir."


@pytest.fixture(scope="module")
def blank() -> Language:
    return English()


@pytest.fixture
def doc(blank: Language) -> Doc:
    doc = blank(TEXT)
    for token in doc:
        token.is_sent_start = token.text in {"Ants", "Bees"}
    return doc


def test_the_text_is_put_together_with_its_spaces(doc: Doc) -> None:
    assert Wording.of(doc).text == TEXT


def test_offsets_are_those_of_the_first_and_last_word_of_a_sentence(doc: Doc) -> None:
    wording = Wording.of(doc)
    bees = wording.words.index("Bees")

    start, end = wording.offsets(*wording.sentence(doc, bees))

    assert TEXT[start:end] == "Bees flew over the weir."


def test_where_gives_tokens_in_order_whatever_their_case(doc: Doc) -> None:
    wording = Wording.of(doc)

    assert [wording.words[index] for index in wording.where({"weir", "ants"})] == ["Ants", "weir"]


@pytest.mark.parametrize(
    "text", [TEXT, "", " ", "\n\nAnts", "Ants — “sang”.  ", "e\u0301 \u200b x", "He didn't, U.S. ants said."]
)
def test_words_and_offsets_are_those_of_the_tokens(blank: Language, text: str) -> None:
    doc = blank(text)

    for wording in (Wording(doc), Wording(doc, text)):
        assert wording.text == text
        assert wording.words == [token.text for token in doc]
        assert wording.lower == [token.lower_ for token in doc]
        assert wording.starts == [token.idx for token in doc]


@pytest.mark.parametrize(
    ("start", "end"), [(0, 1), (1, 3), (4, 6), (4, 5), (6, 40), (0, 99), (99, 100), (-1, 2), (3, 0)]
)
def test_a_stretch_touches_the_tokens_that_spacy_gives_it(doc: Doc, start: int, end: int) -> None:
    given = doc.char_span(start, end, alignment_mode="expand")

    found = span_over(doc, start, end)

    assert (found and (found.start, found.end)) == (given and (given.start, given.end))


def test_words_are_found_by_few_and_by_many(blank: Language) -> None:
    wording = Wording.of(blank("Bees saw ants, and ants saw bees."))

    assert wording.where({"ants"}) == [2, 5]
    assert wording.where({"ants", "saw", *"abcdefghi"}) == [1, 2, 5, 6]
