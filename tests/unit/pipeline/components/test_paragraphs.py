"""Where paragraphs begin, and where a sentence begins in any case."""

from spacy.lang.en import English

from claimx.pipeline.components.paragraphs import LONGEST_SENTENCE, Paragraphs
from claimx.pipeline.layers import Layers
from claimx.textual.layout import LayoutWords

PARAGRAPHS = Paragraphs(words=LayoutWords())


def sentence_starts(text: str) -> list[int]:
    return [token.i for token in PARAGRAPHS(English()(text)) if token.is_sent_start and token.i]


def test_each_paragraph_opens_a_sentence() -> None:
    doc = PARAGRAPHS(English()("Ferry sinks off Kota\n\nThe ferry sank on Monday.\n\nSix people swam ashore."))

    opened = [token.text for token in doc if token.is_sent_start and token.i]

    assert opened == ["The", "Six"]
    assert [doc.text[each.start : each.end].split()[0] for each in Layers.of(doc).paragraphs] == ["Ferry", "The", "Six"]


def test_words_without_a_stop_are_cut() -> None:
    assert sentence_starts("seven " * (2 * LONGEST_SENTENCE + 1)) == [LONGEST_SENTENCE, 2 * LONGEST_SENTENCE]


def test_sentences_with_stops_are_left_to_the_parser() -> None:
    assert sentence_starts("Six people swam ashore. " * LONGEST_SENTENCE) == []


def test_offsets_between_paragraphs_are_in_none() -> None:
    text = "The ferry sank on Monday.\n\nSix people swam ashore."
    layers = Layers.of(PARAGRAPHS(English()(text)))

    assert [layers.paragraph_at(offset) for offset in (0, 24, 25, 26, 27, len(text) - 1, len(text))] == [
        0, 0, None, None, 1, 1, None,
    ]  # fmt: skip
