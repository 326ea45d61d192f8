"""Passages that two texts have word for word, but for small edits."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

SHINGLE = 5
"""Words of a run that two texts must share for it to be noticed."""

MOST_PLACES = 8
"""Places of one run in a text that are tried: a slogan or a table may repeat it without end."""

WIDEST_GAP = 8
"""Words between two runs of one passage that an editor may have changed, in either text."""

LEAST_SHARED, LEAST_RUN, LEAST_SHARE = 20, 10, 0.75
"""What makes a passage a copy: shared words outside quotations, words of its longest run, share of its words shared.

Two reporters at one press conference write eight words alike, and now and then a dozen; of a charge or a call for
witnesses more than that.
"""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that two texts share: indices of the first ones, and how many."""

    one: int
    other: int
    length: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A copied passage: its runs, in the order of both texts."""

    runs: tuple[Run, ...]

    @property
    def one(self) -> tuple[int, int]:
        """Half-open indices of words in the first text."""
        return self.runs[0].one, self.runs[-1].one + self.runs[-1].length

    @property
    def other(self) -> tuple[int, int]:
        """Half-open indices of words in the second text."""
        return self.runs[0].other, self.runs[-1].other + self.runs[-1].length

    @property
    def shared(self) -> int:
        """Words that both have."""
        return sum(run.length for run in self.runs)


@dataclass(frozen=True)
class Indexed:
    """A text to look runs up in.

    Attributes:
        words: Its words, folded.
        common: Indices of words that show no copying: those in quotations, which two reporters hear and quote alike.
    """

    words: Sequence[str]
    common: Collection[int] = frozenset()

    @cached_property
    def places(self) -> Mapping[tuple[str, ...], Sequence[int]]:
        """Where each run of `SHINGLE` words begins; takes much memory, and only the first text of a pair needs it."""
        places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for start, run in enumerate(_runs_of(self.words)):
            known = places[run]
            if len(known) < MOST_PLACES:
                known.append(start)
        return places


def _runs_of(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """Each run of `SHINGLE` words, from the first on."""
    return zip(*(words[step:] for step in range(SHINGLE)), strict=False)


def copied_passages(one: Indexed, other: Indexed) -> tuple[Passage, ...]:
    """The passages that two texts share, in the order of the second; in time linear in their length.

    Args:
        one: A text.
        other: Another.
    """
    passages: list[Passage] = []
    runs: list[Run] = []
    for run in _runs(one, other):
        if runs and not _goes_on(runs[-1], run):
            passages.append(Passage(tuple(runs)))
            runs = []
        runs.append(run)
    if runs:
        passages.append(Passage(tuple(runs)))
    return tuple(passage for passage in passages if _is_copy(passage, one, other))


def _runs(one: Indexed, other: Indexed) -> list[Run]:
    """Longest shared runs, from the start of the second text on; none overlaps another there."""
    runs: list[Run] = []
    places, end = one.places, 0
    for at, starts in ((at, places[run]) for at, run in enumerate(_runs_of(other.words)) if run in places):
        if at < end:
            continue
        # Of two equally long ones that which goes on from the last run, and else the first.
        goes_on = runs[-1].one + runs[-1].length if runs else 0
        best = max(
            (Run(place, at, _length(one.words, place, other.words, at)) for place in starts),
            key=lambda run: (run.length, 0 <= run.one - goes_on <= WIDEST_GAP, -run.one),
        )
        runs.append(best)
        end = at + best.length
    return runs


def _length(one: Sequence[str], first: int, other: Sequence[str], second: int) -> int:
    length = SHINGLE
    while first + length < len(one) and second + length < len(other) and one[first + length] == other[second + length]:
        length += 1
    return length


def _goes_on(last: Run, run: Run) -> bool:
    gap, beside = run.one - last.one - last.length, run.other - last.other - last.length
    return 0 <= gap <= WIDEST_GAP and 0 <= beside <= WIDEST_GAP


def _is_copy(passage: Passage, one: Indexed, other: Indexed) -> bool:
    told = [_own(run, one, other) for run in passage.runs]
    widest = max(end - start for start, end in (passage.one, passage.other))
    return sum(told) >= LEAST_SHARED and max(told, default=0) >= LEAST_RUN and passage.shared >= LEAST_SHARE * widest


def _own(run: Run, one: Indexed, other: Indexed) -> int:
    return sum(run.one + step not in one.common and run.other + step not in other.common for step in range(run.length))
