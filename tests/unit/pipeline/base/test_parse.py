"""The paragraphs of a document are parsed side by side, as if one after the other."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.base.faster import run_faster
from claimx.pipeline.base.parse import ParagraphParser, make_parse

pytestmark = pytest.mark.model

SAMPLES = [file.read_text(encoding="utf-8") for file in sorted((Path(__file__).parents[4] / "samples").glob("*.txt"))]
SENTENCES = [
    "The dam at Port Ellery broke on Monday.",
    "“We lost 40 boats,” said Mayor Ana Lind, who had seen it",
    "14 dead",
    "(",
    "- It was the third flood this year, after those of May and June",
    "Nobody",
]


def read(nlp: Language, text: str, bounds: dict[int, bool]) -> Doc:
    """Read a text in which some tokens are known to open a sentence, and others not to."""
    doc = nlp.make_doc(text)
    for index, opens in bounds.items():
        doc[index].is_sent_start = opens
    return nlp(doc)


def openings(nlp: Language, text: str) -> dict[int, bool]:
    """The tokens behind an empty line."""
    doc = nlp.make_doc(text)
    return {token.i + 1: True for token in doc[:-1] if "\n\n" in token.text}


def tree(doc: Doc) -> Sequence[tuple[int, str, bool, int, int, int, int]]:
    return [
        (
            token.head.i,
            token.dep_,
            bool(token.is_sent_start),
            token.n_lefts,
            token.n_rights,
            token.left_edge.i,
            token.right_edge.i,
        )
        for token in doc
    ]


def broken_behind_an_opening(doc: Doc, bounds: dict[int, bool]) -> bool:
    """Whether a paragraph's first word stands alone: spaCy's loop may do that before it is there."""
    return any(index + 1 < len(doc) and doc[index + 1].is_sent_start for index in bounds)


@pytest.mark.parametrize("text", SAMPLES)
def test_the_trees_are_those_of_the_base_model(text: str, stock: Language, faster: Language) -> None:
    bounds = openings(stock, text)
    expected = read(stock, text, bounds)

    found = read(faster, text, bounds)

    different = sum(one != other for one, other in zip(tree(found), tree(expected), strict=True))
    assert different <= (len(found) // 50 if broken_behind_an_opening(expected, bounds) else 0)


@given(
    sentences=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8),
    kept=st.sets(st.integers(1, 60), max_size=3),
)
@settings(max_examples=40)
def test_so_they_are_for_any_paragraphs(
    sentences: list[str], kept: set[int], stock: Language, faster: Language
) -> None:
    text = "\n\n".join(sentences)
    bounds = openings(stock, text)
    bounds |= {index: False for index in kept if index < len(stock.make_doc(text)) and index not in bounds}
    expected = read(stock, text, bounds)

    if not broken_behind_an_opening(expected, bounds):
        assert tree(read(faster, text, bounds)) == tree(expected)


def test_no_sentence_breaks_behind_the_first_word_of_a_paragraph(stock: Language, faster: Language) -> None:
    text = "14 dead\n\nCleveland Marsh will spend a year in prison for the fire."
    bounds = openings(stock, text)

    assert [sentence.text for sentence in read(faster, text, bounds).sents][1:] == [text.split("\n\n")[1]]


def test_no_sentence_reaches_into_the_next_paragraph(faster: Language) -> None:
    doc = read(faster, "\n\n".join(SENTENCES), openings(faster, "\n\n".join(SENTENCES)))

    assert all("\n\n" not in sentence.text.rstrip() for sentence in doc.sents)


def test_a_document_of_no_words_is_left_as_it_is(faster: Language) -> None:
    parse = faster.get_pipe("parse")
    assert isinstance(parse, ParagraphParser)

    assert not len(parse(faster.make_doc("")))


def test_a_parser_that_does_not_listen_to_the_vectors_is_kept() -> None:
    from spacy.lang.en import English

    nlp = English()
    nlp.add_pipe("parser").add_label("nsubj")  # type: ignore[attr-defined]
    nlp.initialize()

    assert run_faster(nlp).pipe_names == ["parser"]
    with pytest.raises(ValueError, match="not built as"):
        make_parse(nlp, "parse")
