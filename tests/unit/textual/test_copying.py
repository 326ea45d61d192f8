from hypothesis import given
from hypothesis import strategies as st

from claimx.textual.copying import Indexed, copied_passages

WALL = (
    "the earthen wall above the village gave way shortly after midnight and the water carried off eleven houses two "
    "mills and the only bridge within a quarter of an hour before anybody could be warned"
)


DAM = WALL.split()


def passages(one: list[str], other: list[str], quoted: frozenset[int] = frozenset()) -> list[tuple[int, int]]:
    return [each.other for each in copied_passages(Indexed(one), Indexed(other, quoted))]


def test_a_copied_passage_is_found_between_other_words() -> None:
    assert passages(DAM, ["so", "it", "was", *DAM, "they", "said"]) == [(3, 3 + len(DAM))]


def test_small_edits_leave_it_one_passage() -> None:
    edited = ["nine" if word == "eleven" else word for word in DAM]

    assert passages(DAM, edited) == [(0, len(DAM))]


def test_a_run_that_two_reporters_write_alike_is_no_copy() -> None:
    assert passages(DAM, ["she", "said", *DAM[:12], "and", "nobody", "had", "seen", "it", "come"]) == []


def test_what_both_quote_is_no_copy() -> None:
    assert passages(DAM, DAM, frozenset(range(len(DAM)))) == []


def test_a_text_that_repeats_itself_is_read_in_time() -> None:
    assert passages(["a"] * 4000, ["a"] * 4000) == [(0, 4000)]


@given(st.lists(st.sampled_from("abc"), max_size=60), st.lists(st.sampled_from("abc"), max_size=60))
def test_runs_hold_the_same_words(one: list[str], other: list[str]) -> None:
    for passage in copied_passages(Indexed(one), Indexed(other)):
        for run in passage.runs:
            assert one[run.one : run.one + run.length] == other[run.other : run.other + run.length]
