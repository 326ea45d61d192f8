"""No text stops the reading, and whatever is read can be written and read back."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.codec import decode_document, encode
from claimx.records import make_article

PIECES = (
    "At least 12 people",
    "were killed",
    "another five",
    "not 40 but 14",
    "rose by 30 to 120",
    "dozens of children",
    "$5bn",
    "1,4 million",
    "१२",
    "½",
    "19.03.2024",
    "according to the ministry",
    "Ms. Nowak",
    "who said",
    "told AFP",
    "“",
    "”",
    "'",
    "’",
    "(",
    "—",
    "- ",
    ".",
    ":",
    "\n",
    "\n\n",
    "\r\n",
    "\0",
    "\u200b",
    "\u2028",
    "\U0001f600",
    "e\u0301",
    "x" * 40,
)
TEXT = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).flatmap(
    lambda pieces: st.sampled_from([" ", ""]).map(lambda between: between.join(pieces))
)


@pytest.mark.model
@settings(max_examples=60, derandomize=True)
@given(st.one_of(TEXT, st.text(min_size=1, max_size=60)), st.none() | TEXT, st.none() | st.sampled_from(["2031-05-04"]))
def test_any_text_is_read_written_and_read_back(reader, text, title, published):
    extraction = reader.read_one(make_article(text, title=title, published=published, published_from="field"))

    assert decode_document(json.loads(encode(extraction))).record == extraction
