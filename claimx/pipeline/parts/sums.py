"""Lists right under a total that add up to it, or claim to."""

import re
from collections.abc import Sequence
from itertools import pairwise

from claimx.pipeline.parts.figures import Figures
from claimx.pipeline.parts.openers import LIST_ITEM, MOST_PARTS
from claimx.pipeline.parts.wording import PartWording

LEAST_SUM = 5
"""Smaller figures add up to one another by chance."""

_LIST = re.compile(r"\s(?:-{1,2}|–|—)\s[^.]{0,40}$|[:;—–(]\s?(?:the\s+|only\s+)?$")
"""Marks between a total and the list under it: "11 were hurt — four nuns and seven guests"."""

_COMPLETE = re.compile(r"[^.;:()–—]*(?::|\s[-–—]{1,2})\s$")
_MEMBERS = re.compile(r"(?:\s[\w'’-]+){1,4},?(?:\s(?:and|plus))?\s")
_LAST_MEMBER = re.compile(r"(?:\s[\w'’-]+){1,4}\s*(?:[.;)–—\n]|--|$)")
"""Before, in and after a list that claims to be complete: "27 died: ten soldiers and 14 civilians."."""

_UNNUMBERED = re.compile(r"(?:,|\band|[:–—-])\s+an?\s+\w+", re.IGNORECASE)
"""A member without a number: "six cooks, a nurse and a guard"."""

_PLACING = re.compile(r"(?:\s+[\w-]+){0,2}?\s+(in|at|from|on|near|around)\s", re.IGNORECASE)
"""After each figure of a list that goes by place: "36 in Tarvo, 29 in Orsa and seven in Velda"."""


_CLOSED = re.compile(r"[^.;:\d\n]{0,60}")
"""What may still be of a list after its last figure."""


def link_sums(figures: Figures, sentence: Sequence[int], wording: PartWording) -> None:
    """Link a list that stands right under a total: "11 were hurt — four nuns and seven guests".

    Args:
        figures: The document's figures, to which links are added.
        sentence: Those of one sentence.
        wording: The words to go by.
    """
    for place, whole in enumerate(sentence):
        following = sentence[place + 1 :]
        parts = _adding_up(figures, whole, following)
        if not (parts and _is_listed(figures, whole, parts, wording)):
            parts = _complete(figures, whole, following, wording)
        for part in parts:
            figures.rejoin(part, whole)


def _complete(figures: Figures, whole: int, parts: Sequence[int], wording: PartWording) -> list[int]:
    """The members of a list that claims to be complete, also where they do not add up: the article's own slip."""
    total = figures.values[whole]
    is_short = len(parts) not in range(2, MOST_PARTS)
    if total is None or is_short or figures.candidates[whole].unit != "people":
        return []
    alike = all(figures.is_alike(whole, part) for part in parts)
    listed = all(_MEMBERS.fullmatch(figures.between(*pair)) for pair in pairwise(parts))
    ended = _LAST_MEMBER.match(figures.text, figures.candidates[parts[-1]].end)
    added = figures.sum_of(parts)
    near = total <= added * 2 and added <= total * 2
    lead = figures.between(whole, parts[0])
    closed = _COMPLETE.fullmatch(lead) and not wording.opens.search(lead)
    return list(parts) if alike and listed and ended and near and closed else []


def _is_listed(figures: Figures, whole: int, parts: Sequence[int], wording: PartWording) -> bool:
    lead = figures.between(whole, parts[0])
    if _LIST.search(lead) or wording.opens.search(lead):
        return True
    same = all(figures.is_alike(whole, part) for part in parts)
    total = figures.values[whole]
    many = total is not None and total >= LEAST_SUM and figures.candidates[whole].unit == "people"
    return "," in lead and len(lead) < LIST_ITEM and same and many and not _is_sibling(figures, whole, parts[0])


def _is_sibling(figures: Figures, one: int, other: int) -> bool:
    """Whether two figures are placed in the same way, as members of one list are."""
    placed = [_PLACING.match(figures.after(each, LIST_ITEM)) for each in (one, other)]
    return all(placed) and len({place[1].casefold() for place in placed if place}) == 1


def _adding_up(figures: Figures, whole: int, following: Sequence[int]) -> list[int]:
    """The figures right after a total, two at least, that add up to it with what the list names without a number."""
    total = figures.values[whole]
    if total is None or total < 2:  # noqa: PLR2004 - no two parts
        return []
    parts: list[int] = []
    for index in following[:MOST_PARTS]:
        if figures.values[index] is None or not figures.is_like(whole, index):
            return []
        parts.append(index)
        missing = total - figures.sum_of(parts)
        if missing <= 0 or missing == _unnumbered(figures, whole, index):
            break
    else:
        return []
    return parts if missing >= 0 and (len(parts) > 1 or missing > 0) else []


def _unnumbered(figures: Figures, whole: int, last: int) -> int:
    """How many members of a list stand without a number, up to the first mark after its last figure."""
    start, end = figures.candidates[whole].end, figures.candidates[last].end
    rest = _CLOSED.match(figures.text, end)
    return len(_UNNUMBERED.findall(figures.text[start : rest.end() if rest else end]))
