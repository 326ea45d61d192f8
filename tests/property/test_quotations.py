"""Laws of quotations and speakers, on any order of marks, cues and names."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.records import make_article

PIECES = (
    *'“”"‘’«»„(),.:—=',
    "''",
    "\n\n",
    "Runa Falk",
    "Falk’s",
    "(WWU)",
    "said",
    "Stated",
    "adding",
    "he",
    "a statement by",
    "the group",
    "who",
    "told Reuters",
    "so-called",
    "that it was",
    "late",
)
TEXT = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).flatmap(
    lambda pieces: st.sampled_from([" ", ""]).map(lambda between: between.join(pieces))
)


@pytest.mark.model
@settings(max_examples=60, derandomize=True, deadline=None)
@given(TEXT)
def test_any_order_is_read(reader, text):
    extraction = reader.read_one(make_article(text))
    marked = [quote for quote in extraction.quotes if quote.kind != "indirect"]

    assert all(one.end <= other.start for one, other in pairwise(marked))
    assert {quote.speaker_id for quote in extraction.quotes} <= {None, *(each.id for each in extraction.speakers)}
    assert all(quote.text.strip() for quote in extraction.quotes)
    assert all(speaker.name and speaker.mentions for speaker in extraction.speakers)
