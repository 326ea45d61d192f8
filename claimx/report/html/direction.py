"""Names that are written from right to left, kept to themselves inside a sentence that runs from left to right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimx.report.sanitize import printable

FROM_THE_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
"""Blocks of Hebrew, Arabic, Syriac and the like."""
NAME = re.compile(rf"[{FROM_THE_RIGHT}]+(?:\s+[{FROM_THE_RIGHT}]+)*")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a sentence; `isolated` where it is written from right to left.

    A date beside such a name would be turned with it, and 2026-03-04 read 04-03-2026.
    """

    text: str
    isolated: bool = False


def runs_of(sentence: str) -> tuple[Run, ...]:
    """Cut a sentence where it changes its direction.

    Args:
        sentence: Words of our own around names of others.

    Returns:
        Runs that are safe to show, which joined are the sentence.
    """
    return tuple(run for run in _runs(printable(sentence)) if run.text)


def _runs(text: str) -> Iterator[Run]:
    at = 0
    for found in NAME.finditer(text):
        yield Run(text[at : found.start()])
        yield Run(found[0], isolated=True)
        at = found.end()
    yield Run(text[at:])
