"""The words that dates are made of."""

from collections.abc import Mapping
from typing import Literal

from claimx.lexicon.entry import Entry

CalendarKind = Literal[
    "month",
    "weekday",
    "day",
    "unit",
    "number",
    "since",
    "until",
    "before",
    "part",
    "ordinal",
    "clock",
    "shift",
    "neighbour",
    "onset",
]


class CalendarEntry(Entry):
    """Words of one sort.

    Attributes:
        kind: The sort.
        words: Words in lower case with the numbers that they stand for, as the file says.
    """

    kind: CalendarKind
    words: Mapping[str, tuple[int, ...]]
