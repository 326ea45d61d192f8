"""The words of a document as lists."""

import pytest
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.wording import Wording

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
