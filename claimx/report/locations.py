"""Where a figure of a finding stands, for programs that open files at lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath

from claimx.records import Finding, FindingClaim
from claimx.records.base import Level

PLAIN = frozenset({".txt", ".text", ".md", ".markdown", ""})
"""Files whose lines and characters are those of the article."""

SEVERITY: Sequence[Level] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file.

    Attributes:
        path: The file, with forward slashes and relative where it was given so.
        line: One-based line; None where the article is not the file's text as it stands.
        start: Offset of the figure in the file, in code points; None as for `line`.
        length: Its length.
    """

    path: str
    line: int | None = None
    start: int | None = None
    length: int | None = None


def locate(figure: FindingClaim) -> Location | None:
    """Where a figure stands; None for an article that was in no file, but piped or fetched from an address.

    Args:
        figure: The figure.
    """
    if not figure.path or "://" in figure.path:
        return None
    path = PurePosixPath(PurePath(figure.path).as_posix()).as_posix()
    if PurePath(path).suffix.lower() not in PLAIN or figure.line is None:
        return Location(path)
    return Location(path, line=figure.line, start=figure.start, length=figure.end - figure.start)


def reaches(finding: Finding, threshold: str) -> bool:
    """Whether a finding is at or above a level; none is at `never`."""
    return threshold in SEVERITY and SEVERITY.index(finding.level) <= SEVERITY.index(threshold)
