"""What was found in each article, for a person at a terminal: figures, quotations, notes, then the totals."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from claimx.records import Claim, Extraction, Quote, Speaker
from claimx.records.scope import Where
from claimx.report.drawing import columns_of, draw, indented, words
from claimx.report.wording import count_of, date_of, joined, metric_in_words, name_of, sources_in_words, totals


def render_extractions(extractions: Sequence[Extraction], *, width: int, color: bool) -> str:
    """Render extractions as plain tables.

    Args:
        extractions: The articles, in the order in which they are shown.
        width: Columns to fill.
        color: Whether escape codes for colour are used; without them nothing is lost.

    Returns:
        The text, which ends with a newline; its last line sums up.
    """
    parts: list[RenderableType] = []
    for extraction in extractions:
        parts += _article(extraction)
    quotes = count_of(sum(len(extraction.quotes) for extraction in extractions), "quote")
    speakers = count_of(sum(len(extraction.speakers) for extraction in extractions), "speaker")
    parts.append(words(", ".join([*totals(extractions), quotes, speakers]), "bold"))
    return draw(parts, width=width, color=color)


def _article(extraction: Extraction) -> Iterator[RenderableType]:
    article = extraction.article
    yield words(f"{name_of(article)}, {date_of(article)}", "bold").append_text(_origin(extraction))
    speakers = {speaker.id: speaker for speaker in extraction.speakers}
    if extraction.claims:
        table = columns_of(3, 3, 4, 4)
        table.add_row(*(words(head, "dim") for head in ("what", "figure", "who, where, when", "source")))
        for claim in extraction.claims:
            source = sources_in_words(claim, speakers)
            what = words(metric_in_words(claim.metric, claim.quantity.unit))
            table.add_row(what, words(claim.text, "bold"), words(_scope(claim, extraction)), words(source, "dim"))
        yield indented(table)
    else:
        yield indented(words("no figures"))
    if extraction.quotes:
        table = columns_of(2, 5)
        table.add_row(*(words(head, "dim") for head in ("who", "says")))
        for quote in _outermost(extraction.quotes):
            table.add_row(words(_speaker(quote, speakers)), words(_quotation(quote)))
        yield ""
        yield indented(table)
    for note in extraction.notes:
        yield indented(words(f"{note.level} {note.code}: {note.message}", "dim"))
    yield ""


def _origin(extraction: Extraction) -> Text:
    """Where the text came from, unless the outlet's place is already taken by it."""
    path = extraction.article.path
    return Text.assemble("  ", words(path, "dim")) if path and extraction.article.source else Text()


def _outermost(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """Leave out the fragments inside a reported clause that is shown: it holds their words, marks and all."""
    reported = [quote for quote in quotes if quote.kind == "indirect"]
    for quote in quotes:
        inside = (other.start <= quote.start and quote.end <= other.end for other in reported if other is not quote)
        if quote.kind != "mixed" or not any(inside):
            yield quote


def _scope(claim: Claim, extraction: Extraction) -> str:
    event = next((event.name for event in extraction.events if event.id == claim.event_id), None)
    where = _place(claim.where) if claim.where else None
    return joined((claim.who.text if claim.who else None, where, event, claim.when.text if claim.when else None))


def _place(where: Where) -> str:
    """The place; in brackets where nothing but the article's own place tells it."""
    return f"({where.name})" if where.found_in == "article" else where.name


def _speaker(quote: Quote, speakers: dict[str, Speaker]) -> str:
    if quote.speaker_id in speakers:
        return speakers[quote.speaker_id].name
    return quote.speaker_mention.text if quote.speaker_mention else "speaker unknown"


def _quotation(quote: Quote) -> str:
    """Marks only around words that the article gives between marks."""
    return quote.text if quote.kind == "indirect" else f"“{quote.text}”"
