"""Cut a paragraph into sentences by its stops alone: for choosing what to read, not for reading."""

import re
from collections.abc import Iterator

_STOP = re.compile(r"(?:(?<![.!?…])[.!?…]+[\"'”’»)\]]*|[\"”»])\s+")
_CLOSES = re.compile(r"(?:[a-z]{3}|[\d%)\]\"”’»])(?:[.!?…]+[\"'”’»)\]]*|[\"”»])\s+$|[!?…][\"'”’»)\]]*\s+$")
"""A word of three small letters before a stop is seldom cut short, as "Gen." and "p.m." are."""

_OPENS = re.compile(r"[\"'“‘«(\[]*[^\W_a-z]|[-–—•*]\s")
_LONG_WORD = re.compile(r"[a-z]{4}[.!?]\s+$")


def find_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch of text where a sentence ends beyond doubt; what is doubtful stays together.

    Args:
        text: A text.
        start: First code point of the stretch.
        end: One past its last.

    Yields:
        The half-open sentences, without the white space between them.
    """
    since = start
    for stop in _STOP.finditer(text, start, end):
        before = text[max(since, stop.start() - 4) : stop.end()]
        opens = _OPENS.match(text, stop.end(), end)
        if (opens and _CLOSES.search(before)) or _LONG_WORD.search(before):
            yield since, stop.end() - (len(stop.group()) - len(stop.group().rstrip()))
            since = stop.end()
    if since < end:
        yield since, end
