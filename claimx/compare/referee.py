"""What a reference says in one comparison: which articles it dates, which figures it bears out, what is to be seen."""

from collections.abc import Iterable, Sequence

from claimx.compare.dating import date_articles
from claimx.compare.figure import Figure
from claimx.compare.official import Official, read_official
from claimx.compare.reference import hold_against, reference_finding
from claimx.compare.settings import CompareSettings
from claimx.records.extraction import Extraction
from claimx.records.finding import Finding
from claimx.records.reference import DatedArticle, ReferenceFigure, ReferenceLine


class Referee:
    """Holds articles against a reference, one after another, and keeps what came of it.

    Args:
        lines: The rows of the reference; without any it says nothing.
        settings: Settings of the comparison.
    """

    def __init__(self, lines: Iterable[ReferenceLine], settings: CompareSettings) -> None:
        self._officials = read_official(lines)
        self._settings = settings
        self._figures: list[ReferenceFigure] = []
        self._dated: list[DatedArticle] = []

    def date(self, extractions: Iterable[Extraction]) -> tuple[Extraction, ...]:
        """Give dates to the articles that have none and a figure of one day."""
        dated = date_articles(extractions, self._officials, self._settings)
        self._dated += dated.records
        return dated.extractions

    def hold(self, figures: Sequence[Figure]) -> list[Finding]:
        """Hold the figures of one article against the reference."""
        held = hold_against(figures, self._officials, self._settings) if self._officials else []
        self._figures += [each.record() for each in held]
        found: dict[str, Finding] = {}
        for each in held:
            finding = reference_finding(each, self._settings)
            if finding is not None:
                found.setdefault(finding.fingerprint, finding)  # the headline repeats what the text says
        return list(found.values())

    @property
    def officials(self) -> tuple[Official, ...]:
        """The series."""
        return self._officials

    @property
    def figures(self) -> tuple[ReferenceFigure, ...] | None:
        """What it says of figures so far; None without a reference."""
        return tuple(self._figures) if self._officials else None

    @property
    def dated(self) -> tuple[DatedArticle, ...] | None:
        """The articles that it dated, by article; None without a reference."""
        ordered = sorted(self._dated, key=lambda each: (each.article_id, each.claim_id))
        return tuple(ordered) if self._officials else None
