"""The whole way from a text to JSON: every span holds its words, direct quotes stand apart, and the JSON reads back."""

import json
from collections.abc import Callable
from itertools import pairwise

from claimx.codec import decode_document, encode
from claimx.errors import SourceError
from claimx.pipeline.read import Reader
from claimx.records import Extraction
from claimx.report.article_view import render_article
from claimx.sources import Details, Limits, load_article
from fuzz.target import Target, hold, text_of

PIECES = (
    *("At least 12 people were killed", "another five", "not 40 but 14", "rose by 30 to 120", "dozens of children"),
    *("$5bn", "1,4 million", "१२", "½", "19.03.2024", "according to the ministry", "Ms. Nowak", "who said", "told AFP"),
    *("“", "”", '"', "'", "’", "‘", "(", ")", "—", "- ", ".", ":", "\n", "\n\n", "\r\n", "\x00", "\u200b", "\u2028"),
    *("😀", "e\u0301", "x" * 40, "including 8 soldiers and 25 civilians", "wounded", "hostages", "in Orlen on Monday"),
    *(
        "the army",
        "she added",
        "of whom three",
        "percent of",
        "up from",
        "as of",
        "denied",
        "Photo: ",
        " | ",
        "Dr.",
        "U.S.",
    ),
)


def make_check(reader: Reader) -> Callable[[bytes], None]:
    """The check of a way of reading; the first line is the title where the first byte is even and there are several."""

    def check(data: bytes) -> None:
        text = text_of(data)
        title, _, body = text.partition("\n") if data and data[0] % 2 == 0 else ("", "", text)
        details = Details(origin="field", title=title or None, published=("2031-05-04", None)[len(data) % 2])
        try:
            loaded = load_article(body, (details,), path="any", limits=Limits())
        except SourceError:
            return
        hold_laws(reader.read_one(loaded.article))

    return check


def hold_laws(extraction: Extraction) -> None:
    """What must hold of whatever was read."""
    whole, headline = extraction.article.text or "", extraction.article.title
    hold(all(span.of(whole, headline) for span in extraction.spans()), "a span does not hold its words")
    spoken = [quote for quote in extraction.quotes if quote.kind == "direct" and not quote.within]
    hold(all(one.end <= other.start for one, other in pairwise(spoken)), "direct quotes overlap")
    for claim in extraction.claims:
        hold(claim.sentence.start <= claim.start and claim.end <= claim.sentence.end, f"{claim} leaves its sentence")
    written = encode(extraction)
    hold(decode_document(json.loads(written)).record == extraction, "an extraction changes when it is read back")
    render_article(extraction, width=100, color=True)


TARGET = Target(make_check(Reader(quantities=True)), PIECES, max_bytes=600)
