"""One article made ready for the comparison: its figures, what a sentence adds up, and what is about one thing."""

from dataclasses import dataclass

from claimx.compare.figure import Figure
from claimx.compare.reading import read_figures
from claimx.compare.repeats import Node, gather
from claimx.compare.settings import CompareSettings
from claimx.compare.sums import mark_partial, siblings
from claimx.records.extraction import Extraction


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article made ready.

    Attributes:
        extraction: What it was made of.
        figures: Its figures, in order of offset.
        marked: The same, with those that a sentence adds up known as parts.
        runs: The figures that a sentence adds up.
        nodes: What is about one thing; every figure is in exactly one.
    """

    extraction: Extraction
    figures: tuple[Figure, ...]
    marked: tuple[Figure, ...]
    runs: tuple[tuple[Figure, ...], ...]
    nodes: tuple[Node, ...]

    @property
    def article_id(self) -> str:
        """The article's id."""
        return self.extraction.article.id


def prepare(extraction: Extraction, settings: CompareSettings) -> Prepared:
    """Make an article ready.

    Args:
        extraction: Of the article.
        settings: The settings.
    """
    figures = read_figures(extraction, settings)
    runs = siblings(figures)
    marked = mark_partial(figures, runs)
    return Prepared(extraction, figures, marked, runs, gather(marked, settings))
