"""The date that an article gives itself: in a stamp above the text or in the dateline that opens it."""

import re

from claimx.textual.dates import find_dates
from claimx.textual.datewords import DateWords
from claimx.textual.layout import LayoutWords, find_blocks

_OPENING = re.compile(r"[^\n]{3,90}?(?:—|–|--|\s-\s)")
"""What stands before the dash of a dateline: "SALTO, Uruguay, March 3, 2026 (Meridian) —"."""

_AFTER_DAY = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:—|–|--|-)\s?")


def find_dateline(text: str, layout: LayoutWords, dates: DateWords) -> str | None:
    """Find the date that an article bears.

    A date in a headline or in a sentence is no dateline: "Crash of 5 March 2012 goes to court" was not written then.

    Args:
        text: The article's text.
        layout: Wordings of page furniture.
        dates: The words of dates.

    Returns:
        An ISO date; None where the text bears none, or one without its year.
    """
    for block in find_blocks(text, layout):
        paragraph = text[block.start : block.end]
        opening = _OPENING.match(paragraph)
        is_stamp = block.zone == "furniture"
        head = paragraph if is_stamp else opening.group() if opening else ""
        for mention in find_dates(head, dates):
            closes = head[: mention.start].rstrip().endswith(",") and _AFTER_DAY.fullmatch(head, mention.end)
            if mention.absolute and mention.grain == "day" and (is_stamp or closes):
                return mention.from_day
        if block.zone == "lead":
            return None
    return None
