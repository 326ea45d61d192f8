"""Where many things would have to be held against many: the first ones and the last ones stand for all."""

from collections.abc import Sequence
from typing import Final, TypeVar

T = TypeVar("T")
FIRST: Final = 24
LAST: Final = 60
"""So many from either end; of no more than both together none is left out."""


def first_and_last(items: Sequence[T]) -> Sequence[T]:
    """The items, or the first and last ones of many.

    Args:
        items: In order; what stands first is what a text or a group is about, and what came last is its state.
    """
    return items if len(items) <= FIRST + LAST else [*items[:FIRST], *items[-LAST:]]
