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

NEAR_OPENER = 40
"""Code points from "including" to a part that is the first of the list."""

MOST_PARTS = 6

_WITH = re.compile(r"[^.;]{0,90},\s+with\s+$", re.IGNORECASE)
"""Before a part without a noun of its own: "50 geese were counted, with 12 found dead"."""

_WERE = re.compile(r"\b(?:were|are|was|is)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Before the part that a verb puts among the total: "Among the 85 dead were 30 children"."""

_BESIDE = re.compile(r"(?:\s[\w-]+){1,3},?\s(?:and\s)?", re.IGNORECASE)
"""Between two neighbours in a list: "two judges and three policemen"."""

_THE = re.compile(r"\bthe\b", re.IGNORECASE)
_AND = re.compile(r"\band\b", re.IGNORECASE)
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
    if opened and wording.ends.search(opened[0]):
        opened = None
    if not (opened or of_them or bare):
        return None
    shares = [index for index in earlier if of_them and figures.is_share(index, part)]
    like = shares or [index for index in earlier if figures.is_like(index, part)]
    if opened and not like:
        like = [index for index in earlier if _is_unlike_but_opened(figures, index, part, opened["tail"])]
    if wording.alive.match(after):
        like = [index for index in like if figures.candidates[index].metric != "killed"]
    if opened and not of_them:
        like = [index for index in like if _is_opened(figures, index, part, opened["tail"], wording)]
    same = [index for index in like if figures.candidates[index].metric == figures.candidates[part].metric]
    return next(reversed(same or like), None)


def _is_unlike_but_opened(figures: Figures, whole: int, part: int, tail: str) -> bool:
    """Whether a figure of some other sort right behind "including" is a part: "nine smugglers, including four bosses".

    Not in "30 people died in several districts, including two towns".
    """
    vague = figures.candidates[part].metric == "count" and not tail.strip()
    opener = figures.candidates[part].start - len(tail)
    return vague and figures.is_within(whole, part) and figures.hangs_on(whole, opener)


def _is_opened(figures: Figures, whole: int, part: int, tail: str, wording: PartWording) -> bool:
    """Whether a figure is in the list that "including" opens, and not in the next clause.

    It is in "including women, children, and two cooks", not in "including a child, are dead and two cooks are hurt",
    nor in "including members of the group of eight".
    """
    if wording.relation.search(tail):
        return False
    start = figures.candidates[part].start
    is_first = "," not in tail and len(tail) < NEAR_OPENER
    if is_first or not figures.has_verb(start - len(tail), start):
        listed = "," not in tail and not _AND.search(tail)
        same = figures.candidates[whole].metric == figures.candidates[part].metric
        apart = wording.others.match(figures.after(part, LIST_ITEM)) or figures.has_own_clause(whole, part)
        return listed or (same and not apart)
    return False


def _continues(figures: Figures, before: int, part: int, words: str, wording: PartWording) -> bool:
    """Whether a figure stands in one list with the part before it."""
    if before not in figures.whole or wording.ends.search(words) or len(words) > LIST_ITEM:
        return False
    if not _JOINED.search(words) or ("," in words and figures.has_own_clause(figures.whole[before], part)):
        return False
    beside = figures.candidates[before].unit == figures.candidates[part].unit == "people" and _BESIDE.fullmatch(words)
    return figures.is_alike(before, part) or bool(beside)


def link_before_totals(figures: Figures, sentence: Sequence[int], wording: PartWording) -> None:
    """Link "twelve of the 40 miners"; for the arguments see `link_after_openers`."""
    for part, whole in pairwise(sentence):
        words = figures.between(part, whole)
        if not (wording.before_total.fullmatch(words) or wording.among_total.fullmatch(words)):
            continue
        share = figures.is_share(whole, part) and not wording.equals.search(figures.before(part, LEAD))
        known = _THE.search(words) and figures.is_within(whole, part)
        if figures.is_like(whole, part) or known or share:
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
            if figures.is_like(whole, part) or (part - 1 in figures.whole and _follows(figures, whole, part)):
                figures.join(part, whole)


def _follows(figures: Figures, whole: int, part: int) -> bool:
    """Whether a figure is joined to the part before: "Of the 90 held, 50 await trial and 20 transfer"."""
    joined = re.fullmatch(r"[^.;:]{0,60}(?:,|\band)\s+", figures.between(part - 1, part))
    return bool(joined) and figures.whole[part - 1] == whole and figures.is_within(whole, part)
