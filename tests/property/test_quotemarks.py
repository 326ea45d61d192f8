"""Laws of pairing, on any string."""

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from claimx.textual.quotemarks import MARKS, pair_marks

PIECES = st.lists(
    st.sampled_from(
        [*"“”\"‘’'«»„‚`", "''", "\n", "\n\n", " ", ",", ".", "—", "word", "s", "said", "90s", "(", ")", "é"]
    ),
    max_size=40,
).map("".join)
TEXTS = PIECES | st.text(max_size=200)


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    out, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append((start, start + len(line)))
        start += len(line) + 1
    return out


@given(TEXTS)
@example("“word\n”")
def test_never_raises_and_stays_inside(text: str) -> None:
    pairing = pair_marks(text, paragraphs_of(text), elisions=frozenset({"s"}))

    for one in pairing.marked:
        assert 0 <= one.outer_start <= one.start < one.end <= one.outer_end <= len(text)
        assert text[one.start : one.end] == text[one.start : one.end].strip()
    assert all(text[at] in MARKS for at in pairing.unpaired)


@given(TEXTS)
def test_outermost_do_not_overlap(text: str) -> None:
    outermost = [one for one in pair_marks(text, paragraphs_of(text)).marked if one.depth == 0]

    assert all(left.end <= right.start for left, right in pairwise(outermost))


@given(st.lists(st.sampled_from(["The weir held", "Nobody drowned", "So it goes"]), min_size=1, max_size=5))
def test_quoting_and_pairing_are_inverse(sentences: list[str]) -> None:
    text = " she said. ".join(f"“{sentence},”" for sentence in sentences)

    assert [text[one.start : one.end] for one in pair_marks(text, [(0, len(text))]).marked] == [
        f"{sentence}," for sentence in sentences
    ]
