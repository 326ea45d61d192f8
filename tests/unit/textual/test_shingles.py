import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.textual.shingles import contact_lines, read_words, shingles


def test_words_are_folded_and_keep_their_offsets() -> None:
    text = "Orsa’s DAM held 1,160 café guests."
    words = read_words([(0, text)])

    assert words.folded == ("orsa's", "dam", "held", "1,160", "cafe", "guests")
    assert [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)][3:5] == ["1,160", "café"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The dam broke. Nobody slept.", ["the dam broke", "nobody slept"]),
        ("Dam breaks\nThe dam broke.", ["dam breaks", "the dam broke"]),
        ("A line that is as wide as the page goes on in the next one, and so\nit goes.", [None]),
        ("“It broke.” She left.", ["it broke", "she left"]),
        ("", []),
    ],
)
def test_sentences_and_lines_are_units(text: str, units: list[str | None]) -> None:
    words = read_words([(0, text)])
    found = [" ".join(words.folded[start:end]) for start, end in words.units()]

    assert found == units if None not in units else len(found) == len(units)


def test_pieces_of_a_text_keep_its_offsets() -> None:
    assert [*read_words([(10, "Two men fled."), (40, "All live.")]).starts] == [10, 14, 18, 40, 44]


def test_shingles_of_a_short_text_are_the_text() -> None:
    assert shingles(("a", "b"), 3) == {("a", "b")}
    assert shingles((), 3) == frozenset()
    assert len(shingles(tuple("abcd"), 3)) == 2


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    words = read_words([(0, text)])

    assert sum(end - start for start, end in words.units()) == len(words)
    assert all(0 <= start < end <= len(text) for start, end in zip(words.starts, words.ends, strict=True))


def test_lines_of_contact_are_told() -> None:
    text = "Nine men drowned. Call the desk at 555-0142. Copyright 2031 Ferry Post\n\nIn 2031 it rained on 120 days."

    assert [text[start:end].strip() for start, end in contact_lines(text)] == [
        "Call the desk at 555-0142.",
        "Copyright 2031 Ferry Post",
    ]
