"""Groups as the page shows them: rows, and the figures drawn over time."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimx.records import Group, Member
from claimx.report.figures import Lookup, chains_of, figure_rows
from claimx.report.html.chart import Chart, Point, draw_chart
from claimx.report.html.direction import Run, runs_of
from claimx.report.sanitize import printable
from claimx.report.wording import (
    VERDICTS,
    metric_in_words,
    name_of,
    number_in_words,
    scope_in_words,
)


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group with its drawing and its rows: date, outlet, figure, source."""

    anchor: str
    verdict: str
    words: str
    title: str
    reason: tuple[Run, ...]
    sources: int
    chains: tuple[str, ...]
    chart: Chart | None
    rows: tuple[tuple[str, str, str, str], ...]


def shown_group(group: Group, lookup: Lookup) -> ShownGroup:
    """What the page shows of a group."""
    scope = scope_in_words(group)
    return ShownGroup(
        anchor=f"group-{group.id}",
        verdict=group.verdict,
        words=VERDICTS[group.verdict],
        title=printable(metric_in_words(group.metric, group.unit) + (f" — {scope}" if scope else "")),
        reason=runs_of(group.reason),
        sources=group.independent_sources,
        chains=tuple(map(printable, chains_of(group))),
        chart=draw_chart(list(_points(group, lookup))),
        rows=tuple(tuple(map(printable, row.cells)) for row in figure_rows(group, lookup)),  # type: ignore[misc]
    )


def _points(group: Group, lookup: Lookup) -> Iterator[Point]:
    """A point for each figure that the rows show; the parts of a sum are drawn as the sum."""
    summed = {total.id: total for total in group.sums}
    for member in group.members:
        if member.sum is None:
            yield _point(member, lookup, number_in_words(member.value, *member.possible))
        elif member.sum in summed:
            total = summed.pop(member.sum)
            whole = member.model_copy(update={"value": total.value, "possible": (total.value, total.value)})
            yield _point(whole, lookup, f"{total.value:,}")


def _point(member: Member, lookup: Lookup, number: str) -> Point:
    article = lookup.articles.get(member.article_id)
    claim = lookup.claims.get(member.claim_id)
    outlet = printable(name_of(article) if article else member.article_id)
    day = member.as_of[:10] if member.as_of else None
    written = claim.text if claim and member.sum is None else number
    low, high = member.possible
    return Point(outlet, day, member.value, low, high, printable(f"{outlet}, {day or 'undated'}: {written}"))
