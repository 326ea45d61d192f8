"""Laws of the number grammar: it takes any text, keeps its spans in order, and reads back what was written."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from number_reading import WORDS

from claimx.textual.numbers import find_numbers, join_levels

ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
""".split()  # noqa: SIM905 - a list of twenty lines reads worse
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = [(10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")]

WORDED = """
about at_least more_than up_to between and to from or of in by not but a an the one two twenty hundred million dozen
dozens thousands half third thirds percent % $ € points years old people km May October 2024 12 1,200 1_200 3.5 ½ 7:45
am 19.03.2024 5-4 - – . , ; ( ) / + plus no none casualties more another m bn US$ Rs per day times magnitude minus °C th
s 's # No Channel rose fell
""".split()  # noqa: SIM905 - a list of ninety lines reads worse
BLANKS = ["\n", "\n\n"]
PIECES = st.one_of(
    st.sampled_from([*(each.replace("_", " ") for each in WORDED), *BLANKS]), st.integers(0, 10**9).map(str)
)
TEXTS = st.one_of(
    st.text(),
    st.lists(PIECES).map(" ".join),
    st.lists(st.one_of(PIECES, st.text(max_size=3))).map("".join),
)


def write_in_words(number: int, *, with_and: bool) -> str:
    """A number in English words."""
    for scale, name in SCALES:
        if number >= scale:
            head, rest = divmod(number, scale)
            joint = " and " if with_and and rest and rest < 100 else " "
            tail = f"{joint}{write_in_words(rest, with_and=with_and)}" if rest else ""
            return f"{write_in_words(head, with_and=with_and)} {name}{tail}"
    if number < len(ONES):
        return ONES[number]
    ten, one = divmod(number, 10)
    return TENS[ten] + (f"-{ONES[one]}" if one else "")


def read(written: str) -> list[Decimal | None]:
    """The values of the figures in a sentence around a number as written."""
    text = f"Rangers counted {written} geese."
    return [each.value for each in find_numbers(text, WORDS)]


@given(TEXTS)
@example("between -5 and -5 percent or more")
@example("at most minus 5 degrees")
@example("\ud800 12")
@example("one$dozen")
@example("a" * 2000 + "1" * 2000)
def test_spans_are_ordered_and_hold_their_core(text: str) -> None:
    end = 0
    for each in find_numbers(text, WORDS):
        assert end <= each.start <= each.core_start < each.core_end <= each.end <= len(text)
        end = each.end


@given(TEXTS)
def test_ends_fit_the_comparator(text: str) -> None:
    for each in find_numbers(text, WORDS):
        assert each.low is None or each.high is None or each.low <= each.high
        assert (each.value is None) == (each.comparator in ("between", "vague"))
        if each.comparator in ("exact", "about", "nearly"):
            assert each.low == each.value == each.high
        if each.comparator in ("more_than", "at_least"):
            assert (each.low, each.high) == (each.value, None)
        if each.comparator in ("less_than", "at_most"):
            assert each.high == each.value


@given(TEXTS)
def test_joining_keeps_order(text: str) -> None:
    found = find_numbers(text, WORDS)
    joined = join_levels(found)
    assert [index for index, _ in joined] == sorted({index for index, _ in joined})
    assert all(a.end <= b.start for (_, a), (_, b) in pairwise(joined))


@given(TEXTS)
def test_a_paragraph_apart_changes_nothing(text: str) -> None:
    assume(text.strip())
    before = find_numbers(f"{text}\n\n", WORDS)
    assert find_numbers(f"{text}\n\nNine geese flew off.", WORDS)[: len(before)] == before


@given(st.integers(2, 10**12 - 1))
@pytest.mark.parametrize("separator", [",", "\u202f", "\u00a0", "\u2009", " "])
def test_grouped_digits_read_back(separator: str, number: int) -> None:
    assume(number >= 1000)
    assert read(f"{number:,}".replace(",", separator)) == [number]


@given(st.integers(2, 10**12 - 1))
def test_plain_digits_read_back(number: int) -> None:
    assume(not 1000 <= number <= 2100)
    assert read(str(number)) == [number]


@given(st.integers(2, 10**12 - 1), st.booleans())
def test_words_read_back(number: int, with_and: bool) -> None:
    written = write_in_words(number, with_and=with_and)
    assert read(written) == [number], written


@given(st.decimals("0.1", "999.99", places=1), st.sampled_from([("million", 10**6), ("bn", 10**9), ("crore", 10**7)]))
def test_magnitudes_read_back(number: Decimal, magnitude: tuple[str, int]) -> None:
    word, scale = magnitude
    assert read(f"{number} {word}") == [number * scale]
    assert read(f"{number}{word}") == [number * scale]


@given(st.integers(2, 10**8), st.sampled_from([0xFF10, 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50]))
def test_digits_of_any_script_read_back(number: int, zero: int) -> None:
    assume(not 1000 <= number <= 2100)
    assert read("".join(chr(zero + int(digit)) for digit in str(number))) == [number]


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_range_reads_back(low: int, width: int) -> None:
    (mention,) = find_numbers(f"Rangers counted between {low:,} and {low + width:,} geese.", WORDS)
    assert (mention.comparator, mention.low, mention.high) == ("between", low, low + width)
