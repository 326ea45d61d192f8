"""The network for token vectors gives those of thinc but for their last digits."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from thinc.api import Linear, Model

from claimx.pipeline.base.encoder import Encoder
from claimx.pipeline.base.vectors import make_vectors

pytestmark = pytest.mark.model

SAMPLES = [file.read_text(encoding="utf-8") for file in sorted((Path(__file__).parents[4] / "samples").glob("*.txt"))]
CLOSE = 1e-4
"""Vectors are of the size of 1, and hold seven digits."""


@pytest.fixture(scope="module")
def networks(stock: Language) -> list[Model]:
    return [stock.get_pipe("tok2vec").model, stock.get_pipe("ner").model.get_ref("tok2vec").layers[0]]  # type: ignore[attr-defined]


def farthest(network: Model, stock: Language, text: str) -> float:
    """The largest difference of two numbers in the vectors of a text."""
    encoder = Encoder.of(network)
    assert encoder is not None
    doc = stock.make_doc(text)
    found, expected = encoder(doc), network.predict([doc])[0]
    assert found.shape == expected.shape
    return float(np.abs(found - expected).max(initial=0))


@pytest.mark.parametrize("text", ["York", "a a", " ", "The dam broke.\n\nThe dam broke.", *SAMPLES[:3]])
def test_the_vectors_are_those_of_the_model(text: str, networks: list[Model], stock: Language) -> None:
    assert all(farthest(network, stock, text) < CLOSE for network in networks)


@given(text=st.text(st.sampled_from("ab \n.,5%“é\u0130"), min_size=1, max_size=60))
@settings(max_examples=30)
def test_so_they_are_for_any_text(text: str, networks: list[Model], stock: Language) -> None:
    assert all(farthest(network, stock, text) < CLOSE for network in networks)


def test_a_word_that_comes_again_is_told_by_its_neighbours(networks: list[Model], stock: Language) -> None:
    encoder = Encoder.of(networks[0])
    assert encoder is not None

    vectors = encoder(stock.make_doc("The dam broke and the dam held"))

    assert np.abs(vectors[1] - vectors[5]).max() > CLOSE


def test_a_network_that_is_built_otherwise_is_none() -> None:
    assert Encoder.of(Linear(2, 2)) is None  # type: ignore[arg-type]


def test_a_pipeline_without_such_vectors_has_none_to_replace() -> None:
    from spacy.lang.en import English

    nlp = English()
    nlp.add_pipe("sentencizer", name="tok2vec")

    with pytest.raises(ValueError, match="not built as"):
        make_vectors(nlp, "vectors")
