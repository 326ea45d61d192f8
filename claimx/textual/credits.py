"""Agencies that an article says it is from: in its dateline, its byline, or a line at its end."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

HEAD = 400
"""Code points from the start of a text in which a dateline stands, headline and byline before it."""

BYLINES = 6
"""Lines from the start in which a byline stands."""

DASHES = frozenset("-–—:")

LONGEST_LINE = 90
"""Code points of a line or sentence that only credits."""


@dataclass(frozen=True, slots=True)
class CreditWords:
    """Words around credits, in lower case.

    Attributes:
        agencies: The usual name of each agency by every name that it is written with.
        whole: Words of a line that credits the article to the agency in it.
        part: Words of a sentence by which an agency in it wrote some of the article.
    """

    agencies: Mapping[str, str]
    whole: tuple[str, ...] = ()
    part: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency that an article credits.

    Attributes:
        agency: Its usual name.
        whole: Whether all of the article is its text.
        start: First code point of its name as written.
        end: One past the last.
    """

    agency: str
    whole: bool
    start: int
    end: int


def read_credits(text: str, words: CreditWords) -> tuple[Credit, ...]:
    """The agencies that an article credits, each once, those that wrote all of it first.

    "ORSA (Reuters) – Nine people drowned": all of it is theirs. "He told Reuters that nine drowned": none is.

    Args:
        text: The article.
        words: Names of agencies, and words around them.
    """
    names = "|".join(re.escape(name) for name in sorted(words.agencies, key=lambda name: (-len(name), name)))
    if not names:
        return ()
    named = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")
    found: dict[str, Credit] = {}
    for whole, match in (*_whole(text, named, words), *_part(text, named, words)):
        agency = words.agencies[match.group()]
        known = found.get(agency)
        if known is None or (whole and not known.whole):
            found[agency] = Credit(agency, whole, match.start(), match.end())
    return tuple(sorted(found.values(), key=lambda each: (not each.whole, each.start)))


def _whole(text: str, named: re.Pattern[str], words: CreditWords) -> Iterator[tuple[bool, re.Match[str]]]:
    for match in named.finditer(text, 0, HEAD):
        before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
        dashed = after[1:].lstrip()[:1] in DASHES
        if before[-1:] in {"(", "/", "["} and after[:1] in {")", "/", "]"} and dashed:
            yield True, match
    for number, (start, end) in enumerate(_lines(text)):
        line = text[start:end]
        last = None
        for last, said in _in_sentences(text, named, start, end):
            if len(said) <= LONGEST_LINE and any(word in said for word in words.whole):
                yield True, last
        alone = last is not None and line.strip(" \t-–—()[]/|.,").endswith(last.group())
        if last is not None and number < BYLINES and alone and len(line) <= LONGEST_LINE and _is_byline(line, last):
            yield True, last


def _is_byline(line: str, agency: re.Match[str]) -> bool:
    """Whether a line is an agency's name alone or behind "By" and a person's."""
    rest = line.replace(agency.group(), "").strip(" \t-–—()[]/|.,")
    return not rest or re.match(r"by\b", rest, re.IGNORECASE) is not None


def _part(text: str, named: re.Pattern[str], words: CreditWords) -> Iterator[tuple[bool, re.Match[str]]]:
    for start, end in _lines(text):
        folded = text[start:end].casefold()
        if not any(word in folded for word in words.part):
            continue
        for match, said in _in_sentences(text, named, start, end):
            if any(word in said for word in words.part):
                yield False, match


def _in_sentences(text: str, named: re.Pattern[str], start: int, end: int) -> Iterator[tuple[re.Match[str], str]]:
    """The agencies of a line, each with its sentence in lower case; a sentence is read once for all that it holds."""
    first = last = start
    said = ""
    for match in named.finditer(text, start, end):
        if not said or match.end() > last:
            first = max(start, text.rfind(". ", last, match.start()) + 1, first)
            stop = text.find(". ", match.end(), end)
            last = stop if stop >= 0 else end
            said = text[first:last].casefold()
        yield match, said


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line.rstrip())
        start += len(line)
