"""HXL: a claim a row, with a row of hashtags that tells humanitarian tools what each column holds."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from claimx.records import Extraction
from claimx.report.flat import CLAIM_COLUMNS, line_of, render_claims

TAGS: Mapping[str, str] = {
    "article_id": "#meta+article+id",
    "source": "#meta+source",
    "published": "#date+published",
    "title": "#meta+title",
    "url": "#meta+url",
    "claim_id": "#indicator+claim+id",
    "metric": "#indicator+code",
    "text": "#description+figure",
    "value": "#indicator+value+num",
    "low": "#indicator+value+min+num",
    "high": "#indicator+value+max+num",
    "comparator": "#indicator+comparator",
    "unit": "#indicator+unit",
    "of": "#indicator+whole",
    "per": "#indicator+per",
    "basis": "#indicator+basis",
    "direction": "#indicator+direction",
    "series": "#indicator+series",
    "status": "#status+figure",
    "who": "#group+name",
    "groups": "#group+code",
    "where": "#loc+name",
    "place_code": "#loc+code",
    "event": "#event+name",
    "event_kind": "#event+type",
    "event_from": "#date+event+start",
    "event_to": "#date+event+end",
    "when_from": "#date+start",
    "when_to": "#date+end",
    "as_of": "#date+reported",
    "agent": "#cause+name",
    "counting": "#description+counting",
    "attribution": "#meta+attribution",
    "speaker": "#meta+speaker",
    "certainty": "#status+certainty",
    "negated": "#status+negated",
    "part_of": "#indicator+whole+id",
    "supersedes": "#indicator+superseded+id",
    "zone": "#meta+zone",
    "start": "#meta+start+num",
    "end": "#meta+end+num",
    "sentence": "#description+sentence",
    "rule": "#meta+rule",
    "confidence": "#meta+confidence+num",
}
"""Hashtags of HXL 1.1, with attributes of our own where it has none."""


def render_hxl(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Render claims, a row each, after a row of names and a row of hashtags.

    Args:
        extractions: The articles, one after another.

    Yields:
        Lines, as many for an article as it has claims.
    """
    lines = render_claims(extractions)
    yield from chain(islice(lines, 1), [line_of([TAGS[name] for name in CLAIM_COLUMNS])], lines)
