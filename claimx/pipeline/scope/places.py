"""Which stretches of a document are places, before anything is known of how they stand there."""

from spacy.tokens import Span

from claimx.lexicon.places import PlaceSort
from claimx.pipeline.place_mention import PlaceMention

NAMED = frozenset({"GPE", "LOC", "FAC"})
"""Labels that the name recognizer gives to places."""


def mention_of(span: Span, name: str, code: str | None, sort: PlaceSort | None) -> PlaceMention:
    """The mention that a span is, before anything is known of how it stands there."""
    return PlaceMention(span.start, span.end, span.start_char, span.end_char, span.text, name, code, sort)
