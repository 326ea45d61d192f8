"""Files that stand beside the articles of a comparison, read before anything else: a mistake in one is said at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from claimx.errors import ClaimxError
from claimx.records import Comparison, Note
from claimx.records.article import DATE
from claimx.records.reference import ReferenceLine
from claimx.sources.reference import read_reference
from claimx.workflow.baseline import Baseline, apply_baseline, mark_new, read_baseline, read_run
from claimx.workflow.reading import Tell

STALE, LAPSED = "CX951", "CX952"


@dataclass(frozen=True, slots=True)
class Beside:
    """The files that a comparison is given, by name.

    Attributes:
        baseline: Findings that are accepted.
        previous: An earlier run.
        references: Official series and lists of approved figures.
        today: The day for which entries of the baseline must hold; that of the newest article where None.
    """

    baseline: Path | None = None
    previous: Path | None = None
    references: tuple[Path, ...] = ()
    today: str | None = None


@dataclass(frozen=True, slots=True)
class SideFiles:
    """The same, read.

    Attributes:
        baseline: Findings that are accepted.
        previous: An earlier run, and its name.
        reference: The rows of all series and lists.
        today: As in `Beside`.
    """

    baseline: Baseline | None
    previous: tuple[Comparison, str] | None
    today: str | None
    reference: tuple[ReferenceLine, ...] = ()

    @property
    def known(self) -> Mapping[str, frozenset[str]]:
        """Fingerprints of the findings that are no news, each with the figures that its group had."""
        named = [(each.fingerprint, each.figures) for each in self.baseline.entries] if self.baseline else []
        named += [(each.fingerprint, each.figures) for each in self.previous[0].findings] if self.previous else []
        found: dict[str, frozenset[str]] = {}
        for fingerprint, figures in named:
            found[fingerprint] = found.get(fingerprint, frozenset()) | frozenset(figures)
        return found

    def applied_to(self, comparison: Comparison, tell: Tell, *, whole: bool) -> Comparison:
        """Hide what is accepted and mark what is new.

        Args:
            comparison: The comparison, made with `known`.
            tell: Gets notes on entries that are not needed any longer.
            whole: Whether all figures were compared.
        """
        if self.baseline:
            comparison = apply_baseline(comparison, self.baseline, today=self.today, whole=whole)
            if comparison.baseline:
                used, file = comparison.baseline, self.baseline.file
                _tell(tell, STALE, used.stale, f"of {file} match no finding any longer", file)
                _tell(tell, LAPSED, used.lapsed, f"of {file} have lapsed, and their findings are shown", file)
        if self.previous:
            comparison = mark_new(comparison, *self.previous, whole=whole)
        return comparison


def read_beside(named: Beside) -> SideFiles:
    """Read the files.

    Raises:
        ClaimxError: If one does not hold what it must, or `today` is no day.
    """
    if named.today is not None and not DATE.fullmatch(named.today):
        raise ClaimxError(f"{named.today!r} is no day", remedy="write it as 2024-03-26")
    return SideFiles(
        baseline=read_baseline(named.baseline) if named.baseline else None,
        previous=(read_run(named.previous), str(named.previous)) if named.previous else None,
        today=named.today,
        reference=tuple(line for path in named.references for line in read_reference(path)),
    )


def _tell(tell: Tell, code: str, names: tuple[str, ...], what: str, file: str) -> None:
    if names:
        entries = "1 entry" if len(names) == 1 else f"{len(names)} entries"
        what = what.replace("match ", "matches ").replace("have ", "has ") if len(names) == 1 else what
        message = f"{entries} {what}: {', '.join(names)}; claimx baseline audit RUN --baseline {file} says more"
        tell(Note(code=code, level="warning", message=message))
