"""Cut a text into paragraphs and tell headline, lead, body, caption, list, table and page furniture apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimx.records.claim import Zone

SOFT_WRAP_WIDTH = 60
"""A line this long that ends inside a sentence goes on in the next: converters leave "U.S. President⏎Jane Doe"."""

HEADLINE_LENGTH = 200
"""Longer unterminated first lines are prose with a lost full stop."""

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_TERMINATED = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$|[\"”»]\s*$")
_LIST_MARK = re.compile(r"\s*(?:[-*•‣▪–]\s|\d{1,2}[.)]\s)")
_CELLS = re.compile(r"\t|\s\|\s| {3,}")
_GALLERY = re.compile(r"\W*(?:image|photo|picture|slide)\s+\d+\s+of\s+\d+\b", re.IGNORECASE)
"""A picture of a gallery: "Image 7 of 16 Rescuers carry …"."""

_DATE_STAMP = re.compile(r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}:\d{2}\b|\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """Wordings that give a paragraph away, in lower case.

    Attributes:
        furniture_lines: Whole lines that are page furniture ("scroll to top").
        furniture_starts: Beginnings of such lines ("sign up for").
        tail_lines: Lines that open a list of links to other articles ("related posts").
        caption_starts: Beginnings of captions ("photo:").
        caption_ends: Ends of captions ("/getty images").
    """

    furniture_lines: frozenset[str] = frozenset()
    furniture_starts: tuple[str, ...] = ()
    tail_lines: frozenset[str] = frozenset()
    caption_starts: tuple[str, ...] = ()
    caption_ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: half-open offsets without the white space around it, and its zone."""

    start: int
    end: int
    zone: Zone


def find_blocks(text: str, words: LayoutWords) -> tuple[Block, ...]:
    """Cut a text into paragraphs and name the zone of each.

    Args:
        text: The article's text.
        words: Wordings of furniture, captions and bylines.

    Returns:
        The paragraphs in order; white space between them belongs to none.
    """
    spans = list(_joined_lines(text))
    blocks = [Block(start, end, _zone_alone(text[start:end], words)) for start, end in spans]
    return _lead(text, _tables(text, _tail(text, blocks, words)))


def _joined_lines(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the lines, stripped, those that only wrap put together."""
    start: int | None = None
    end = line_start = 0
    in_body = False
    for line in _LINE.finditer(text):
        stripped = line.group().strip()
        if not stripped:
            continue
        begins = line.start() + line.group().index(stripped[0])
        if start is not None and not (
            text[end:begins].count("\n") == 1 and _wraps(text[line_start:end], stripped, in_body=in_body)
        ):
            yield start, end
            start = None
        start = begins if start is None else start
        line_start, end = begins, begins + len(stripped)
        in_body = in_body or bool(_TERMINATED.search(stripped))
    if start is not None:
        yield start, end


def _wraps(line: str, following: str, *, in_body: bool) -> bool:
    """Whether a line goes on in the following one; a headline has no stop: there only a lower-case word tells."""
    return (
        len(line) >= SOFT_WRAP_WIDTH
        and not _TERMINATED.search(line)
        and not _LIST_MARK.match(following)
        and not _CELLS.search(line)
        and (in_body or following[0].islower())
    )


def _zone_alone(paragraph: str, words: LayoutWords) -> Zone:
    """The zone that a paragraph's own words tell."""
    folded = paragraph.casefold().strip()
    if folded.rstrip(":.") in words.furniture_lines or _begins(folded, words.furniture_starts):
        return "furniture"
    if (
        _begins(folded, words.caption_starts)
        or _GALLERY.match(folded)
        or folded.rstrip(").]").endswith(words.caption_ends)
    ):
        return "caption"
    return "list" if _LIST_MARK.match(paragraph) else "body"


def _begins(folded: str, openings: tuple[str, ...]) -> bool:
    """Whether a paragraph opens with one of some wordings, and not with a longer word: "in this photograph"."""
    return folded.startswith(openings) and any(
        folded.startswith(opening) and not (opening[-1].isalnum() and folded[len(opening) : len(opening) + 1].isalnum())
        for opening in openings
    )


def _is_sentence(paragraph: str) -> bool:
    return bool(_TERMINATED.search(paragraph))


def _tail(text: str, blocks: Sequence[Block], words: LayoutWords) -> list[Block]:
    """From a line such as "Related posts" on, whatever is no sentence is furniture."""
    out: list[Block] = []
    in_tail = False
    for block in blocks:
        paragraph = text[block.start : block.end]
        opens = paragraph.casefold().strip().rstrip(":") in words.tail_lines
        in_tail = opens or (in_tail and not _is_sentence(paragraph))
        out.append(replace(block, zone="furniture") if in_tail else block)
    return out


def _tables(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Two or more lines in a row that are cut into cells alike make a table."""
    cells = [len(_CELLS.findall(text[block.start : block.end])) for block in blocks]
    is_row = [
        count > 0 and any(0 <= near < len(cells) and cells[near] == count for near in (index - 1, index + 1))
        for index, count in enumerate(cells)
    ]
    return [
        replace(block, zone="table") if row and block.zone == "body" else block
        for block, row in zip(blocks, is_row, strict=True)
    ]


def _lead(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Headlines and bylines up to the first sentence, which is the lead."""
    out = list(blocks)
    for index, block in enumerate(blocks):
        if block.zone not in ("body", "list"):
            continue
        paragraph = text[block.start : block.end]
        if _is_sentence(paragraph) or len(paragraph) > HEADLINE_LENGTH:
            if block.zone == "body":
                out[index] = replace(block, zone="lead")
            break
        out[index] = replace(block, zone=_zone_above_lead(paragraph))
    else:
        return tuple(blocks)
    return tuple(out)


_HEADLINE_WORDS = 4


def _zone_above_lead(paragraph: str) -> Zone:
    """A section name, a date stamp or a byline is furniture; a line of some length is a headline."""
    words = paragraph.split()
    stamp = _DATE_STAMP.search(paragraph)
    cells = stamp and "|" in words
    is_furniture = len(words) < _HEADLINE_WORDS or cells or (stamp and _mostly_stamp(words))
    return "furniture" if is_furniture else "headline"


def _mostly_stamp(words: Sequence[str]) -> bool:
    digits = sum(any(char.isdigit() for char in word) for word in words)
    return digits * 3 >= len(words)
