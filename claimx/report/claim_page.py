"""Why a claim reads as it does: each field in words, with the words of the article that it rests on."""

from collections.abc import Iterator, Mapping

from rich.console import RenderableType

from claimx.lexicon.entry import Entry
from claimx.records import Claim, Event, Extraction, Span
from claimx.records.claim import Series, Status
from claimx.records.quantity import Basis, Comparator, Quantity
from claimx.records.scope import FoundIn
from claimx.report.drawing import columns_of, draw, indented, words
from claimx.report.evidence import mark
from claimx.report.wording import date_of, metric_in_words, name_of, number_in_words, sources_in_words

COMPARATORS: Mapping[Comparator, str] = {
    "exact": "just this number",
    "about": "this number or one near it",
    "nearly": "a little less than the number named",
    "more_than": "the number named or more",
    "at_least": "the number named or more",
    "less_than": "the number named or less",
    "at_most": "the number named or less",
    "between": "a number between the two",
    "vague": "a word for a size, read as a range",
}
SERIES: Mapping[Series, str] = {
    "event_total": "a total that may grow until the event is settled",
    "cumulative": "a count that only grows",
    "stock": "a level that may rise and fall from day to day",
    "flow": "what happened within a period",
    "rate": "a share",
    "level": "a measure that does not change",
}
STATUSES: Mapping[Status, str] = {
    "reported": "reported",
    "forecast": "expected, not reported",
    "target": "aimed at, not reported",
    "threshold": "a limit, not a report",
}
BASES: Mapping[Basis, str] = {
    "total": "the running figure",
    "increment": "added to figures given before",
    "change": "the step that a figure took",
}
FOUND_IN: Mapping[FoundIn, str] = {
    "sentence": "in the figure's own sentence",
    "event": "where the article speaks of the event",
    "article": "a guess: what the article as a whole is about",
}


def render_claim(
    extraction: Extraction, claim: Claim, entries: Mapping[str, tuple[str, Entry]], *, width: int, color: bool
) -> str:
    """Render the page of one claim.

    Args:
        extraction: The article that holds it.
        claim: The claim.
        entries: File and entry of the lexicon, by id: the rules that read metrics.
        width: Columns to fill.
        color: Whether escape codes for colour are used.

    Returns:
        The text, which ends with a newline.
    """
    return draw(_parts(extraction, claim, entries), width=width, color=color)


def _parts(extraction: Extraction, claim: Claim, entries: Mapping[str, tuple[str, Entry]]) -> Iterator[RenderableType]:
    article = extraction.article
    yield words(f"{metric_in_words(claim.metric, claim.quantity.unit)}: {claim.text}", "bold")
    yield words(f"{name_of(article)}, {date_of(article)}, characters {claim.start} to {claim.end}", "dim")
    yield indented(mark(claim.start, claim.end, claim.sentence))
    yield ""
    table = columns_of(0, 1)
    for name, said in (
        *_what(claim, entries),
        *_scope(claim, extraction),
        *_standing(claim, extraction),
    ):
        table.add_row(words(name, "dim"), words(said))
    yield table


def _what(claim: Claim, entries: Mapping[str, tuple[str, Entry]]) -> Iterator[tuple[str, str]]:
    yield "number", _number(claim.quantity)
    file, entry = entries.get(claim.rule, ("", None))
    yield "metric", f"{claim.metric}, by the rule {claim.rule}" + (f" of {file}" if file else "")
    if entry is not None:
        yield "", f"which fires in “{entry.fires[0]}” and not in “{entry.silent[0]}”"
    if claim.quantity.basis != "total":
        yield "basis", BASES[claim.quantity.basis]
    if claim.series:
        yield "over time", f"{claim.series}: {SERIES[claim.series]}"


def _number(quantity: Quantity) -> str:
    number = number_in_words(quantity.value, quantity.low, quantity.high)
    of = f" of {quantity.of.text}" if quantity.of else ""
    per = f" a {quantity.per}" if quantity.per else ""
    return f"{number} {quantity.unit}{of}{per}: {COMPARATORS[quantity.comparator]}"


def _scope(claim: Claim, extraction: Extraction) -> Iterator[tuple[str, str]]:
    if claim.who:
        groups = f" (groups: {', '.join(claim.who.groups)})" if claim.who.groups else ""
        yield "who", f"{_at(claim.who)}{groups}"
    if claim.where:
        named = ", ".join(filter(None, (claim.where.name, claim.where.code)))
        found = f"; {FOUND_IN[claim.where.found_in]}" if claim.where.found_in else ""
        yield "where", f"{_at(claim.where)}: {named}{found}"
    event = next((each for each in extraction.events if each.id == claim.event_id), None)
    if event:
        yield "event", _event(event)
    if claim.when:
        yield "when", f"{_at(claim.when)}: {claim.when.from_ or '…'} to {claim.when.to or '…'}"
    if claim.as_of:
        origin = {"text": ", by the text", "published": ", the day of publication"}.get(claim.as_of_from or "", "")
        yield "holds for", f"{claim.as_of}{origin}"
    if claim.agent:
        yield "caused by", _at(claim.agent)
    if claim.counting:
        yield "counting rule", claim.counting


def _standing(claim: Claim, extraction: Extraction) -> Iterator[tuple[str, str]]:
    yield "source", sources_in_words(claim, {speaker.id: speaker for speaker in extraction.speakers})
    for source in claim.attributions:
        if len(source.chain) > 1:
            yield "", "which goes back to " + ", then ".join(each.text for each in source.chain[1:])
    yield "certainty", claim.certainty + (", and denied by the article" if claim.negated else "")
    if claim.status != "reported":
        yield "status", STATUSES[claim.status]
    others = {each.id: each for each in extraction.claims}
    for name, of in (("part of", claim.part_of), ("instead of", claim.supersedes)):
        if of in others:
            yield name, _at(others[of])
    yield "stands in", claim.zone
    yield "confidence", f"{claim.confidence}"


def _event(event: Event) -> str:
    days = (
        f", {event.from_}" + (f" to {event.to}" if event.to and event.to != event.from_ else "") if event.from_ else ""
    )
    place = f", {event.place}" if event.place else ""
    return f"{event.name} ({event.kind}{days}{place})"


def _at(span: Span) -> str:
    """A span with its place: “about 40” (12–20)."""
    within = " of the headline" if span.within == "title" else ""
    return f"“{span.text}” ({span.start}–{span.end}{within})"
