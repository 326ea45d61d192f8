"""Sentences by their stops: cut only where there is no doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.textual.sentences import find_sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The dam held. Nobody was hurt.",
        "Did it hold? It did.",
        "“It held.” The mayor was relieved.",
        "It held (so they say.) Then it rained.",
        "Costs rose 5%. Rents did not.",
        "it held on friday. the mayor was relieved.",
        "It held … Rain came.",
    ],
)
def test_a_stop_behind_a_word_ends_a_sentence(text: str) -> None:
    assert len(cut(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Ana Lind spoke.",
        "The U.S. Coast Guard came.",
        "They met at 5 p.m. Monday.",
        "A. Lind of St. Orsa won.",
        "It cost 1.5 million.",
        "No. 5 came in.",
        "",
        "   ",
    ],
)
def test_a_short_word_before_a_stop_is_left_in_doubt(text: str) -> None:
    assert len(cut(text)) <= 1


@given(st.text(alphabet="ab A.!? “”\"'5%)\n", max_size=60))
def test_only_white_space_is_lost(text: str) -> None:
    found = list(find_sentences(text, 0, len(text)))
    between = zip([0, *[end for _, end in found]], [*[start for start, _ in found], len(text)], strict=True)

    assert all(not text[end:start].strip() for end, start in between)
    assert all(start < end for start, end in found)
