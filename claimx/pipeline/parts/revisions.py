"""Figures that take the place of others: "revised down from 8 to 6", "40, up from 12"."""

import re
from collections.abc import Sequence

from claimx.pipeline.parts.figures import Figures
from claimx.pipeline.parts.wording import PartWording

_FROM = re.compile(r"\bfrom\s+(?:the\s+|an?\s+)?(?:\w+\s+){0,3}$", re.IGNORECASE)
_TO = re.compile(r"(?:\s+\w+){0,4}\s+to\s+(?:\w+\s+){0,2}", re.IGNORECASE)

LEAD = 40
"""Code points before a figure in which "from" is looked for."""


def superseded(figures: Figures, wording: PartWording) -> dict[int, int]:
    """The old figure of each that takes its place.

    Args:
        figures: The document's figures.
        wording: The words to go by.
    """
    out: dict[int, int] = {}
    for sentence in figures.sentences():
        out.update(_in_sentence(figures, sentence, wording))
    return {new: old for new, old in out.items() if _counts_the_same(figures, new, old)}


def _in_sentence(figures: Figures, sentence: Sequence[int], wording: PartWording) -> dict[int, int]:
    out: dict[int, int] = {}
    for place, old in enumerate(sentence):
        if not _FROM.search(figures.before(old, LEAD)):
            continue
        after = sentence[place + 1] if place + 1 < len(sentence) else None
        before = sentence[place - 1] if place else None
        if after is not None and _TO.fullmatch(figures.between(old, after)):
            out[after] = old
        elif (
            before is not None
            and wording.revised.search(figures.between(before, old))
            and _counts_the_same(figures, before, old)
        ):
            out[before] = old
    return out


def _counts_the_same(figures: Figures, one: int, other: int) -> bool:
    """Whether two figures count the same; "up from 12" often leaves out what."""
    metrics = {figures.candidates[one].metric, figures.candidates[other].metric}
    return len(metrics - {"count"}) <= 1 and figures.candidates[one].unit == figures.candidates[other].unit
