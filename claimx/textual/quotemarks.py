"""Pair quotation marks: curly, straight, doubled single, guillemets, German, and single marks as a house's main mark.

A text is read paragraph by paragraph. A mark left open is not an error: news style closes a speech only in its last
paragraph, and conversions lose marks. Apostrophes are told from closing single marks by what stands around them
("the twins’ share", "the ’90s").
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

DOUBLE = re.compile(r"[\"“”„‟«»〝〞「」『』]+|``|''(?!')|(?<![\w.,;:!?…'])''|‘‘|’’|‹|›")
"""Of three straight single marks behind a word the last two are the double one: ''He said, 'Yes,'''."""
ANY = re.compile(r"[\"“”„‟«»〝〞「」『』`'‘’‚‛‹›]")
"""What `DOUBLE` and `SINGLE` are made of."""
SINGLE = re.compile(r"[‘’'‚‛`]")
OPENING = frozenset("“„‟«‹〝「『‘‚‛`")
CLOSING = frozenset("”»›〞」』’")
BEFORE_OPENING = frozenset("([{<—–-/…*")
AFTER_CLOSING = frozenset(".,;:!?)]}>—–-/…*")
MARKS = frozenset("\"“”„‟«»〝〞「」『』‘’'‚‛`‹›")
SILENT_PARAGRAPHS = 3
"""Paragraphs without a mark over which an open speech may run on to a closing one."""

WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between two marks, or between a mark and the end of its paragraph.

    Attributes:
        start: First code point inside the marks, white space left out.
        end: One past the last.
        outer_start: First code point of the opening mark; equal to `start` where there is none.
        outer_end: One past the closing mark; equal to `end` where there is none.
        single: Whether the marks are single.
        opened: Whether an opening mark stands there.
        closed: Whether a closing mark stands there.
        goes_on: Whether the piece carries on a speech left open in the paragraph before.
        depth: 0 for outermost marks, 1 for marks within them.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    single: bool = False
    opened: bool = True
    closed: bool = True
    goes_on: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Pairing:
    """All that stands in marks.

    Attributes:
        marked: The stretches in order of start; those of depth 0 do not overlap.
        unpaired: Offsets of marks without a partner.
    """

    marked: tuple[Marked, ...] = ()
    unpaired: tuple[int, ...] = ()


class _Mark(NamedTuple):
    start: int
    end: int
    text: str
    can_open: bool
    can_close: bool


def pair_marks(text: str, paragraphs: Sequence[tuple[int, int]], *, elisions: frozenset[str] = frozenset()) -> Pairing:
    """Find what stands in quotation marks; never fails, whatever the text.

    Args:
        text: The text.
        paragraphs: Bounds of its paragraphs, in order, half-open.
        elisions: Words in lower case that an apostrophe may open ("em", "til", "n").

    Returns:
        The stretches and the marks without a partner.
    """
    marked: list[Marked] = []
    unpaired: list[int] = []
    is_open = False
    waits = 0
    places = [mark.start() for mark in ANY.finditer(text)]
    for number, (start, end) in enumerate(paragraphs):
        if bisect_left(places, start) == bisect_left(places, end):
            waits = waits + 1 if is_open else 0
            is_open = 0 < waits <= SILENT_PARAGRAPHS
            continue
        pairs, alone, left_open = _pair_doubles(text, start, end, is_open=is_open)
        singles, single_open = _pair_singles(text, start, end, pairs, elisions)
        if single_open and not _reopens(text, paragraphs, number + 1):
            singles = [one for one in singles if one.closed]
        marked += _nest(pairs, singles)
        unpaired += alone
        waits = waits + 1 if is_open and not pairs and not alone else 0
        is_open = left_open or 0 < waits <= SILENT_PARAGRAPHS
    marked = [one for one in _joined(marked) if WORD.search(text, one.start, one.end)]
    return Pairing(tuple(sorted(marked, key=lambda one: (one.start, -one.end))), tuple(sorted(unpaired)))


def _joined(marked: Sequence[Marked]) -> list[Marked]:
    """Put together a speech that runs over a paragraph break with no new opening mark after it."""
    out: list[Marked] = []
    for one in marked:
        if one.goes_on and not one.opened and out and not out[-1].closed and out[-1].depth == 0:
            start = min(out[-1].start, one.start) if out[-1].start < out[-1].end else one.start
            end = one.end if one.start < one.end else out[-1].end  # a mark alone on its line closes, and adds nothing
            out[-1] = replace(out[-1], start=start, end=end, outer_end=one.outer_end, closed=True)
        else:
            out.append(one)
    return out


def _scan(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[_Mark]:
    """The marks of a paragraph with what their neighbours allow them to be."""
    marks = []
    for found in pattern.finditer(text, start, end):
        before = text[found.start() - 1] if found.start() > start else " "
        after = text[found.end()] if found.end() < end else " "
        left = before.isspace() or before in BEFORE_OPENING or before in OPENING
        right = after.isspace() or after in AFTER_CLOSING or after in CLOSING
        can_open, can_close = left or not right, right or not left
        if left != right and before not in MARKS and after not in MARKS:
            can_open, can_close = left, right
        marks.append(_Mark(found.start(), found.end(), found[0], can_open, can_close))
    return marks


def _role(mark: _Mark, opener: str | None) -> str:
    """Whether a mark opens or closes, given the mark that is open, None where none is."""
    sign = mark.text[0]
    if opener is not None and opener[:1] in {"„", "‚"} and sign in '“‟”"‘':
        return "close"
    if opener == "»" and sign == "«":
        return "close"
    if sign in OPENING or mark.text == "``":
        return "close" if opener == "»" or (sign == "“" and not mark.can_open and opener is not None) else "open"
    if sign in CLOSING or mark.text == "''":
        strays = opener is None and mark.can_open and not mark.can_close
        return "open" if strays else "close"
    if opener is None:
        return "open" if mark.can_open else "close"
    return "open" if mark.can_open and not mark.can_close else "close"


def _pair_doubles(text: str, start: int, end: int, *, is_open: bool) -> tuple[list[Marked], list[int], bool]:
    """Pair the double marks of one paragraph.

    Args:
        text: The text.
        start: The paragraph's first code point.
        end: One past its last.
        is_open: Whether the paragraph before left a speech open.

    Returns:
        The stretches, the marks without a partner, and whether this paragraph leaves a speech open.
    """
    pieces: list[Marked] = []
    alone: list[int] = []
    opener: _Mark | None = None
    marks = _scan(DOUBLE, text, start, end)
    for index, mark in enumerate(marks):
        role = _role(mark, opener.text if opener else None)
        if role == "close" and opener is None and _is_turned_round(text, marks, index, start):
            role = "open"
        if role == "close" and opener is None:
            inherits = is_open and not pieces and index == 0
            if inherits or (index == 0 and _ends_speech(text, mark, start)):
                pieces.append(_trimmed(text, start, mark.start, start, mark.end, opened=False, goes_on=inherits))
                alone += [] if inherits else [mark.start]
            elif not (mark.start > start and text[mark.start - 1].isdigit()):  # 6'2"
                alone.append(mark.start)
        elif role == "close" and opener is not None:
            goes_on = is_open and opener.start == start
            pieces.append(_trimmed(text, opener.end, mark.start, opener.start, mark.end, goes_on=goes_on))
            opener = None
        elif opener is None:
            opener = mark
        else:  # a second opening mark: each sentence of a speech repeats it, or the closing one was lost
            alone.append(opener.start)
            goes_on = is_open and opener.start == start
            pieces.append(
                _trimmed(text, opener.end, mark.start, opener.start, mark.start, closed=False, goes_on=goes_on)
            )
            opener = mark
    if opener is not None:
        goes_on = is_open and opener.start == start
        pieces.append(_trimmed(text, opener.end, end, opener.start, end, closed=False, goes_on=goes_on))
        alone.append(opener.start)
    return pieces, alone, opener is not None


def _is_turned_round(text: str, marks: Sequence[_Mark], index: int, start: int) -> bool:
    """Whether a mark that cannot open does, since the space fell on its wrong side: Lind said," The road is open".

    Another mark that only closes has to follow, with words between.
    """
    mark = marks[index]
    leads = mark.text == '"' and mark.start > start and text[mark.start - 1] in ",:" and mark.end < len(text)
    if not leads or not text[mark.end].isspace() or index + 1 == len(marks):
        return False
    after = marks[index + 1]
    return after.text == mark.text and not after.can_open and text[mark.end : after.start].strip()[:1].isupper()


def _ends_speech(text: str, mark: _Mark, start: int) -> bool:
    """Whether a closing mark alone ends a speech from the paragraph's start: The road is open,” she said."""
    return mark.start > start and mark.can_close and text[mark.start - 1] in ",?!" and mark.end < len(text)


