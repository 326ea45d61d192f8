"""Laws of quotations and speakers, on any order of marks, cues and names."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimx.records import make_article
from claimx.textual.quotemarks import MARKS

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
    article = make_article(text)
    extraction, text = reader.read_one(article), article.text
    marked = [quote for quote in extraction.quotes if quote.kind != "indirect"]

    assert all(one.end <= other.start for one, other in pairwise(marked))
    assert {quote.speaker_id for quote in extraction.quotes} <= {None, *(each.id for each in extraction.speakers)}
    assert all(quote.text.strip() for quote in extraction.quotes)
    spans = [
        span for quote in extraction.quotes for span in (quote, quote.cue, quote.via, quote.speaker_mention) if span
    ]
    assert all(0 <= span.start < span.end and text[span.start : span.end] == span.text for span in spans)
    assert all(speaker.name and speaker.mentions for speaker in extraction.speakers)


LONE = st.lists(
    st.sampled_from([*'“”"‘’«»„', "''", " said Falk. ", "The weir held", ", ", "\n\n"]), min_size=1, max_size=15
).map("".join)


@pytest.mark.model
@settings(max_examples=40, derandomize=True, deadline=None)
@given(LONE)
@example("Falk said “the weir held. It rained.")
@example("Falk said:” the weir held.")
def test_marks_without_a_partner_are_noted_where_one_stands(reader, text):
    article = make_article(text)
    notes = [note for note in reader.read_one(article).notes if note.code == "CX952"]

    assert len(notes) <= 1
    assert all(article.text[note.start] in MARKS and note.end == note.start + 1 for note in notes)
    if not set(article.text) & (MARKS | {"`"}):
        assert not notes
