"""Whatever the text, candidates point into it, in order, and claims are some of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claimx.pipeline.layers import Layers

pytestmark = pytest.mark.model

WORDS = st.sampled_from(
    [
        "the",
        "of",
        "them",
        "who",
        "and",
        ",",
        ";",
        "—",
        "(",
        ")",
        "-",
        "five",
        "40",
        "dozens",
        "several",
        "no",
        "one",
        "3.2",
        "percent",
        "$4",
        "people",
        "dead",
        "killed",
        "injured",
        "toll",
        "rose",
        "to",
        "including",
        "hostages",
        "police",
        "held",
        "were",
        "in",
        "\n\n",
        "“",
        "”",
        "'s",
        "houses",
        "seized",
        "more",
        "than",
        "another",
    ]
)


@settings(max_examples=60)
@given(words=st.lists(WORDS, max_size=30))
def test_candidates_point_into_the_text(nlp: Language, words: list[str]) -> None:
    text = " ".join(words)

    layers = Layers.of(nlp(text))

    starts = [candidate.start for candidate in layers.candidates]
    assert starts == sorted(set(starts))
    for candidate in layers.candidates:
        assert 0 <= candidate.start < candidate.end <= len(text)
        for part in (candidate.counted, candidate.head, candidate.of, candidate.predicate):
            assert part is None or 0 <= part.start < part.end <= len(text)
    assert set(layers.claims) <= set(range(len(layers.candidates)))
