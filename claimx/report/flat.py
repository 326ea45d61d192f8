"""Comma-separated values: a claim a row, for spreadsheets and tables."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from io import StringIO

from claimx.records import Claim, Comparison, Extraction
from claimx.report.figures import Lookup
from claimx.report.sanitize import printable

CLAIM_COLUMNS = (
    "article_id", "source", "published", "title", "url", "claim_id", "metric", "text", "value", "low", "high",
    "comparator", "unit", "of", "per", "basis", "direction", "series", "status", "who", "groups", "where",
    "place_code", "event", "event_kind", "event_from", "event_to", "when_from", "when_to", "as_of", "agent",
    "counting", "attribution", "speaker", "certainty", "negated", "part_of", "supersedes", "zone", "start", "end",
    "sentence", "rule", "confidence",
)  # fmt: skip
MEMBER_COLUMNS = (
    "group_id", "verdict", "metric", "unit", "who", "where", "event", "when", "as_of", "source", "published", "text",
    "value", "low", "high", "sum", "independent_sources", "codes", "article_id", "claim_id",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet may take for a formula when it stands first, wide forms too; an apostrophe makes it text."""

Cell = str | Decimal | int | bool | None


def render_claims(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Render claims, a row each, after a row of names.

    Args:
        extractions: The articles, one after another.

    Yields:
        Lines, as many for an article as it has claims.
    """
    yield line_of(CLAIM_COLUMNS)
    for extraction in extractions:
        for row in claim_rows(extraction):
            yield line_of([row[name] for name in CLAIM_COLUMNS])


def render_members(comparison: Comparison, extractions: Sequence[Extraction]) -> str:
    """Render a comparison: a row for each figure of each group, with the codes of the findings that it is in.

    Args:
        comparison: What was found.
        extractions: The articles that were compared.
    """
    return "".join([line_of(MEMBER_COLUMNS), *map(line_of, _member_rows(comparison, extractions))])


def claim_rows(extraction: Extraction) -> Iterator[Mapping[str, Cell]]:
    """The claims of an article as flat rows, by `CLAIM_COLUMNS`.

    Args:
        extraction: The article.
    """
    article = extraction.article
    speakers = {speaker.id: speaker.name for speaker in extraction.speakers}
    events = {event.id: event for event in extraction.events}
    about: Mapping[str, Cell] = {
        "article_id": article.id,
        "source": article.source,
        "published": article.published,
        "title": article.title,
        "url": article.url,
    }
    for claim in extraction.claims:
        event = events.get(claim.event_id or "")
        source = claim.attribution
        yield {
            **about,
            **_number(claim),
            **_scope(claim),
            "event": event.name if event else None,
            "event_kind": event.kind if event else None,
            "event_from": event.from_ if event else None,
            "event_to": event.to if event else None,
            "attribution": source.text if source else None,
            "speaker": speakers.get(source.speaker_id or "") if source else None,
        }


def line_of(cells: Iterable[Cell]) -> str:
    """One line; what a spreadsheet could run is made text."""
    stream = StringIO()
    csv.writer(stream, lineterminator="\n").writerow([_cell(cell) for cell in cells])
    return stream.getvalue()


def _number(claim: Claim) -> Mapping[str, Cell]:
    quantity = claim.quantity
    return {
        "claim_id": claim.id,
        "metric": claim.metric,
        "text": claim.text,
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "comparator": quantity.comparator,
        "unit": quantity.unit,
        "of": quantity.of.text if quantity.of else None,
        "per": quantity.per,
        "basis": quantity.basis,
        "direction": quantity.direction,
        "series": claim.series,
        "status": claim.status,
        "certainty": claim.certainty,
        "negated": claim.negated,
        "part_of": claim.part_of,
        "supersedes": claim.supersedes,
        "zone": claim.zone,
        "start": claim.start,
        "end": claim.end,
        "sentence": claim.sentence.text,
        "rule": claim.rule,
        "confidence": str(claim.confidence),
    }


def _scope(claim: Claim) -> Mapping[str, Cell]:
    who, where, when = claim.who, claim.where, claim.when
    return {
        "who": who.text if who else None,
        "groups": " ".join(who.groups) if who else None,
        "where": where.name if where else None,
        "place_code": where.code if where else None,
        "when_from": when.from_ if when else None,
        "when_to": when.to if when else None,
        "as_of": claim.as_of,
        "agent": claim.agent.text if claim.agent else None,
        "counting": claim.counting,
    }


def _member_rows(comparison: Comparison, extractions: Sequence[Extraction]) -> Iterator[list[Cell]]:
    lookup = Lookup.of(comparison, extractions)
    codes: dict[str, list[str]] = {}
    for finding in comparison.findings:
        for figure in finding.claims:
            codes.setdefault(figure.claim_id, []).append(finding.code)
    for group in comparison.groups:
        scope = group.scope
        for member in group.members:
            article, claim = lookup.articles.get(member.article_id), lookup.claims.get(member.claim_id)
            yield [
                group.id, group.verdict, group.metric, group.unit, scope.who, scope.where, scope.event, scope.when,
                member.as_of, article.source if article else None, article.published if article else None,
                claim.text if claim else None, member.value, *member.possible, member.sum, group.independent_sources,
                " ".join(dict.fromkeys(codes.get(member.claim_id, ()))), member.article_id, member.claim_id,
            ]  # fmt: skip


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal | int):
        return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
    text = printable(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
