"""Where a figure of a finding stands, for people and for programs that open files at lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath

from claimx.records import Finding, FindingClaim
from claimx.records.base import Level

PLAIN = frozenset({".txt", ".text", ".md", ".markdown", ""})
"""Files whose lines and characters are those of the article."""

SEVERAL = frozenset({".jsonl", ".ndjson", ".json", ".warc", ".rss", ".atom", ".xml"})
"""Files that may hold several articles."""

PACKED = ".gz"

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


def place_in_words(figure: FindingClaim) -> str:
    """Where a person looks a figure up; "" for an article that was piped.

    `story.txt:15`, but `feed.jsonl#n42, line 15 of the text`: `feed.jsonl:15` would name another article's line. Of a
    page it is `page.html, line 15 of the text`; a headline that stands beside the text has no line.

    Args:
        figure: The figure.
    """
    if not figure.path:
        return ""
    suffix = PurePath(figure.path.lower().removesuffix(PACKED)).suffix
    fetched = "://" in figure.path
    if figure.line is not None and suffix in PLAIN and not fetched:
        return f"{figure.path}:{figure.line}"
    named = f"{figure.path}#{figure.article_id}" if suffix in SEVERAL and not fetched else figure.path
    return f"{named}, line {figure.line} of the text" if figure.line is not None else named


def place_beside(figure: FindingClaim) -> str:
    """The same in brackets, for a program that can be told the file only; "" where it is told the line."""
    place = locate(figure)
    return f"({place_in_words(figure)})" if place is not None and place.line is None else ""


def reaches(finding: Finding, threshold: str) -> bool:
    """Whether a finding is at or above a level; none is at `never`."""
    return threshold in SEVERITY and SEVERITY.index(finding.level) <= SEVERITY.index(threshold)
