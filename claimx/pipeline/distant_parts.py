"""Parts that stand in other sentences than their total: "11 died. … Four nuns were killed. … Seven guests died"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from spacy.tokens import Doc

from claimx.pipeline.layers import Candidate
from claimx.textual.numbers import NumberMention

_TOLD = re.compile(
    r"\b(?:th(?:e|is|at|ese|ose)\s+\w+\b[^.]*\b)?(?:following|as\s+follows|distributed|broken\s+down)\b[^.]*:\s*$",
    re.IGNORECASE,
)
"""A sentence that opens the list of parts of the total before it."""

_DEFINITE_PAIR = re.compile(r"\s(?:\w+\s){1,3}and\s(?:the\s)?", re.IGNORECASE)
"""Between two figures that stand for one: "the 4 nuns and 3 guests"."""

_THE = re.compile(r"\bthe\s$", re.IGNORECASE)
_THE_OTHER = re.compile(r"\bthe\s+(?:other|remaining|rest,?\s+(?:of\s+)?the)\s+$", re.IGNORECASE)
"""Before those that are left of a total: "four of the nine … the other five"."""

_SIDE_BY_SIDE = re.compile(r"\s(?:[\w-]+\s){1,3}and\s", re.IGNORECASE)
"""Between two kinds of people with a number each: "90 rebels and 30 troops"."""

TOLL_PARTS = frozenset({"killed", "injured", "arrested", "missing", "casualties"})
"""What casualties are made up of."""

LEAST_SUM = 5
"""Smaller figures add up to one another by chance."""

SEVERAL = 3
"""So many parts seldom make up a small total by chance."""

REACH = 9
"""Figures after a total among which its parts may be."""


def across_sentences(
    doc: Doc,
    candidates: Sequence[Candidate],
    numbers: Sequence[NumberMention],
    groups: Sequence[tuple[str, ...]],
    whole: Mapping[int, int],
) -> tuple[tuple[int, int], ...]:
    """Find parts of totals that other sentences give.

    Args:
        doc: The document.
        candidates: Its figures.
        numbers: The numbers of the document.
        groups: Population tags of each.
        whole: Totals of the parts that their own sentences tell.

    Returns:
        Pairs of part and total, indices of figures.
    """
    finder = _Distant(doc, candidates, numbers, groups, dict(whole))
    finder.find()
    return tuple(sorted((part, total) for part, total in finder.whole.items() if whole.get(part) != total))


class _Distant:
    def __init__(
        self,
        doc: Doc,
        candidates: Sequence[Candidate],
        numbers: Sequence[NumberMention],
        groups: Sequence[tuple[str, ...]],
        whole: dict[int, int],
    ) -> None:
        self.text = doc.text
        self.candidates = candidates
        self.numbers = [numbers[each.number] for each in candidates]
        self.values = [each.value for each in self.numbers]
        self.groups = groups
        self.whole = whole
        spans = [doc.char_span(each.start, each.end, alignment_mode="expand") for each in candidates]
        self.sentence = [span.sent.start if span is not None else -1 for span in spans]

    def find(self) -> None:
        """Read totals in order; a part keeps the total of its own sentence, unless that counts something else."""
        every = range(len(self.candidates))
        for last, first in pairwise(every):
            if self.sentence[last] != self.sentence[first]:
                self._told_after(last, first)
        for total in every:
            if total not in self.whole:
                self._spread_out(total)
                self._by_kind(total)
        for one, other in pairwise(every):
            self._definite_pair(one, other)
        for rest in every:
            self._the_rest(rest)

    def _between(self, one: int, other: int) -> str:
        return self.text[self.candidates[one].end : self.candidates[other].start]

    def _told_after(self, last: int, first: int) -> None:
        """Read "… 30 were hit. These were distributed as follows: 12 killed, 18 hurt"."""
        parts = [part for part in range(first, len(self.candidates)) if self.sentence[part] == self.sentence[first]]
        if len(parts) > 1 and _TOLD.search(self._between(last, first)):
            for part in parts:
                self.whole.setdefault(part, last)

    def _made_of(self, whole: int, part: int) -> bool:
        one, other = self.candidates[whole], self.candidates[part]
        same = one.metric == other.metric or (one.metric == "casualties" and other.metric in TOLL_PARTS)
        added = other.basis == "total" or (one.metric in TOLL_PARTS and self.numbers[part].comparator == "exact")
        return same and added and one.unit == other.unit == "people" and one.basis == "total"

    def _is_free(self, part: int) -> bool:
        """Whether a figure is no part yet, or only of those who did something else: "20 rebels, of whom four died"."""
        above = self.whole.get(part)
        return above is None or self.candidates[above].metric == "personnel" != self.candidates[part].metric

    def _following(self, whole: int) -> Iterator[int]:
        for index in range(whole + 1, min(whole + 1 + REACH, len(self.candidates))):
            if self._is_free(index) and self._made_of(whole, index):
                yield index

    def _spread_out(self, whole: int) -> None:
        """Figures of the next sentences that together make up a total exactly."""
        total = self.values[whole]
        if total is None or total < LEAST_SUM:
            return
        parts: list[int] = []
        added = Decimal(0)
        for index in self._following(whole):
            value = self.values[index]
            if value is None or value >= total:
                continue
            parts.append(index)
            added += value
            if added >= total:
                break
        if added == total and len(parts) > (1 if total >= 2 * LEAST_SUM else SEVERAL - 1):
            self.whole.update(dict.fromkeys(parts, whole))

    def _by_kind(self, whole: int) -> None:
        """Read "200 soldiers and rebels fell. … 120 rebels and 50 troops were killed": so many of each named kind."""
        named = frozenset(self.groups[whole])
        if len(named) < 2:  # noqa: PLR2004 - one kind has no parts
            return
        for one, other in pairwise(self._following(whole)):
            kinds = (frozenset(self.groups[one]), frozenset(self.groups[other]))
            apart = all(len(kind) == 1 for kind in kinds) and kinds[0] != kinds[1]
            small = all((self.values[each] or 0) < (self.values[whole] or 0) for each in (one, other))
            if apart and small and kinds[0] | kinds[1] == named and _SIDE_BY_SIDE.match(self._between(one, other)):
                self.whole.update({one: whole, other: whole})
                return

    def _definite_pair(self, one: int, other: int) -> None:
        """Read "the 4 nuns and 3 guests" as the seven that the article spoke of before."""
        start = self.candidates[one].start
        if not _THE.search(self.text[max(0, start - 4) : start]):
            return
        if one in self.whole or not _DEFINITE_PAIR.fullmatch(self._between(one, other)):
            return
        added = (self.values[one] or Decimal(0)) + (self.values[other] or Decimal(0))
        total = next((each for each in range(one) if self.values[each] == added and self._made_of(each, one)), None)
        if total is not None:
            self.whole.update({one: total, other: total})

    def _the_rest(self, rest: int) -> None:
        """Read "four of the nine were found … the other five": what is left of a total of which a part was told."""
        start = self.candidates[rest].start
        if rest in self.whole or not _THE_OTHER.search(self.text[max(0, start - 24) : start]):
            return
        for part, total in reversed(tuple(self.whole.items())):
            known, left, every = self.values[part], self.values[rest], self.values[total]
            if None not in (known, left, every) and max(part, total) < rest and (known or 0) + (left or 0) == every:
                if self.candidates[total].unit == self.candidates[rest].unit:
                    self.whole[rest] = total
                return
