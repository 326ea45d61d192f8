"""How many articles the inputs will give, as far as that can be told without reading them; and what is left out."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimx.opening import open_input
from claimx.sources.discover import Found, discover, is_input, is_inside
from claimx.sources.formats import SUFFIXES, Format, suffix_of
from claimx.sources.gunzip import SUFFIX as GZIPPED

MANIFEST = "manifest.toml"
"""Is read, though not as an article."""
COLLECTIONS = frozenset({Format.FEED, Format.WARC})
PIECE = 1024 * 1024
MOST_BYTES = 2 * 1024**3
"""Lines are counted in as much as is read in about a second."""


def expected_articles(names: Iterable[str]) -> int | None:
    """Count the articles that inputs will give: files, addresses, and lines of JSONL.

    Args:
        names: As for `discover`.

    Returns:
        The number; None where it cannot be told: standard input, feeds, archives, packed or very large JSONL.
    """
    total = 0
    for found in discover(names):
        number = _articles_in(found) if isinstance(found, Found) else 1
        if number is None:
            return None
        total += number
    return total


def left_out(names: Iterable[str]) -> Iterator[Path]:
    """The files in the folders named that are not read: for their suffix, their name, or as links that lead out of it.

    Hidden ones are not told of.

    Args:
        names: As for `discover`.
    """
    for name in names:
        for parent, folders, files in os.walk(name):
            folders[:] = sorted(each for each in folders if not each.startswith("."))
            yield from (
                Path(parent, each)
                for each in sorted(files)
                if not each.startswith(".")
                and each != MANIFEST
                and not (is_input(Path(each)) and is_inside(Path(parent, each), Path(name)))
            )


def _articles_in(found: Found) -> int | None:
    if found.is_address:
        return 1
    kind = SUFFIXES.get(suffix_of(found.path.name)) if found.path else None
    if found.path is None or kind in COLLECTIONS:
        return None
    if kind is not Format.JSONL:
        return 1
    return _lines_in(found.path)


def _lines_in(path: Path) -> int | None:
    if path.suffix.lower() == GZIPPED:
        return None
    lines, end = 0, b"\n"
    try:
        if path.stat().st_size > MOST_BYTES or (path.exists() and not path.is_file()):
            return None  # what a pipe holds is read once
        with open_input(path) as stream:
            while piece := stream.read(PIECE):
                lines += piece.count(b"\n")
                end = piece[-1:]
    except OSError:
        return 1  # what cannot be opened is one error
    return lines + (end != b"\n")