def _trimmed(
    text: str,
    start: int,
    end: int,
    outer_start: int,
    outer_end: int,
    *,
    opened: bool = True,
    closed: bool = True,
    goes_on: bool = False,
) -> Marked:
    """A stretch without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if not closed:
        outer_end = end
    if not opened:
        outer_start = start
    return Marked(start, end, outer_start, outer_end, opened=opened, closed=closed, goes_on=goes_on)


def _pair_singles(
    text: str, start: int, end: int, doubles: Sequence[Marked], elisions: frozenset[str]
) -> tuple[list[Marked], bool]:
    """Pair single marks, which may be apostrophes.

    Returns:
        The stretches, and whether the last is one left open from the paragraph's start on.
    """
    taken = {place for found in DOUBLE.finditer(text, start, end) for place in range(*found.span())}
    marks = [mark for mark in _scan(SINGLE, text, start, end) if mark.start not in taken]
    holders = _holders(marks, doubles)
    pieces: list[Marked] = []
    index = 0
    while index < len(marks):
        mark = marks[index]
        if not _opens_single(text, mark, end, elisions):
            index += 1
            continue
        inside = holders[index]
        rivals = (other for other in range(index + 1, len(marks)) if holders[other] == inside)
        closer = _closing_single(text, marks, rivals, elisions, end)
        if closer is None:
            lead = text[start : mark.start].rstrip()[-1:]
            if lead in {"", ":", ","} and inside == -1 and mark.text in "‘'":
                piece = _trimmed(text, mark.end, end, mark.start, end, closed=False)
                return [*pieces, replace(piece, single=True)], True
            index += 1
            continue
        piece = _trimmed(text, mark.end, marks[closer].start, mark.start, marks[closer].end)
        pieces.append(replace(piece, single=True))
        index = closer + 1
    return pieces, False


def _holders(marks: Sequence[_Mark], doubles: Sequence[Marked]) -> list[int]:
    """For each mark the first stretch in double marks that holds it, by its number; -1 where none does."""
    starts = [mark.start for mark in marks]
    holders = [-1] * len(marks)
    for number, one in reversed(list(enumerate(doubles))):
        first, last = bisect_left(starts, one.outer_start), bisect_left(starts, one.outer_end)
        holders[first:last] = [number] * (last - first)
    return holders


def _opens_single(text: str, mark: _Mark, end: int, elisions: frozenset[str]) -> bool:
    """Whether a single mark may open a quotation: "the ’90s" and "’em" are elisions."""
    if not mark.can_open or mark.text == "`" or mark.end >= end or text[mark.end].isspace():
        return False
    if mark.start > 0 and text[mark.start - 1].isalnum():
        return False
    word = re.match(r"\w+", text[mark.end : min(end, mark.end + 12)])
    if word is None:
        return not mark.can_close
    return not (re.fullmatch(r"\d0s|\d\ds?", word[0]) or word[0].casefold() in elisions)


def _closing_single(
    text: str, marks: Sequence[_Mark], rivals: Iterable[int], elisions: frozenset[str], end: int
) -> int | None:
    """The first mark that closes: after punctuation or a word, after an s if nothing better comes."""
    doubtful: int | None = None
    for other in rivals:
        mark = marks[other]
        before = text[mark.start - 1]
        if mark.text == "‘" and _opens_single(text, mark, end, elisions):
            break
        follows_word = mark.end < end and text[mark.end].isalnum()
        if before.isspace() or follows_word or mark.text == "‘":
            continue
        if before not in "sS" or mark.end == end or text[mark.end] in AFTER_CLOSING:
            return other
        doubtful = other if doubtful is None else doubtful
    return doubtful


def _reopens(text: str, paragraphs: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether a paragraph begins with a single opening mark."""
    if number >= len(paragraphs):
        return False
    start, end = paragraphs[number]
    return text[start:end].lstrip()[:1] in {"‘", "'"}


