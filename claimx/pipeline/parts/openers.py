"""Parts that words in their own sentence tie to the total."""

import re
from collections.abc import Sequence
from itertools import pairwise

from claimx.pipeline.parts.figures import Figures
from claimx.pipeline.parts.wording import PartWording

LIST_ITEM = 60
"""Code points that a member of a list takes at most."""

LEAD = 40
"""Code points before a figure in which "Of the" is looked for."""

MOST_PARTS = 6

_WITH = re.compile(r"[^.;]{0,90},\s+with\s+$", re.IGNORECASE)
"""Before a part without a noun of its own: "50 geese were counted, with 12 found dead"."""

_WERE = re.compile(r"\b(?:were|are|was|is)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Before the part that a verb puts among the total: "Among the 85 dead were 30 children"."""

_JOINED = re.compile(r"(?:,|\band\b|\bplus\b|\bas\s+well\s+as\b)[^,]*$")


def link_after_openers(figures: Figures, sentence: Sequence[int], wording: PartWording) -> None:
    """Link "60 inmates, including 17 women", "19 were held, six of them students".

    Args:
        figures: The document's figures, to which links are added.
        sentence: Those of one sentence.
        wording: The words to go by.
    """
    for place, part in enumerate(sentence[1:], 1):
        before = sentence[place - 1]
        words = figures.between(before, part)
        whole = _whole_for(figures, part, sentence[:place], wording)
        if whole is not None:
            figures.join(part, whole)
        elif _continues(figures, before, part, words, wording) and figures.is_like(figures.whole[before], part):
            figures.join(part, figures.whole[before])


def _whole_for(figures: Figures, part: int, earlier: Sequence[int], wording: PartWording) -> int | None:
    """The total that the words beside a part point to: the last figure, of the same metric if there is one."""
    words = figures.between(earlier[-1], part)
    if wording.share_of.search(words) and figures.candidates[part].unit.startswith("percent"):
        return earlier[-1]
    after = figures.after(part, LIST_ITEM)
    of_them = wording.of_them.match(after)
    alone = figures.is_bare(part) and not figures.candidates[part].unit.startswith("percent")
    bare = alone and (_WITH.search(words) or (words.endswith(", ") and wording.state.match(after)))
    opened = wording.opens.search(words)
    if not ((opened and not wording.ends.search(opened[0])) or of_them or bare):
        return None
    shares = [index for index in earlier if of_them and figures.is_share(index, part)]
    like = shares or [index for index in earlier if figures.is_like(index, part)]
    same = [index for index in like if figures.candidates[index].metric == figures.candidates[part].metric]
    return next(reversed(same or like), None)


def _continues(figures: Figures, before: int, part: int, words: str, wording: PartWording) -> bool:
    """Whether a figure stands in one list with the part before it."""
    if before not in figures.whole or wording.ends.search(words) or len(words) > LIST_ITEM:
        return False
    return bool(_JOINED.search(words)) and figures.is_alike(before, part)


def link_before_totals(figures: Figures, sentence: Sequence[int], wording: PartWording) -> None:
    """Link "twelve of the 40 miners"; for the arguments see `link_after_openers`."""
    for part, whole in pairwise(sentence):
        words = figures.between(part, whole)
        if not (wording.before_total.fullmatch(words) or wording.among_total.fullmatch(words)):
            continue
        compared = wording.equals.search(figures.before(part, LEAD))
        if figures.is_like(whole, part) or (figures.is_share(whole, part) and not compared):
            figures.join(part, whole)


def link_after_leading_totals(figures: Figures, sentence: Sequence[int], wording: PartWording) -> None:
    """Link "Of the 31 climbers, 24 walked out and seven were rescued"; arguments as of `link_after_openers`."""
    for place, whole in enumerate(sentence):
        following = sentence[place + 1 : place + 1 + MOST_PARTS]
        lead = figures.before(whole, LEAD)
        if wording.leading_among.search(lead):
            following = [part for part in following[:1] if _WERE.search(figures.between(whole, part))]
        elif not wording.leading_of.search(lead):
            continue
        if place and whole in figures.whole.values():
            continue
        for part in following:
            if figures.is_like(whole, part):
                figures.join(part, whole)
