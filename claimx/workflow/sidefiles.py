"""What stands in the files beside the articles of a comparison, and what comes of it before and after comparing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimx.compare.row_slips import find_row_slips
from claimx.errors import ClaimxError, located
from claimx.records import Comparison, Extraction, Note
from claimx.records.correction import Correction
from claimx.records.day import is_day
from claimx.records.reference import ReferenceLine
from claimx.sources.reference import read_reference
from claimx.workflow.baseline import Baseline, apply_baseline, mark_new, read_baseline, read_run
from claimx.workflow.beside import Beside
from claimx.workflow.corrections import Corrected, correct, read_corrections, show_corrections
from claimx.workflow.reading import Tell

STALE, LAPSED, UNUSED, SLIP = "CX971", "CX972", "CX973", "CX974"


@dataclass(frozen=True, slots=True)
class SideFiles:
    """The files, read.

    Attributes:
        baseline: Findings that are accepted.
        previous: An earlier run, and its name.
        reference: The rows of all series and lists.
        corrections: Corrections by hand, and the name of their file; None where none are given.
        today: As in `Beside`.
    """

    baseline: Baseline | None
    previous: tuple[Comparison, str] | None
    today: str | None
    reference: tuple[ReferenceLine, ...] = ()
    corrections: tuple[Sequence[Correction], str] | None = None

    @property
    def known(self) -> Mapping[str, frozenset[str]]:
        """Fingerprints of the findings that are no news, each with the figures that its group had."""
        named = [(each.fingerprint, each.figures) for each in self.baseline.entries] if self.baseline else []
        named += [(each.fingerprint, each.figures) for each in self.previous[0].findings] if self.previous else []
        found: dict[str, frozenset[str]] = {}
        for fingerprint, figures in named:
            found[fingerprint] = found.get(fingerprint, frozenset()) | frozenset(figures)
        return found

    def correct(self, read: Iterable[Extraction]) -> Corrected:
        """The extractions as they were corrected by hand."""
        return correct(read, self.corrections[0] if self.corrections else ())

    def shown(self, comparison: Comparison, corrected: Iterable[Corrected], tell: Tell, *, whole: bool) -> Comparison:
        """Say in the document what was corrected, and tell of corrections of no claim.

        Args:
            comparison: The comparison, made of what `correct` gave.
            corrected: What it gave.
            tell: Gets a note on corrections of no claim.
            whole: Whether all inputs could be read.
        """
        if self.corrections is None:
            return comparison
        entries, file = self.corrections
        applied = [each for some in corrected for each in some.applied]
        unused = tuple(sorted({entry.claim for entry in entries} - {each.claim for each in applied}))
        if unused and whole:
            message = f"{file}: no figure has the fingerprint {', '.join(unused)}; its sentence may have changed"
            tell(Note(code=UNUSED, level="warning", message=message))
        return show_corrections(comparison, applied)

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


def read_beside(named: Beside, tell: Tell = lambda _: None) -> SideFiles:
    """Read the files.

    Args:
        named: Their names.
        tell: Gets notes on rows of a reference that look like slips of the pen.

    Raises:
        ClaimxError: If one does not hold what it must, or `today` is no day.
    """
    if named.today is not None and not is_day(named.today):
        raise ClaimxError(f"{named.today!r} is no day", remedy="write it as 2024-03-26")
    reference = tuple(line for path in named.references for line in read_reference(path))
    for slip in find_row_slips(reference):
        line = slip.row.line
        what = f"row {line.row}: {line.value} is out of line with its neighbours; {slip.meant} would not be"
        tell(Note(code=SLIP, level="warning", message=located(what, line.file)))
    return SideFiles(
        baseline=read_baseline(named.baseline) if named.baseline else None,
        previous=(read_run(named.previous), str(named.previous)) if named.previous else None,
        today=named.today,
        corrections=(read_corrections(named.corrections), str(named.corrections)) if named.corrections else None,
        reference=reference,
    )


def _tell(tell: Tell, code: str, names: tuple[str, ...], what: str, file: str) -> None:
    if names:
        entries = "1 entry" if len(names) == 1 else f"{len(names)} entries"
        what = what.replace("match ", "matches ").replace("have ", "has ") if len(names) == 1 else what
        message = f"{entries} {what}: {', '.join(names)}; claimx baseline audit RUN --baseline {file} says more"
        tell(Note(code=code, level="warning", message=message))