_START, _END = attrgetter("outer_start"), attrgetter("outer_end")
MOST_DEPTH = 3
"""Stretches around another that are counted."""


def _nest(doubles: Sequence[Marked], singles: Sequence[Marked]) -> list[Marked]:
    """Give each stretch its depth; a single-marked one that crosses the edge of another is dropped."""
    starting = sorted(doubles, key=_START)
    ending = sorted(doubles, key=_END)
    marked = [*doubles, *(one for one in singles if not _crosses(one, starting, ending))]
    depths: dict[tuple[int, int], int] = {}
    widest: list[int] = []
    for start, group in groupby(sorted(marked, key=_START), key=_START):
        ends = [one.outer_end for one in group]
        widest = nlargest(MOST_DEPTH + 1, [*widest, *ends])
        for end in ends:
            depths[start, end] = sum(end <= other for other in widest) - 1  # itself is among them
    return [replace(one, depth=depths[one.outer_start, one.outer_end]) for one in marked]


def _crosses(one: Marked, starting: Sequence[Marked], ending: Sequence[Marked]) -> bool:
    """Whether a stretch holds one edge of another and not the other edge; the others in order of start, of end."""
    first, last = (bisect_left(starting, bound, key=_START) for bound in (one.outer_start, one.outer_end))
    if any(one.outer_end < other.outer_end for other in starting[first:last]):
        return True
    first, last = bisect_right(ending, one.outer_start, key=_END), bisect_left(ending, one.outer_end, key=_END)
    return any(other.outer_start < one.outer_start for other in ending[first:last])
