"""Figures that take the place of others: "revised down from 8 to 6", "40, up from 12", "earlier said 40, now 36"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from claimx.pipeline.layers import Time
from claimx.pipeline.parts.figures import Figures
from claimx.pipeline.parts.wording import PartWording

_FROM = re.compile(r"\bfrom\s+(?:the\s+|an?\s+)?(?:\w+\s+){0,3}$", re.IGNORECASE)
_TO = re.compile(r"(?:\s+\w+){0,4}\s+to\s+(?:\w+\s+){0,2}", re.IGNORECASE)
_STOP = re.compile(r"[.;!?]\s")

LEAD = 40
"""Code points before a figure in which "from" is looked for."""

CLAUSE = 80
"""Code points around a figure in which "earlier said" is looked for."""

SENTENCE = 300
"""Code points before a figure in which its sentence may speak of a correction."""

LONG = 27
"""Days after which what was counted in a time is no earlier state of the same toll."""

LASTING = frozenset({"event_total", "cumulative"})
"""Series whose earlier figures are out of date; the others move, and each figure keeps its time."""


def superseded(figures: Figures, wording: PartWording) -> dict[int, int]:
    """The old figure of each that takes its place.

    "Unemployment rose from 4 percent in 2010 to 6 percent" has two figures that both hold, each in its time.

    Args:
        figures: The document's figures.
        wording: The words to go by.
    """
    out: dict[int, int] = {}
    for sentence in figures.sentences():
        out.update(_in_sentence(figures, sentence, wording))
    for one, other in pairwise(range(len(figures))):
        for new, old in _given_before(figures, one, other, wording):
            out.setdefault(new, old)
    return {new: old for new, old in out.items() if old not in out and _counts_the_same(figures, new, old)}


def _in_sentence(figures: Figures, sentence: Sequence[int], wording: PartWording) -> dict[int, int]:
    out: dict[int, int] = {}
    for place, old in enumerate(sentence):
        if not _FROM.search(figures.before(old, LEAD)):
            continue
        after = sentence[place + 1] if place + 1 < len(sentence) else None
        before = sentence[place - 1] if place else None
        corrected = bool(wording.corrected.search(figures.lead(old, SENTENCE)))
        if after is not None and _TO.fullmatch(figures.between(old, after)):
            if corrected or _is_out_of_date(figures, old, after):
                out[after] = old
        elif (
            before is not None
            and wording.revised.search(figures.between(before, old))
            and _counts_the_same(figures, before, old)
            and (corrected or _is_out_of_date(figures, old, before))
        ):
            out[before] = old
    return out


def _is_out_of_date(figures: Figures, old: int, new: int) -> bool:
    """Whether a later figure leaves the old one behind: it is a toll, and not that of a year or month of its own."""
    when = figures.scopes[old].when
    lasting = LASTING & {figures.scopes[old].series, figures.scopes[new].series}
    return bool(lasting) and (when is None or not _is_long(when))


def _is_long(when: Time) -> bool:
    if when.from_date is None or when.to_date is None:
        return False
    if len(when.from_date) < len("2024-03-26") or len(when.to_date) < len("2024-03-26"):
        return True
    return (date.fromisoformat(when.to_date[:10]) - date.fromisoformat(when.from_date[:10])).days >= LONG


def _given_before(figures: Figures, one: int, other: int, wording: PartWording) -> Iterator[tuple[int, int]]:
    """New and old of two figures, one of which is said to have been given before.

    "They initially said 19 people were killed, but later put the toll at 17"; "17 died, not 19 as first reported".
    """
    words = figures.between(one, other)
    if len(_STOP.findall(words)) > 1 or not _counts_the_same(figures, other, one):
        return
    lead = figures.lead(one, CLAUSE)
    behind = _STOP.split(figures.after(other, CLAUSE))[0]
    told_first = wording.given_before.search(lead) and wording.later.search(words)
    corrects = wording.given_before.search(words) and wording.corrected.search(lead) and not _STOP.search(words)
    denies = wording.given_before.search(behind) and figures.numbers[other].negated
    if told_first:
        yield other, one
    elif corrects or denies:
        yield one, other


def _counts_the_same(figures: Figures, one: int, other: int) -> bool:
    """Whether two figures count the same; "up from 12" often leaves out what."""
    metrics = {figures.candidates[one].metric, figures.candidates[other].metric}
    return len(metrics - {"count"}) <= 1 and figures.candidates[one].unit == figures.candidates[other].unit
