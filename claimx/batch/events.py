"""Compare the articles of a year: those of one event are put together, and only they are held against one another.

The key of an event is the country that a figure is of, and the month of its event. A figure of the last two weeks of a
month has the key of the next one too, and one of an event that ends in another month has that month's: two reports of
one event are not to miss each other where one month ends. A figure without a place goes with the others of its article.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TypedDict

from claimx.codec import decode_document, encode
from claimx.compare import CompareSettings, compare_extractions
from claimx.compare.figure import Figure
from claimx.compare.reading import read_figures
from claimx.compare.selection import with_claims
from claimx.compare.timeline import read_days
from claimx.records import Extraction

NOWHERE, UNDATED = "-", "undated"
NEARBY = timedelta(days=14)
"""As far apart as two reports of one event may be dated where it has no date of its own."""


class EventRow(TypedDict):
    """A comparison of the articles on one event.

    Attributes:
        event: Its key: country and month.
        articles: How many articles have a figure of it.
        figures: How many figures of it were compared.
        conflict: Groups of that verdict.
        tension: The same.
        update: The same.
        agree: The same.
        single: The same.
        findings: How many findings there are.
        document: The comparison as JSON on one line.
    """

    event: str
    articles: int
    figures: int
    conflict: int
    tension: int
    update: int
    agree: int
    single: int
    findings: int
    document: str


def by_event(document: str, settings: CompareSettings) -> Iterator[tuple[str, str]]:
    """Take an extraction apart by event.

    Args:
        document: The extraction as JSON.
        settings: How it will be compared.

    Yields:
        The key of each of its events, with the extraction that holds the claims of that event alone.
    """
    extraction = decode_document(json.loads(document)).record
    if not isinstance(extraction, Extraction):
        return
    for key, claims in sorted(_claims_by_key(extraction, settings).items()):
        yield key, encode(with_claims(extraction, claims)).decode()


def compare_event(event: str, documents: Iterable[str], settings: CompareSettings) -> EventRow:
    """Compare what articles say of one event; their order plays no part.

    Args:
        event: Its key.
        documents: What `by_event` gave for it.
        settings: How to compare.
    """
    records = [decode_document(json.loads(each)).record for each in documents]
    extractions = [each for each in records if isinstance(each, Extraction)]
    comparison = compare_extractions(extractions, settings)
    summary = comparison.summary
    return {
        "event": event,
        "articles": len(comparison.articles),
        "figures": sum(len(group.members) for group in comparison.groups),
        "conflict": summary.conflict,
        "tension": summary.tension,
        "update": summary.update,
        "agree": summary.agree,
        "single": summary.single,
        "findings": len(comparison.findings),
        "document": encode(comparison).decode(),
    }


def _claims_by_key(extraction: Extraction, settings: CompareSettings) -> Mapping[str, set[str]]:
    figures = read_figures(extraction, settings)
    keys = {figure.id: _keys_of(figure) for figure in figures}
    everywhere = {key for found in keys.values() for key in found}
    found: dict[str, set[str]] = defaultdict(set)
    for figure in figures:
        for key in keys[figure.id] or everywhere or {f"{NOWHERE} {month}" for month in _months_of(figure)}:
            found[key].add(figure.id)
    return found


def _keys_of(figure: Figure) -> Sequence[str]:
    """Country and month of a figure; nothing where it is of no known country."""
    places = (figure.place, figure.event.place if figure.event else None)
    countries = {place.country for place in places if place is not None and place.country}
    return [f"{country} {month}" for country in sorted(countries) for month in _months_of(figure)]


def _months_of(figure: Figure) -> Sequence[str]:
    days = (figure.event.days if figure.event else None) or read_days(figure.article.published)
    start, end = (days.first, days.last) if days else (None, None)
    first, last = start or end, end or start
    if first is None or last is None:
        return [UNDATED]
    return sorted({f"{each:%Y-%m}" for each in (first, last, last + NEARBY)})
