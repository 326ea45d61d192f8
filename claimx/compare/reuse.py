"""Passages that several articles have in common: one text, however many outlets print it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import groupby
from operator import itemgetter

from claimx.compare.lookalikes import like_pairs
from claimx.compare.naming import order_of
from claimx.records.claim import Claim
from claimx.records.extraction import Extraction
from claimx.textual.copying import Indexed, Passage, Run, copied_passages
from claimx.textual.shingles import Words, contact_lines, read_words

Version = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A copied stretch of an article: half-open code points, and the words in it that are the same elsewhere."""

    version: Version
    start: int
    end: int
    same: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SharedText:
    """A text that several articles print.

    Attributes:
        stretches: Where, by date, outlet and offset; the first is in the article that has it first.
    """

    stretches: tuple[Stretch, ...]

    @property
    def versions(self) -> tuple[Version, ...]:
        """The articles, each once, the earliest first."""
        return tuple(dict.fromkeys(stretch.version for stretch in self.stretches))


@dataclass(frozen=True)
class Reuse:
    """What the articles of a comparison have word for word in common.

    Attributes:
        texts: The shared texts.
    """

    texts: tuple[SharedText, ...]
    _by_article: Mapping[Version, Sequence[tuple[int, Stretch]]] = field(repr=False, default_factory=dict)

    def text_of(self, version: Version, claim: Claim) -> int | None:
        """The shared text that a figure stands in, as an index of `texts`; None where its words are the article's own.

        A number that was changed in the copy is the copier's.

        Args:
            version: Id and hash of the article.
            claim: The figure.
        """
        if claim.within == "title":
            return None
        for number, stretch in self._by_article.get(version, ()):
            if stretch.start <= claim.start and claim.end <= stretch.end:
                held = any(start <= claim.start and claim.end <= end for start, end in stretch.same)
                if held:
                    return number
        return None


def find_reuse(extractions: Iterable[Extraction]) -> Reuse:
    """Find what articles have in common, word for word, outside quotations.

    Articles without their text are judged by the sentences of their figures.

    Args:
        extractions: The articles; their order plays no part.
    """
    ordered = sorted(extractions, key=lambda each: (each.article.published or "9999", order_of(each.article)))
    words = [_words_of(each) for each in ordered]
    found: list[tuple[tuple[int, int, int], ...]] = []
    same: dict[int, set[tuple[int, int]]] = {}
    for one, other, passage in _copied(ordered, words):
        found.append(((one, *passage.one), (other, *passage.other)))
        for run in passage.runs:
            _mark(same, one, other, run)
    texts = []
    for ranges in _joined(found):
        stretches = tuple(_stretch(ordered[at], words[at], first, last, same[at]) for at, first, last in ranges)
        texts.append(SharedText(stretches))
    by_article: dict[Version, list[tuple[int, Stretch]]] = {}
    for number, text in enumerate(texts):
        for stretch in text.stretches:
            by_article.setdefault(stretch.version, []).append((number, stretch))
    return Reuse(tuple(texts), by_article)


def _copied(ordered: Sequence[Extraction], words: Sequence[Words]) -> Iterator[tuple[int, int, Passage]]:
    """The passages that two articles share; each article is indexed when its turn comes, and let go after it."""
    indexed: dict[int, Indexed] = {}
    waiting: list[int] = []

    def index(number: int) -> Indexed:
        if number not in indexed:
            indexed[number] = _indexed(ordered[number], words[number])
            heappush(waiting, number)
        return indexed[number]

    for one, pairs in groupby(like_pairs(words), key=itemgetter(0)):
        for _, other in pairs:
            yield from ((one, other, passage) for passage in copied_passages(index(one), index(other)))
        while waiting and waiting[0] <= one:  # the first ones come in order, and none comes again
            del indexed[heappop(waiting)]


def version_of(extraction: Extraction) -> Version:
    """Id and hash of an article: two versions of one article are two articles."""
    return (extraction.article.id, extraction.article.text_sha256)


def _words_of(extraction: Extraction) -> Words:
    text = extraction.article.text
    if text is not None:
        return read_words([(0, text)])
    sentences = {each.sentence.start: each.sentence.text for each in extraction.claims if each.sentence.within is None}
    return read_words(sorted(sentences.items()))


def _indexed(extraction: Extraction, words: Words) -> Indexed:
    """The words of an article, with those marked that prove no copying: quotations, telephone numbers."""
    spans = [(each.start, each.end) for each in extraction.quotes if each.kind != "indirect" and each.within is None]
    spans += contact_lines(extraction.article.text or "")
    common: set[int] = set()
    for start, end in spans:
        common.update(range(bisect_left(words.starts, start), bisect_right(words.ends, end)))
    return Indexed(words.folded, common)


def _mark(same: dict[int, set[tuple[int, int]]], one: int, other: int, run: Run) -> None:
    same.setdefault(one, set()).add((run.one, run.one + run.length))
    same.setdefault(other, set()).add((run.other, run.other + run.length))


def _joined(found: Iterable[Sequence[tuple[int, int, int]]]) -> list[tuple[tuple[int, int, int], ...]]:
    """Sets of stretches of which each is a copy of another, or overlaps one that is; in order.

    Args:
        found: Copied stretches: index of the article, first word, one past the last.
    """
    ranges = sorted({each for pair in found for each in pair})
    root = {each: each for each in ranges}

    def find(each: tuple[int, int, int]) -> tuple[int, int, int]:
        while root[each] != each:
            root[each] = root[root[each]]
            each = root[each]
        return each

    def join(one: tuple[int, int, int], other: tuple[int, int, int]) -> None:
        first, last = sorted((find(one), find(other)))
        root[last] = first

    for one, other in found:
        join(one, other)
    furthest = ranges[0] if ranges else (0, 0, 0)
    for each in ranges[1:]:
        if each[0] == furthest[0] and each[1] < furthest[2]:
            join(furthest, each)
        if each[0] != furthest[0] or each[2] > furthest[2]:
            furthest = each
    texts: dict[tuple[int, int, int], list[tuple[int, int, int]]] = {}
    for each in ranges:
        texts.setdefault(find(each), []).append(each)
    return [tuple(each) for each in texts.values()]


def _stretch(extraction: Extraction, words: Words, first: int, last: int, same: Iterable[tuple[int, int]]) -> Stretch:
    runs = sorted((a, b) for a, b in same if first <= a and b <= last)
    spans = tuple((words.starts[a], words.ends[b - 1]) for a, b in runs)
    return Stretch(version_of(extraction), words.starts[first], words.ends[last - 1], spans)
