"""The faster parts annotate as those of the base model do, and with either library for matrices."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps

from claimx.pipeline.base import blas
from claimx.pipeline.base.faster import run_faster

pytestmark = pytest.mark.model

ATTRIBUTES = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]

TEXTS = [
    "",
    " ",
    "\n\n  \t",
    "York",
    "Ana Lind of the Harbour Board",
    "Y'all gonna wanna see it: c'mon, let's go, I ain't got ta, and it is what it is; you saw it and me.",
    "There were 12,400 visitors in Port Ellery in the first quarter of 2031. Do you have one?  She'd had it.",
    "PORT ELLERY FLOODS: 14 DEAD, MAYOR ANA LIND SAYS\nOn Monday, March 3, rescuers from New Zealand came.",
    "the mayor of san telmo said on tuesday that about 30 soldiers from peru were there for two weeks",
    "“We lost 5% of US$ 3 million,” said Dr. Joe K. Marsh Jr. of Marsh & Sons (Pty) Ltd. – “and that is that”.",
]
SAMPLES = [file.read_text(encoding="utf-8") for file in sorted((Path(__file__).parents[4] / "samples").glob("*.txt"))]

PIECES = [
    "Monday",
    "New",
    "York",
    "5",
    "%",
    ".",
    "\n\n",
    " ",
    "the",
    "is",
    "gon",
    "na",
    "“",
    "”",
    "U.S.",
    "12-14",
    "é",
    "İ",
]


def annotations(doc: Doc) -> tuple[Sequence[Sequence[int]], Sequence[tuple[int, int, str]]]:
    return doc.to_array(ATTRIBUTES).tolist(), [(each.start, each.end, each.label_) for each in doc.ents]


@pytest.mark.parametrize("text", [*TEXTS, *SAMPLES[:4]])
def test_the_annotations_are_those_of_the_base_model(text: str, stock: Language, faster: Language) -> None:
    assert annotations(faster(text)) == annotations(stock(text))


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40), joiner=st.sampled_from(["", " "]))
@settings(max_examples=25)
def test_so_they_are_for_any_run_of_words(pieces: list[str], joiner: str, stock: Language, faster: Language) -> None:
    text = joiner.join(pieces)

    assert annotations(faster(text)) == annotations(stock(text))


def test_all_run_on_what_they_say(faster: Language) -> None:
    assert {"vectors", "parse", "names", "attributes", "lemmas"} < set(faster.pipe_names)
    assert not {"tok2vec", "parser", "ner", "attribute_ruler", "lemmatizer"} & set(faster.pipe_names)


@pytest.mark.parametrize("text", SAMPLES[:3])
def test_both_libraries_give_the_same_annotations(text: str, faster: Language) -> None:
    found = []
    try:
        for bundled in (True, False):
            blas.run_with(faster, NumpyOps(use_blis=bundled))
            found.append(annotations(faster(text)))
    finally:
        blas.run_with(faster, blas.faster_ops())

    assert found[0] == found[1]


@pytest.mark.parametrize(("bundled", "numpys", "taken"), [(1.0, 2.0, True), (2.0, 1.0, False), (1.0, 1.1, False)])
def test_the_probe_takes_the_bundled_library_where_it_is_clearly_faster(
    bundled: float, numpys: float, taken: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    blas.faster_ops.cache_clear()
    monkeypatch.setattr(blas, "_seconds", lambda ops, *_: bundled if ops.use_blis else numpys)
    try:
        assert blas.faster_ops().use_blis is taken
    finally:
        blas.faster_ops.cache_clear()


def test_a_pipeline_without_such_parts_is_left_as_it_is() -> None:
    from spacy.lang.en import English

    nlp = English()
    nlp.add_pipe("sentencizer")

    assert run_faster(nlp).pipe_names == ["sentencizer"]
