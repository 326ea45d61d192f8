"""Dates in a text and the dateline: mentions in order, days that exist, the first not after the last."""

from datetime import date

from claimx.lexicon.lexicon import load_lexicon
from claimx.pipeline.components.paragraphs import layout_words
from claimx.pipeline.scope.words import load_date_words
from claimx.sources import parse_published
from claimx.textual.dateline import find_dateline
from claimx.textual.dates import find_dates
from fuzz.target import Target, hold, in_order, text_of

WORDS = load_date_words()
LAYOUT = layout_words(load_lexicon().layout)
PUBLISHED = (None, "2031-05-04", "2000-02-29", "0001-01-01", "9999-12-31T23:59:59Z", "8999-12-31")
PIECES = (
    "on since last next past the 3 31 30 29 May march Oct. February 2020 1999 9999 0001 , - – ago two weeks year Monday"
    " yesterday 24 hours until of 999 19.03.2024 3/4/25 2024-02-30 T00:00:00Z mid early end between and from to as now"
    " 1990s decade century spring weekend fortnight months later earlier before after first quarter half so far"
)


def check(data: bytes) -> None:
    """Read the dates of a text, with a day of publication that the first byte chooses."""
    text = text_of(data)
    published = PUBLISHED[data[0] % len(PUBLISHED)] if data else None
    found = find_dates(text, WORDS, published=published)
    in_order(found, len(text))
    for each in found:
        days = [date.fromisoformat(day) for day in (each.from_day, each.to_day) if day]
        hold(days == sorted(days), f"{each} ends before it begins")
    dateline = find_dateline(text, LAYOUT, WORDS)
    hold(dateline is None or date.fromisoformat(dateline), "the dateline is no day")
    written = parse_published(text)
    hold(written is None or date.fromisoformat(written[:10]), "what was taken for a day is none")


TARGET = Target(check, tuple(PIECES.split()), max_bytes=200)
