"""The whole that a percentage is of, and the number that it comes to: 85 percent of 2.2 million are 1.87 million."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from claimx.compare.figure import Figure
from claimx.compare.interval import Interval, possible
from claimx.compare.official import Official, Row
from claimx.compare.percentages import HUNDRED, points
from claimx.compare.places import Place, relate_places
from claimx.compare.series import GENERIC
from claimx.compare.settings import CompareSettings
from claimx.lexicon.wholes import WholeEntry, read_wholes

PEOPLE: Final = "people"
POPULATION: Final = frozenset({"population", "count"})
"""Metrics under which a reference gives wholes."""


@dataclass(frozen=True)
class Whole:
    """What a percentage is of.

    Attributes:
        number: How many there are.
        possible: What its words cannot exclude.
        unit: In what they are counted.
        figure: The figure that states it; None where a reference does.
        row: The row of a reference that states it.
    """

    number: Decimal
    possible: Interval
    unit: str
    figure: Figure | None = None
    row: Row | None = None


class Wholes:
    """Finds the whole of a percentage among the figures of all articles and in a reference.

    Args:
        figures: Of all articles.
        officials: The series of a reference.
    """

    def __init__(self, figures: Iterable[Figure], officials: Sequence[Official]) -> None:
        self._by_id: dict[str, Figure] = {}
        self._stated: list[Figure] = []
        self._near: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._of: dict[tuple[str, Place], tuple[Whole, ...]] = {}
        for figure in figures:
            self._by_id[figure.id] = figure
            if figure.unit != "percent" and _is_whole(figure):
                for key in _keys_of(figure):
                    self._near[figure.unit, key].append(len(self._stated))
                self._stated.append(figure)
        self._officials = [each for each in officials if each.rows[0].line.metric in POPULATION]

    def of(self, percentage: Figure) -> tuple[Whole, ...]:
        """All that is said of the whole of a percentage: in its own sentence, else in any article and the reference.

        Args:
            percentage: The figure.
        """
        linked = self._by_id.get(percentage.claim.part_of or "")
        if linked is not None:
            apart = linked.claim.metric != percentage.claim.metric and linked.unit != "percent"
            return (_of_figure(linked),) if apart else ()
        unit = _unit_of(percentage)
        place = place_of(percentage)
        if unit is None or place is None:
            return ()
        known = self._of.get((unit, place))
        if known is None:
            known = self._of[unit, place] = tuple(self._find(unit, place))
        return known

    def _find(self, unit: str, place: Place) -> Iterator[Whole]:
        named = min((self._near.get((unit, word), []) for word in place.words or {""}), key=len)
        near = sorted({*named, *self._near.get((unit, _country_key(place)), ())})
        yield from (_of_figure(self._stated[each]) for each in near if _there(self._stated[each], place))
        for official in self._officials:
            here = official.place is not None and relate_places(official.place, place).relation == "equal"
            if here and (unit == PEOPLE) == (official.rows[0].line.metric == "population"):
                row = official.rows[-1]
                yield Whole(row.value, row.interval, unit, row=row)


def _of_figure(figure: Figure) -> Whole:
    return Whole(figure.number, figure.possible, figure.unit, figure=figure)


def _kind(unit: str) -> Iterable[WholeEntry]:
    return (entry for entry in read_wholes() if entry.unit == unit or (entry.unit is None and unit != PEOPLE))


def _is_whole(figure: Figure) -> bool:
    """Whether a figure says how many there are at all: "a city of 300,000 people", "the province has 4,200 schools"."""
    claim = figure.claim
    if claim.metric != "count" or claim.status != "reported" or claim.within != claim.sentence.within or figure.partial:
        return False
    start, end = claim.start - claim.sentence.start, claim.end - claim.sentence.start
    return any(entry.states(claim.sentence.text, start, end) for entry in _kind(figure.unit))


def _unit_of(percentage: Figure) -> str | None:
    """The unit of what a percentage is of; None where its words do not tell."""
    if not percentage.of:
        return None
    place = place_of(percentage)
    named = percentage.of - (place.words if place else frozenset())
    if len(named) != 1:
        return None
    word = next(iter(named))
    return next((entry.unit for entry in read_wholes() if word in entry.of), word)


def place_of(percentage: Figure) -> Place | None:
    """The place of a percentage; where it has none, the name beside the whole: "85 percent of Tarvo's population"."""
    if percentage.place is not None:
        return percentage.place
    named = percentage.of & percentage.names
    return Place(named) if named and named < percentage.of else None


def _keys_of(whole: Figure) -> frozenset[str]:
    """Under what a whole is found: the words of its place, or the names in its sentence where it has none."""
    if whole.place is None:
        return whole.names
    words = whole.place.words or frozenset({""})
    return words | {_country_key(whole.place)} if whole.place.whole_country else words


def _country_key(place: Place) -> str:
    """Two names of one country have no word in common."""
    return f"{place.country} " if place.whole_country else " "


def _there(whole: Figure, place: Place) -> bool:
    """Whether a whole is that of a place: by its own place, or by the name in its sentence where it has none."""
    if whole.place is not None:
        return relate_places(whole.place, place).relation == "equal"
    return bool(place.words) and place.words <= whole.names


def come_to(percentage: Figure, whole: Whole, like: Figure, settings: CompareSettings) -> Figure | None:
    """The number that a percentage comes to, as a figure that can be held against another.

    Args:
        percentage: The percentage.
        whole: What it is of.
        like: The figure that it is held against; what it may do over time is what this one may.
        settings: The settings.

    Returns:
        The figure; None where the metric says too little, as `count` does.
    """
    if percentage.claim.metric in GENERIC or whole.number <= 0:
        return None
    number = percentage.number * whole.number / HUNDRED
    quantity = percentage.claim.quantity.model_copy(
        update={"value": number, "low": number, "high": number, "comparator": "about", "unit": whole.unit, "of": None}
    )
    return replace(
        percentage,
        claim=percentage.claim.model_copy(update={"quantity": quantity}),
        possible=_product(points(percentage), whole.possible),
        usual=possible(quantity, settings.width),
        number=number,
        series=like.series,
        place=place_of(percentage),
        people=percentage.people
        if percentage.people.tags
        else replace(percentage.people, known=False, words=frozenset()),
        unit=whole.unit,
        of=frozenset(),
        partial=False,  # "of the schools" picks some of the whole, and that is what the number counts
        picked=False,
    )


def _product(share: Interval, whole: Interval) -> Interval:
    """From the least share of the least whole to the greatest of the greatest; all of it is the most there can be."""
    low = Decimal(0) if share.low is None or whole.low is None else max(share.low, Decimal(0)) * whole.low / HUNDRED
    most = HUNDRED if share.high is None else min(share.high, HUNDRED)
    return Interval(low, None if whole.high is None else most * whole.high / HUNDRED)
