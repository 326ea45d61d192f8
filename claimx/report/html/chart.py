"""A timeline of one group's figures: a mark for each outlet and date, a whisker for what its words admit."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

WIDTH, HEIGHT = 720, 240
LEFT, RIGHT, TOP, BOTTOM = 84, 48, 16, 40
UNDATED_WIDTH = 128
"""Room at the left of the days for figures that have none."""

BESIDE = 16
"""How far apart marks stand that would lie on one another."""

EDGE = 0.15
"""Steps kept free above and below the figures."""

Y_TICKS = 4
X_TICKS = 5
STEPS = (1, 2, 5, 10)
ONE_DAY = timedelta(days=1)
EARLIEST, LATEST = date.min + ONE_DAY, date.max - ONE_DAY
LARGE = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
LARGEST = Decimal(10) ** 18
"""What is larger, in whatever unit, is a slip or a joke, and would press all else to the ground."""
FIRST_DAY = "0001-01-01"


@dataclass(frozen=True, slots=True)
class Point:
    """A figure to be drawn.

    Attributes:
        outlet: Who gives it.
        day: The day for which it holds, `2024-03-26` or `2024-03`; None where it is not known.
        value: Its number; None where its words give an interval alone.
        low: Lowest number that its words admit; None is an open end.
        high: Highest; None is an open end.
        label: What is said when a pointer rests on it.
    """

    outlet: str
    day: str | None
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure as drawn, in units of the drawing.

    Attributes:
        x: Where it stands.
        y: How high.
        top: Where its whisker ends above.
        bottom: Where its whisker ends below.
        open_above: Its words set no upper end.
        open_below: They set no lower end.
        capped_above: The upper end is in the drawing, and not beyond it.
        capped_below: So is the lower end.
        series: Numbers its outlet.
        label: What is said when a pointer rests on it.
    """

    x: float
    y: float
    top: float
    bottom: float
    open_above: bool
    open_below: bool
    capped_above: bool
    capped_below: bool
    series: int
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid with its words."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing.

    Attributes:
        marks: One for each figure, in the order in which they were given.
        days: Ticks of the lower edge.
        numbers: Ticks of the left edge.
        outlets: The outlets by number.
        undated: Where the column of figures without a day stands; None where there is none.
    """

    marks: tuple[Mark, ...]
    days: tuple[Tick, ...]
    numbers: tuple[Tick, ...]
    outlets: tuple[str, ...]
    undated: float | None
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM


def draw_chart(points: Sequence[Point]) -> Chart | None:
    """Lay figures out.

    Args:
        points: The figures, by day.

    Returns:
        The drawing; None where no figure has a number to be placed by.
    """
    placed = [(point, _middle(point)) for point in points]
    known = [(point, middle) for point, middle in placed if middle is not None and abs(middle) < LARGEST]
    if not known:
        return None
    numbers = _number_scale([middle for _, middle in known])
    dated = [_day(point.day) for point, _ in known]
    days = [day for day in dated if day is not None]
    undated = None in dated
    start = LEFT + (UNDATED_WIDTH if undated else 0)
    first, last = (min(days), max(days)) if days else (date.min, date.min)
    if days and first == last:
        first, last = max(first, EARLIEST) - ONE_DAY, min(last, LATEST) + ONE_DAY
    outlets = tuple(dict.fromkeys(point.outlet for point, _ in known))
    same_place: dict[tuple[float, float], int] = {}
    marks = []
    for (point, middle), day in zip(known, dated, strict=True):
        x = _across(day, first, last, start) if day else LEFT + UNDATED_WIDTH / 2
        y = numbers.place(middle)
        shift = same_place.setdefault((x, y), 0)
        same_place[x, y] += 1
        low, high = (numbers.place(each) if each is not None else None for each in (point.low, point.high))
        marks.append(
            Mark(
                x=round(x + BESIDE * shift if x + BESIDE * shift <= WIDTH - RIGHT else x - BESIDE * shift, 1),
                y=y,
                top=high if high is not None else (TOP if point.high is None else y),
                bottom=low if low is not None else HEIGHT - BOTTOM,
                open_above=point.high is None,
                open_below=point.low is None,
                capped_above=point.high is not None and numbers.holds(point.high),
                capped_below=point.low is not None and numbers.holds(point.low),
                series=outlets.index(point.outlet),
                label=point.label,
            )
        )
    return Chart(
        marks=tuple(marks),
        days=_day_ticks(first, last, start) if days else (),
        numbers=numbers.ticks(),
        outlets=outlets,
        undated=LEFT + UNDATED_WIDTH / 2 if undated else None,
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float
    step: float

    def place(self, value: Decimal) -> float:
        """Height of a number; what lies outside is drawn at the edge."""
        share = (min(max(float(value), self.low), self.high) - self.low) / (self.high - self.low)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP), 1)

    def holds(self, value: Decimal) -> bool:
        """Whether a number lies within the drawing."""
        return self.low <= float(value) <= self.high

    def ticks(self) -> tuple[Tick, ...]:
        count = round((self.high - self.low) / self.step)
        values = (Decimal(str(round(self.low + number * self.step, 6))).normalize() for number in range(count + 1))
        return tuple(Tick(self.place(value), _short(value)) for value in values)


def _short(value: Decimal) -> str:
    """`12,500`; from a million on `1.5 million`, which fits beside the axis."""
    size, name = next(((size, name) for size, name in LARGE if abs(value) >= size), (1, ""))
    return f"{value / size:,f}{name}" if name else f"{value:,f}"


def _number_scale(values: Sequence[Decimal]) -> _Scale:
    """From zero where that leaves the figures apart, in round steps."""
    low, high = float(min(values)), float(max(values))
    if low > 0 and (high - low) >= high / 4:
        low = 0.0
    room = (high - low) or abs(high) or 1.0
    if low == high:
        low, high = low - room / 2, high + room / 2
    rough = max((high - low) / Y_TICKS, 1e-9)
    magnitude = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * magnitude for factor in STEPS if factor * magnitude >= rough * (1 - 1e-9))
    if all(value == value.to_integral_value() for value in values):
        step = max(step, 1.0)
    lowest = math.floor(low / step - EDGE) if low > 0 else math.floor(low / step)
    return _Scale(lowest * step, math.ceil(high / step + EDGE) * step, step)


def _middle(point: Point) -> Decimal | None:
    """Where a figure stands: its number, the middle of its interval, or the end that it has."""
    if point.value is not None:
        return point.value
    if point.low is not None and point.high is not None:
        return (point.low + point.high) / 2
    return point.low if point.low is not None else point.high


def _day(written: str | None) -> date | None:
    """A day; a month and a year are taken at their first. None for what is no date, as in JSON that others wrote."""
    start = (written or "")[: len(FIRST_DAY)]
    try:
        return date.fromisoformat(start + FIRST_DAY[len(start) :]) if start else None
    except ValueError:
        return None


def _across(day: date, first: date, last: date, start: float) -> float:
    share = (day - first).days / (last - first).days
    return round(start + 12 + share * (WIDTH - RIGHT - start - 24), 1)


def _day_ticks(first: date, last: date, start: float) -> tuple[Tick, ...]:
    span = (last - first).days
    count = min(X_TICKS, span)
    days = sorted({first + timedelta(days=round(span * number / count)) for number in range(count + 1)})
    return tuple(Tick(_across(day, first, last, start), day.isoformat()) for day in days)
