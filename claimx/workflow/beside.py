"""Files that stand beside the articles of a comparison, by name."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Beside:
    """The files that a comparison is given, by name.

    Attributes:
        baseline: Findings that are accepted.
        previous: An earlier run.
        corrections: Corrections by hand.
        references: Official series and lists of approved figures.
        today: The day for which entries of the baseline must hold; that of the newest article where None.
    """

    baseline: Path | None = None
    previous: Path | None = None
    corrections: Path | None = None
    references: tuple[Path, ...] = ()
    today: str | None = None
