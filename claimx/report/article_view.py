"""One article as it stands, with figures and quotations marked, and beside each line what they mean."""

import textwrap
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from claimx.records import Claim, Extraction, Quote
from claimx.report.annotated import Piece, headline_of, paragraphs_of
from claimx.report.drawing import columns_of, draw, words
from claimx.report.evidence import CLOSE, OPEN
from claimx.report.sanitize import printable, printable_piece
from claimx.report.wording import count_of, date_of, metric_in_words, name_of, sources_in_words

FIGURE, DIRECT, INDIRECT = "bold yellow", "green", "italic cyan"
NARROW = 76
"""From this width on the notes stand in a margin; below it they follow their paragraph."""


def render_article(extraction: Extraction, *, width: int, color: bool) -> str:
    """Render an article: »figures« are marked, and each is explained in the margin, as are the speakers of quotations.

    Args:
        extraction: The article with its text.
        width: Columns to fill.
        color: Whether escape codes for colour are used; without them nothing is lost.

    Returns:
        The text, which ends with a newline.
    """
    return draw(_parts(extraction, width), width=width, color=color)


def _parts(extraction: Extraction, width: int) -> Iterator[RenderableType]:
    article = extraction.article
    yield words(f"{name_of(article)}, {date_of(article)}", "bold")
    yield ""
    paragraphs = [each for each in (headline_of(extraction), *paragraphs_of(extraction)) if each]
    for paragraph in paragraphs:
        yield from _paragraph(paragraph, extraction, width)
        yield ""
    if not article.text:
        yield words("the text was left out", "dim")
    for note in extraction.notes:
        yield words(f"{note.level} {note.code}: {note.message}", "dim")
    counts = (
        count_of(len(extraction.claims), "figure"),
        count_of(len(extraction.quotes), "quote"),
        count_of(len(extraction.speakers), "speaker"),
    )
    yield words(", ".join(counts), "bold")


def _paragraph(paragraph: Sequence[Piece], extraction: Extraction, width: int) -> Iterator[RenderableType]:
    text = Text.assemble(*(_shown(piece) for piece in paragraph))
    text.rstrip()
    notes = list(_notes(paragraph, extraction))
    if width < NARROW:
        yield text
        for note in notes:
            yield Text.assemble("  ", note)
        return
    table = columns_of(3, 2)
    table.add_row(text, Text("\n").join(notes))
    yield table


def _shown(piece: Piece) -> Text:
    text = printable_piece(piece.text)
    if piece.claim:
        return Text(f"{OPEN * piece.opens}{text}{CLOSE * piece.closes}", style=FIGURE)
    if piece.quote:
        return Text(text, style=INDIRECT if piece.quote.kind == "indirect" else DIRECT)
    return Text(text)


def _notes(paragraph: Sequence[Piece], extraction: Extraction) -> Iterator[Text]:
    """A line for each figure and each quotation that begins here."""
    quotes: set[str] = set()
    for piece in paragraph:
        if piece.claim and piece.opens:
            yield Text.assemble(
                (printable(piece.claim.text), FIGURE), " ", words(_means(piece.claim, extraction), "dim")
            )
        if piece.quote and piece.quote.id not in quotes:
            quotes.add(piece.quote.id)
            yield _quotation(piece.quote, extraction)


def _means(claim: Claim, extraction: Extraction) -> str:
    speakers = {speaker.id: speaker for speaker in extraction.speakers}
    event = next((each.name for each in extraction.events if each.id == claim.event_id), None)
    parts = [
        metric_in_words(claim.metric, claim.quantity.unit),
        claim.where.name if claim.where else None,
        event,
        f"as of {claim.as_of[:10]}" if claim.as_of and claim.as_of_from == "text" else None,
        claim.certainty if claim.certainty != "asserted" else None,
        f"by {sources_in_words(claim, speakers)}" if claim.attributions else None,
    ]
    return " · ".join(dict.fromkeys(filter(None, parts)))


def _quotation(quote: Quote, extraction: Extraction) -> Text:
    name = next((each.name for each in extraction.speakers if each.id == quote.speaker_id), None)
    said = name or (quote.speaker_mention.text if quote.speaker_mention else "speaker unknown")
    opening = textwrap.shorten(printable(quote.text), 28, placeholder="…")
    style = INDIRECT if quote.kind == "indirect" else DIRECT
    return Text.assemble((f"“{opening}”" if quote.kind != "indirect" else opening, style), " ", words(said, "dim"))
