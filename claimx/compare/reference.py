"""Figures held against an official series or a house list: exact, within its words, stale, or nowhere in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Final

from claimx.compare.figure import Figure
from claimx.compare.findings import make_finding
from claimx.compare.fingerprint import finding_fingerprint
from claimx.compare.interval import Interval
from claimx.compare.official import Fit, Official, Row
from claimx.compare.reason import name_source
from claimx.compare.settings import CompareSettings
from claimx.compare.slips import SLIP_WORDS, slip_between
from claimx.compare.timeline import Days, read_days
from claimx.records.base import Level
from claimx.records.finding import Finding, Role
from claimx.records.reference import ReferenceFigure, ReferenceStatus

CODES: Final[Mapping[ReferenceStatus, str]] = {
    "stale": "CX511",
    "not_in_series": "CX512",
    "above_all": "CX513",
    "ahead": "CX514",
    "differs": "CX515",
}
THERE: Final = frozenset({"exact", "within_hedge"})


@dataclass(frozen=True, slots=True)
class Held:
    """A figure held against a series.

    Attributes:
        figure: The figure.
        official: The series.
        fit: How sure it is that the figure is of what the series counts.
        status: What became of it.
        row: The row that decides it.
        days: Days from the row to the figure; None where one has no day.
        gap: The series has no row for the figure's day, and the number lies between those beside it.
    """

    figure: Figure
    official: Official
    fit: Fit
    status: ReferenceStatus
    row: Row
    days: int | None = None
    gap: bool = False

    def record(self) -> ReferenceFigure:
        """What the document says of it."""
        return ReferenceFigure(
            article_id=self.figure.article.id,
            claim_id=self.figure.id,
            status=self.status,
            days=self.days,
            row=self.row.record(),
        )


def hold_against(figures: Iterable[Figure], officials: Sequence[Official], settings: CompareSettings) -> list[Held]:
    """Hold the figures of one article against a reference.

    Args:
        figures: The figures, in order of offset.
        officials: The series.
        settings: Days of grace.

    Returns:
        One for each figure that a series speaks of. Where an article gives a series' number of the day, what else it
        gives of it is what it looks back on, and is not stale.
    """
    held = [each for figure in figures if (each := _best(figure, officials, settings)) is not None]
    current = {id(each.official) for each in held if each.status in THERE or _fresh(each, settings)}
    return [each for each in held if each.status in THERE or id(each.official) not in current or _fresh(each, settings)]


def _fresh(held: Held, settings: CompareSettings) -> bool:
    return held.status == "stale" and (held.days or 0) <= settings.stale_days


def _best(figure: Figure, officials: Sequence[Official], settings: CompareSettings) -> Held | None:
    """What the series that fits best says; one that may fit speaks only where the number is in it."""
    found = []
    for official in officials:
        fit = official.fit(figure)
        held = _hold(figure, official, fit, settings) if fit else None
        if held and (held.status in THERE or (held.fit == "firm" and official.near(figure, held.row))):
            found.append(held)
    return min(found, key=lambda each: (each.fit != "firm", each.status not in THERE), default=None)


def _hold(figure: Figure, official: Official, fit: Fit, settings: CompareSettings) -> Held | None:
    blank = Held(figure, official, fit, "differs", official.rows[0])
    if official.approved:
        status = _there(figure, official.rows[0])
        return replace(blank, status=status or "differs")
    days = read_days(figure.as_of)
    return _without_day(blank) if days is None or days.last is None else _on_day(blank, days, settings)


def _there(figure: Figure, row: Row, *, loosely: bool = True) -> ReferenceStatus | None:
    """Whether a row bears a figure out; loosely: its words do not exclude the row."""
    if figure.number == row.value and figure.claim.quantity.comparator == "exact":
        return "exact"
    if _holds(figure.usual, row) or (loosely and figure.possible.meets(row.interval)):
        return "within_hedge"
    return None


def _holds(interval: Interval, row: Row) -> bool:
    return interval.holds(row.value) or (row.interval.low != row.interval.high and interval.meets(row.interval))


def _without_day(blank: Held) -> Held | None:
    """A figure without a date: whether its number is that of any day."""
    newest_first = tuple(reversed(blank.official.rows))
    for status in ("exact", "within_hedge"):
        row = next((row for row in newest_first if _there(blank.figure, row, loosely=False) == status), None)
        if row is not None:
            return replace(blank, status=status, row=row)
    highest = max(blank.official.steady, key=lambda row: row.value)
    if blank.figure.possible.meets(Interval(None, highest.value)):
        return replace(blank, status="not_in_series", row=newest_first[0])
    return replace(blank, status="above_all", row=highest)


def _on_day(blank: Held, days: Days, settings: CompareSettings) -> Held | None:
    """A figure of a day: whether its number is that of this day, of an earlier one, or of none so far."""
    figure, day = blank.figure, days.last
    before = [row for row in blank.official.rows if day and row.day and row.day <= day]
    after = [row for row in blank.official.rows if day and row.day and row.day > day]
    if not before or day is None:
        return None
    last = before[-1]
    for row in (last, *after[:1]):
        near = row is last or (row.day is not None and (row.day - day).days == 1)
        status = _there(figure, row, loosely=False) if near else None
        if status is not None and (row is last or status == "exact"):
            return replace(blank, status=status, row=row, days=_apart(row, day))
    older = next((row for row in reversed(before) if _there(figure, row, loosely=False)), None)
    if older is not None:
        return replace(blank, status="stale", row=older, days=_apart(older, day))
    if figure.possible.meets(last.interval):
        return replace(blank, status="within_hedge", row=last, days=_apart(last, day))
    return _not_so_far(blank, before, after, day, settings)


def _not_so_far(blank: Held, before: Sequence[Row], after: Sequence[Row], day: date, settings: CompareSettings) -> Held:
    """A figure whose number is of no day up to its own."""
    figure, last = blank.figure, before[-1]
    if last.day is not None and (day - last.day).days > settings.reference_gap:
        return replace(blank, status="not_covered", row=last, days=_apart(last, day))
    later = next((row for row in after if _there(figure, row, loosely=False) == "exact"), None)
    if later is not None:
        return replace(blank, status="ahead", row=later, days=_apart(later, day))
    between = bool(after) and last.day != day and _between(figure, last, after[0])
    highest = max((row for row in blank.official.steady if row in before), key=lambda row: row.value, default=last)
    if not between and not figure.possible.meets(Interval(None, highest.value)):
        return replace(blank, status="above_all", row=highest, days=_apart(highest, day))
    return replace(blank, status="not_in_series", row=last, days=_apart(last, day), gap=between)


def _apart(row: Row, day: date) -> int | None:
    return (day - row.day).days if row.day is not None else None


def _between(figure: Figure, one: Row, other: Row) -> bool:
    low, high = sorted((one.value, other.value))
    return figure.possible.meets(Interval(low, high))


def reference_finding(held: Held, settings: CompareSettings) -> Finding | None:
    """CX511 to CX515: what a person should look at; None where the reference bears the figure out."""
    code = CODES.get(held.status)
    if code is None or held.fit != "firm" or (held.status == "stale" and (held.days or 0) <= settings.stale_days):
        return None
    figure, row = held.figure, held.row
    message = f"{figure.claim.metric}: {name_source(figure)} gives {figure.claim.text}{_said(held)}."
    role: Role = "stale" if held.status == "stale" else "a"
    finding = make_finding(
        code=code,
        level=_level(held),
        message=message,
        group_id=None,
        claims=[(role, figure)],
        numbers=(row.value, figure.number),
        fingerprint=finding_fingerprint(code, (figure,), PurePath(row.line.file).name, row.line.date, row.value),
    )
    return finding.model_copy(update={"reference": row.record()})


def _level(held: Held) -> Level:
    """error: no day so far has the number, and scope and day are stated; a number of another day is a warning."""
    figure = held.figure
    last = held.official.rows[-1]
    if held.gap or (held.status == "stale" and figure.possible.meets(last.interval)):
        return "note"
    in_place = figure.place is None or (figure.claim.where is not None and figure.place.stated)
    stated = held.official.approved or (figure.as_of is not None and in_place)
    return "error" if stated and held.status in ("not_in_series", "above_all", "differs") else "warning"


def _said(held: Held) -> str:
    row = held.row
    value = f"{row.value.normalize():f}"
    where = f"{PurePath(row.line.file).name}, row {row.line.row}"
    found = slip_between(held.figure.number, row.value)
    slip = f": {SLIP_WORDS[found]}" if found else ""
    match held.status:
        case "stale":
            return f", the number of {row.line.date} ({where}): {held.days} days old"
        case "ahead":
            return f", which the series has only for {row.line.date} ({where})"
        case "above_all":
            return f", above every value so far; the highest is {value} of {row.line.date} ({where}){slip}"
        case "differs":
            return f", and the approved figure is {value} ({where}){slip}"
        case _:
            beside = "; there is no row for its day, and the number lies between those beside it" if held.gap else slip
            return f", which the series does not have; the last is {value} of {row.line.date} ({where}){beside}"
