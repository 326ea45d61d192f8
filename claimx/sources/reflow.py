"""Lines of printed pages into paragraphs: running heads go, words and sentences that a line's end cuts are joined."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
DIGITS = re.compile(r"\d+")
TERMINATED = re.compile(r"[.!?:;][\"'”’»)\]]*$|[\"”»]$")
SENTENCE_END = re.compile(r"[.!?][\"'”’»)\]]*$")
LIST_MARK = re.compile(r"(?:[-*•‣▪–]|\d{1,2}[.)])\s")
CUT_WORD = re.compile(r"(?<![a-z])([a-z]{2,})[-\u2010\u00ad]$")
WORD_START = re.compile(r"[a-z]+")

EDGE_LINES = 2
"""How many lines at the head and at the foot of a page may be running ones."""
MIN_REPEATS = 3
NEARLY_FULL = 0.85
"""A line of this share of the width that ends with a stop may go on; a shorter one ends its paragraph."""
LONG = 0.6
"""A shorter line is a headline or the end of a paragraph."""


def reflow(pages: Sequence[str]) -> str:
    """Put the lines of pages together.

    Args:
        pages: The text of each, its lines as printed.

    Returns:
        Paragraphs with an empty line between.
    """
    lines = list(_without_running(pages))
    lengths = sorted(len(line) for line in lines if line)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    known = {word for line in lines for word in re.findall(r"[a-z]+(?:-[a-z]+)*", line.lower())}
    paragraphs: list[list[str]] = []  # in pieces: a paragraph of a whole book is put together once
    previous, broken = "", True
    for line in lines:
        if not line:
            broken = True
            continue
        goes_on = bool(paragraphs) and _goes_on(previous, line, width, broken=broken)
        if goes_on:
            paragraphs[-1][-1:] = [_before(paragraphs[-1][-1], line, known), line]
        else:
            paragraphs.append([line])
        previous, broken = line, False
    return "\n\n".join(map("".join, paragraphs))


def _goes_on(line: str, following: str, width: int, *, broken: bool) -> bool:
    """Whether a line goes on in the following one; `broken` where there is an empty line or a page's end between."""
    if LIST_MARK.match(following) or len(line) < LONG * width:
        return False
    if TERMINATED.search(line):
        return not broken and len(line) >= NEARLY_FULL * width
    return not broken or following[0].islower()


def _before(line: str, following: str, known: set[str]) -> str:
    """A line as it stands before the one that it goes on in.

    A cut word is written without its hyphen, unless the text has it with one elsewhere: "long-⏎term".
    """
    cut, rest = CUT_WORD.search(line), WORD_START.match(following)
    if not cut or not rest:
        return line if line.endswith(("-", "\u2010")) else f"{line} "
    if f"{cut[1]}-{rest[0]}" in known and cut[1] + rest[0] not in known:
        return line
    return line[:-1]


def _without_running(pages: Sequence[str]) -> Iterator[str]:
    """The lines of all pages without page numbers and what stands at the edge of most pages; empty between pages."""
    split = [[line.strip() for line in page.splitlines()] for page in pages]
    filled = [[place for place, line in enumerate(lines) if line] for lines in split]
    edges = [{*places[:EDGE_LINES], *places[-EDGE_LINES:]} for places in filled]
    seen = Counter(
        key for lines, places in zip(split, edges, strict=True) for key in {_key(lines[place]) for place in places}
    )
    often = max(MIN_REPEATS, (len(pages) + 1) // 2)
    for lines, places in zip(split, edges, strict=True):
        for place, line in enumerate(lines):
            runs = seen[_key(line)] >= often and not SENTENCE_END.search(line)
            if place not in places or not (runs or PAGE_NUMBER.fullmatch(line)):
                yield line
        yield ""


def _key(line: str) -> str:
    return DIGITS.sub("#", line.casefold())
