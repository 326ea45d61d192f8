"""Percentages and points: of what they are, and whether they are polls, money or a share of something that was hit."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from claimx.pipeline.metrics.counts import GUESSED, LIKELY, SURE, CountReader
from claimx.pipeline.metrics.evidence import AFTER, HEAD, NEARBY, PREDICATE, evidence
from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import counted_phrase, sentence_bounds

TELLING = frozenset({HEAD, PREDICATE, AFTER, NEARBY})


@dataclass(frozen=True, slots=True)
class ShareWords:
    """Words that tell what a percentage is about.

    Attributes:
        polls: Words of polls.
        money: Words for sums, prices and earnings.
        plain: Words that keep a share out of both: growth, unemployment, error margins.
    """

    polls: frozenset[str]
    money: frozenset[str]
    plain: frozenset[str]


def share_words(named: Mapping[str, frozenset[str]]) -> ShareWords:
    """Take the word lists by name from the lexicon."""
    return ShareWords(polls=named["polls"], money=named["money"], plain=named["plain"])


class ShareReader:
    """Reads percentages.

    Attributes:
        counts: Reader for what the share is of.
        words: Words that tell polls and money.
    """

    def __init__(self, counts: CountReader, words: ShareWords) -> None:
        self.counts = counts
        self.words = words

    def read(self, doc: Doc, reading: Reading) -> Reading:
        """Give a percentage its metric and its whole."""
        whole = reading.phrase if reading.phrase.partitive or _has_of(doc, reading) else None
        of = (whole.start, self._whole_end(doc, whole.end)) if whole is not None and whole.head is not None else None
        unit = reading.number.unit or "percent"
        base = replace(reading, of=of, unit=unit)
        pieces = [
            piece for piece in evidence(doc, reading.phrase, reading.first, reading.last) if piece.place in TELLING
        ]
        match = self.counts.matcher.best(doc, pieces, None, (reading.first, reading.after))
        metric, rule, confidence = self._by_words(doc, reading)
        if match and (metric == "count" and confidence == GUESSED) and match.entry.metric not in {"personnel", "hostages_held"}:
            return replace(base, metric=match.entry.metric, rule=match.entry.id, predicate=match.token, confidence=SURE)
        return replace(base, metric=metric, rule=rule, confidence=confidence)

    def _whole_end(self, doc: Doc, end: int) -> int:
        if end + 1 < len(doc) and doc[end].lower_ in {"of", "in"}:
            inner = counted_phrase(doc, end, end + 1) if doc[end].lower_ == "of" else None
            if inner is not None and inner.head is not None:
                return inner.end
        return end

    def _by_words(self, doc: Doc, reading: Reading) -> tuple[str, str, object]:
        start, end = sentence_bounds(doc, reading.first)
        near = [token.lower_ for token in doc[max(start, reading.first - 12) : min(end, reading.last + 10)]]
        words = set(near)
        if words & self.words.plain:
            return "count", "share.plain", LIKELY
        if words & self.words.polls or self._in_poll(doc):
            return "votes", "share.poll", SURE
        if words & self.words.money:
            return "money", "share.money", LIKELY
        return "count", "share", GUESSED

    def _in_poll(self, doc: Doc) -> bool:
        """Whether the article is a report of a poll."""
        return sum(token.lower_ in {"poll", "polls", "polling", "pollsters", "respondents"} for token in doc) >= 3


def _has_of(doc: Doc, reading: Reading) -> bool:
    return reading.last < len(doc) and doc[reading.last].lower_ == "of"
