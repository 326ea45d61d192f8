"""What a reporter is: records in, one string out. It knows no file, no terminal and no clock."""

from collections.abc import Sequence
from typing import Protocol

from claimx.records import Comparison, Extraction


class ComparisonReporter(Protocol):
    """Tells a person or a program what a comparison found."""

    def __call__(
        self,
        comparison: Comparison,
        extractions: Sequence[Extraction],
        *,
        width: int,
        color: bool,
        most: int | None = None,
    ) -> str:
        """Render a comparison.

        Args:
            comparison: What was found.
            extractions: The articles that were compared; what is missing here is shown by its numbers alone.
            width: Columns to fill.
            color: Whether escape codes for colour may be used; without them nothing is lost.
            most: How many findings are shown; all where None. The rest is counted.

        Returns:
            The text, which ends with a newline.
        """
        ...


class ExtractionReporter(Protocol):
    """Tells what was found in articles, each taken by itself."""

    def __call__(self, extractions: Sequence[Extraction], *, width: int, color: bool) -> str:
        """Render extractions; the arguments are those of `ComparisonReporter`."""
        ...
