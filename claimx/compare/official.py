"""A reference as figures are held against it: rows gathered into series, and whether a figure is of what one counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from typing import Literal

from claimx.compare.events import Happening, kinds_of, read_event
from claimx.compare.figure import Figure
from claimx.compare.folding import content, fold_unit
from claimx.compare.interval import Interval
from claimx.compare.names import CAPITAL
from claimx.compare.places import PLACE_CODE, Place, country_code, read_place, relate_places
from claimx.compare.slips import slip_between
from claimx.compare.who import People, populations, read_people, relate_people
from claimx.records.reference import ReferenceLine, ReferenceRow
from claimx.records.scope import Event, Who

TWO = Decimal(2)
EVERYBODY = People(known=False)

Fit = Literal["firm", "soft"]
"""firm: a figure is of what the series counts; soft: it may be, so that only its being there says something."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row.

    Attributes:
        line: As read.
        day: Its day; None for an approved figure.
    """

    line: ReferenceLine
    day: date | None

    @property
    def value(self) -> Decimal:
        """The number."""
        return self.line.value

    @property
    def interval(self) -> Interval:
        """The number, or its range."""
        low, high = self.line.low, self.line.high
        return Interval(self.value if low is None else low, self.value if high is None else high)

    def record(self) -> ReferenceRow:
        """The row as findings show it."""
        return ReferenceRow(file=self.line.file, row=self.line.row, date=self.line.date, value=self.value)


@dataclass(frozen=True)
class Official:
    """The rows of one figure.

    Attributes:
        rows: By day; of a house list the one row.
        place: Where.
        event: In which event.
        people: Those counted.
    """

    rows: tuple[Row, ...]
    place: Place | None
    event: Happening | None
    people: People

    @property
    def approved(self) -> bool:
        """Whether it is a figure of a house list and no series."""
        return self.rows[0].day is None

    @cached_property
    def steady(self) -> tuple[Row, ...]:
        """The rows without those above both neighbours of a series that rises there: a slip of the pen, no record."""
        rows = self.rows
        odd = {
            place
            for place in range(1, len(rows) - 1)
            if rows[place - 1].value <= rows[place + 1].value < rows[place].value
        }
        return tuple(row for place, row in enumerate(rows) if place not in odd)

    def fit(self, figure: Figure) -> Fit | None:
        """Whether a figure is of what this counts; None where it is not."""
        claim = figure.claim
        if claim.metric != self.rows[0].line.metric or claim.status != "reported" or claim.quantity.per:
            return None
        if claim.quantity.basis != "total" or not self._in_unit(figure):
            return None
        parts = (self._fit_place(figure), self._fit_event(figure), self._fit_people(figure))
        if None in parts or figure.separate:
            return None
        sure = set(parts) == {"firm"} and not (figure.partial or figure.picked or figure.minor)
        return "firm" if sure and claim.certainty != "hypothetical" else "soft"

    def _in_unit(self, figure: Figure) -> bool:
        wanted = self.rows[0].line.unit
        if wanted is None:
            return figure.unit != "percent"
        return figure.unit == fold_unit(wanted)

    def _fit_place(self, figure: Figure) -> Fit | None:
        if self.place is None:
            return "firm"
        if figure.place is None:
            return "soft"
        named = frozenset(word for word in figure.place.words if not word.isdigit())
        if relate_places(figure.place, self.place).relation == "equal" or named == self.place.words:
            return "firm"
        if not figure.place.stated and self.place.words <= content(
            " ".join(CAPITAL.findall(figure.claim.sentence.text))
        ):
            return "firm"  # its place is carried over from another sentence, and its own names this one
        return "soft" if named and (named < self.place.words or self.place.words < named) else None

    def _fit_event(self, figure: Figure) -> Fit | None:
        if self.event is None:
            lasting = figure.event is None or figure.event.lasts or not figure.event.stated
            return "firm" if figure.series != "event_total" or lasting else "soft"
        if figure.event is None:
            return "soft"
        kinds = {kind.id for kind in self.event.kinds}
        if kinds and not kinds & {kind.id for kind in figure.event.kinds}:
            return None
        known = figure.event.label | (figure.event.place.words if figure.event.place else frozenset())
        known |= figure.place.words if figure.place else frozenset()
        return "firm" if self.event.label <= known else "soft" if self.event.label & known else None

    def _fit_people(self, figure: Figure) -> Fit | None:
        if figure.unit != "people":
            return "firm"
        country = self.place.country if self.place else None
        related = relate_people(figure.people, self.people, country)
        if related.relation in ("equal", "unknown") and not (related.relation == "unknown" and self.people.known):
            return "firm"
        return "soft" if related.soft or related.relation == "unknown" else None

    def near(self, figure: Figure, row: Row) -> bool:
        """Whether a figure is of the size of a row, or a slip of the pen away: a raid's dead are no toll of the war."""
        if self.approved or slip_between(figure.number, row.value):
            return True
        return row.value <= figure.number * TWO and figure.number <= row.value * TWO


def read_official(lines: Iterable[ReferenceLine]) -> tuple[Official, ...]:
    """Gather the rows of a reference: all that are alike but for day and value are one series.

    Args:
        lines: The rows of all files.
    """
    gathered: dict[tuple[str, ...], list[Row]] = {}
    for line in lines:
        kind = "" if line.date else f"{line.file} {line.row}"
        key: tuple[str, ...] = (line.metric, line.place or "", line.who or "", line.event or "", line.unit or "", kind)
        gathered.setdefault(key, []).append(Row(line, date.fromisoformat(line.date) if line.date else None))
    found = []
    for key in sorted(gathered):
        rows = sorted(gathered[key], key=lambda row: (row.line.date or "", row.line.file, row.line.row))
        line = rows[0].line
        place = _place(line.place) if line.place else None
        people = _people(line.who, line.metric) if line.who else EVERYBODY
        found.append(Official(tuple(rows), place, _event(line.event, place) if line.event else None, people))
    return tuple(found)


@cache
def _place(name: str) -> Place | None:
    if PLACE_CODE.fullmatch(name):
        country, _, region = name.partition("-")
        return Place(_name_of(country), country, name if region else None, whole_country=not region)
    code = country_code(name)
    return Place(content(name), code, None, whole_country=True) if code else read_place(None, name)


def _name_of(country: str) -> frozenset[str]:
    import pycountry

    found = pycountry.countries.get(alpha_2=country)
    return content(found.name) if found else frozenset()


def _event(name: str, place: Place | None) -> Happening | None:
    kind = next((each.id for each in kinds_of(name)), "other")
    return read_event(Event(id="reference", name=name, kind=kind), place, None)


def _people(who: str, metric: str) -> People:
    return read_people(Who(start=0, end=len(who), text=who, groups=tuple(sorted(populations().groups_in(who)))), metric)
