"""The figures of a group as bars of characters, one below another on one scale: `··├───●──┤··`, `····●──────>`."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

POINT, LINE, LEFT_END, RIGHT_END, BELOW, ABOVE, EMPTY = "●─├┤<>·"
MARGIN = Decimal("0.1")
"""Of the number, on both sides of figures that are all the same."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What the words of a figure admit.

    Attributes:
        value: Its number; None for a range or a vague word.
        low: The lowest number; None is an open end.
        high: The highest; None is an open end.
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None

    @property
    def middle(self) -> Decimal | None:
        """Where it stands: its number, the middle of its interval, or the end that it has."""
        if self.value is not None:
            return self.value
        if self.low is not None and self.high is not None:
            return (self.low + self.high) / 2
        return self.low if self.low is not None else self.high


def draw_bars(extents: Sequence[Extent], width: int) -> tuple[str, ...]:
    """Draw figures below one another on one scale, each with what its words admit.

    Args:
        extents: The figures.
        width: Characters of a bar.

    Returns:
        A bar for each: `●` is its number, `├` and `┤` the ends of what it admits, `<` and `>` that these lie beyond the
        bar or are open. Blank where a figure has no number.
    """
    middles = [each.middle for each in extents]
    known = [middle for middle in middles if middle is not None]
    if not known or width < len("├●┤"):
        return tuple("" for _ in extents)
    low, high = min(known), max(known)
    room = (high - low) or abs(high) * MARGIN or Decimal(1)
    ends = [end for each in extents for end in (each.low, each.high) if end is not None]
    near = [end for end in ends if low - room <= end <= high + room]
    scale = _Scale(min([low, *near]), max([high, *near]), width)
    return tuple("" if middle is None else scale.draw(each) for each, middle in zip(extents, middles, strict=True))


@dataclass(frozen=True, slots=True)
class _Scale:
    low: Decimal
    high: Decimal
    width: int

    def place(self, number: Decimal) -> int:
        """The character of a number; the first and the last of a bar are kept for ends that are open."""
        if self.low == self.high:
            return self.width // 2
        share = (number - self.low) / (self.high - self.low)
        return 1 + min(max(round(share * (self.width - 3)), 0), self.width - 3)

    def draw(self, extent: Extent) -> str:
        cells = [EMPTY] * self.width
        below = extent.low is None or extent.low < self.low
        above = extent.high is None or extent.high > self.high
        first = 0 if below or extent.low is None else self.place(extent.low)
        last = self.width - 1 if above or extent.high is None else self.place(extent.high)
        if first < last:
            cells[first : last + 1] = LINE * (last - first + 1)
            cells[first] = BELOW if below else LEFT_END
            cells[last] = ABOVE if above else RIGHT_END
        if extent.value is not None:
            cells[self.place(extent.value)] = POINT
        return "".join(cells)
