from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimx.textual.layout import LayoutWords, find_blocks

WORDS = LayoutWords(tail_lines=frozenset({"a"}), furniture_starts=("b",), caption_ends=("c",))
TEXTS = st.text(st.sampled_from("abc A.1|-\t\n\r\u2028 :“”") | st.characters())


@given(TEXTS)
def test_blocks_cover_all_but_white_space_in_order(text: str) -> None:
    blocks = find_blocks(text, WORDS)

    assert all(block.start < block.end <= len(text) for block in blocks)
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    covered = "".join(text[block.start : block.end] for block in blocks)
    assert "".join(covered.split()) == "".join(text.split())
