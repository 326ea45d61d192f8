"""What a benchmark gives back: numbers, bars that they are held against, or why nothing could be measured."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = "bool | int | float | str | Sequence[Value] | Mapping[str, Value] | None"
Result: TypeAlias = Mapping[str, Value]


class NotMeasured(Exception):  # noqa: N818 - nothing went wrong: something is not there
    """A benchmark cannot run here: a package or the evaluation data is missing. The message says which."""


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A figure of a result and what it must come to.

    Attributes:
        of: Where the figure stands in the result, with dots: "ratio.equal_blas".
        at_least: The least that it may be.
        at_most: The most that it may be.
    """

    of: str
    at_least: float | None = None
    at_most: float | None = None

    def check(self, result: Result) -> dict[str, Value]:
        """Hold a result against the bar.

        Args:
            result: The result.

        Returns:
            The figure, the bar, and whether it is met; None for a figure that this run did not measure.
        """
        figure: Value = result
        for name in self.of.split("."):
            figure = figure.get(name) if isinstance(figure, Mapping) else None
        limits = {name: limit for name in ("at_least", "at_most") if (limit := getattr(self, name)) is not None}
        met = None
        if isinstance(figure, int | float):
            low = self.at_least is None or figure >= self.at_least
            met = low and (self.at_most is None or figure <= self.at_most)
        return {"of": self.of, "figure": figure, **limits, "met": met}
