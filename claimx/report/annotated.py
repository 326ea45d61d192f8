"""An article's text cut where figures and quotations begin and end, so that each piece can be marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from claimx.records import Claim, Extraction, Quote
from claimx.report.sanitize import printable_lines

SpanT = TypeVar("SpanT", Claim, Quote)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is marked alike.

    Attributes:
        text: The words, safe to show.
        claim: The figure that it belongs to.
        opens: Whether the figure begins here.
        closes: Whether it ends here.
        quote: The innermost quotation that it is in.
    """

    text: str
    claim: Claim | None = None
    opens: bool = False
    closes: bool = False
    quote: Quote | None = None


def paragraphs_of(extraction: Extraction) -> tuple[tuple[Piece, ...], ...]:
    """The text by paragraphs, each cut into pieces.

    Args:
        extraction: An article with its text.

    Returns:
        Paragraphs without their line breaks; empty where the text was left out.
    """
    text = extraction.article.text or ""
    claims = [claim for claim in extraction.claims if claim.within is None]
    quotes = [quote for quote in extraction.quotes if quote.within is None]
    found = []
    for start, end in _lines(text):
        pieces = tuple(_pieces(text, start, end, _touching(claims, start, end), _touching(quotes, start, end)))
        if any(piece.text.strip() for piece in pieces):
            found.append(pieces)
    return tuple(found)


def headline_of(extraction: Extraction) -> tuple[Piece, ...]:
    """The headline, cut into pieces."""
    title = extraction.article.title or ""
    claims = [claim for claim in extraction.claims if claim.within == "title"]
    quotes = [quote for quote in extraction.quotes if quote.within == "title"]
    return tuple(_pieces(title, 0, len(title), claims, quotes))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)


def _touching(spans: Sequence[SpanT], start: int, end: int) -> list[SpanT]:
    return [span for span in spans if span.start < end and start < span.end]


def _pieces(text: str, start: int, end: int, claims: Sequence[Claim], quotes: Sequence[Quote]) -> Iterator[Piece]:
    cuts = {start, end}
    for span in (*claims, *quotes):
        cuts |= {min(max(span.start, start), end), min(max(span.end, start), end)}
    ordered = sorted(cuts)
    for first, last in pairwise(ordered):
        claim = next((each for each in claims if each.start <= first < each.end), None)
        around = [quote for quote in quotes if quote.start <= first < quote.end]
        yield Piece(
            text=printable_lines(text[first:last]),
            claim=claim,
            opens=claim is not None and claim.start == first,
            closes=claim is not None and claim.end == last,
            quote=min(around, key=lambda quote: quote.end - quote.start, default=None),
        )
