"""Sentences in which a source is looked for."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimx.pipeline.attribution.sentences import sentences_with_sources
from claimx.pipeline.attribution.vocabulary import load_source_vocabulary

SENTENCES = ("Ferries sank .", "The report was long .", "Rain fell .", "Two drowned .", "Gulls cried .")


@pytest.fixture
def doc() -> Doc:
    words = [word for sentence in SENTENCES for word in sentence.split()]
    starts = [number == 0 for sentence in SENTENCES for number in range(len(sentence.split()))]
    return Doc(Vocab(), words=words, sent_starts=starts)


def found(doc: Doc, figures: list[int]) -> list[str]:
    return [doc[start:end].text for start, end in sentences_with_sources(doc, figures, load_source_vocabulary())]


def test_a_source_is_looked_for_beside_figures_documents_and_behind_those(doc: Doc) -> None:
    assert found(doc, [doc.text.split().index("Two")]) == [*SENTENCES[1:4]]


def test_without_figures_none_is_looked_for(doc: Doc) -> None:
    assert found(doc, []) == []
