"""The likeliest tags, of which each may follow the one before."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from claimx.pipeline.tagger.tags import Tagged, best_tags, read_tags
from claimx.pipeline.tagger.wordpieces import BREAK, Pieces

NONE, CONTENT, MORE_CONTENT, CUE, MORE_CUE, SOURCE, MORE_SOURCE = range(7)


def favouring(*tags: int) -> np.ndarray:
    scores = np.zeros((len(tags), 7), dtype=np.float32)
    scores[range(len(tags)), tags] = 9.0
    return scores


def test_the_tags_with_the_best_scores_are_taken():
    wanted = [SOURCE, MORE_SOURCE, CUE, NONE, CONTENT, MORE_CONTENT, MORE_CONTENT]

    assert best_tags(favouring(*wanted), []) == wanted


def test_nothing_goes_on_that_has_not_begun():
    assert best_tags(favouring(NONE, MORE_CUE, MORE_CUE), []) in ([NONE, CUE, MORE_CUE], [CUE, MORE_CUE, MORE_CUE])
    assert best_tags(favouring(MORE_CONTENT), []) != [MORE_CONTENT]


def test_a_break_ends_a_span():
    assert best_tags(favouring(CONTENT, MORE_CONTENT, MORE_CONTENT), [1])[1] == NONE


def test_no_pieces_have_no_tags():
    assert best_tags(np.zeros((0, 7), dtype=np.float32), []) == []


def test_spans_are_read_off():
    pieces = Pieces((5, 6, BREAK, 7, 8), ((0, 3), (4, 8), (10, 10), (10, 12), (12, 15)))
    scores = favouring(SOURCE, CUE, NONE, CONTENT, MORE_CONTENT)

    assert read_tags(pieces, scores) == Tagged(content=((10, 15),), cue=((4, 8),), source=((0, 3),))


@given(arrays(np.float32, st.tuples(st.integers(1, 30), st.just(7)), elements=st.floats(-50, 50, width=32)))
def test_every_score_gives_legal_tags(scores):
    tags = best_tags(scores, [])

    assert len(tags) == len(scores)
    for before, tag in zip([NONE, *tags], tags, strict=False):
        assert tag in {NONE, CONTENT, CUE, SOURCE} or before in {tag, tag - 1}
