"""Percentages and points: of what they are, and whether they are polls, money or a share of something that was hit."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc, Token

from claimx.lexicon.metrics import MetricLexicon
from claimx.pipeline.metrics.counts import GUESSED, LIKELY, SURE, CountReader
from claimx.pipeline.metrics.evidence import AFTER, HEAD, NEARBY, PREDICATE, WEAK, evidence
from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import counted_phrase, governors, sentence_bounds

TELLING = frozenset({HEAD, PREDICATE, AFTER, NEARBY})
HARMLESS = frozenset({"personnel", "hostages_held", "prisoners_held", "attacks", "count", "attendance", "votes"})
"""Metrics that a share does not take from the noun that it is of: "2 percent of the police" is a plain share."""

CURRENCY_SIGNS = frozenset("$€£¥₹₽")
POLL_REPORT = 3
"""So many words of polls make an article a report of a poll."""


class ShareReader:
    """Reads percentages and points.

    Attributes:
        counts: Reader for what the share is of.
        words: Words that tell polls, money, and bands of people ("the top 1 percent").
    """

    def __init__(self, counts: CountReader, lexicon: MetricLexicon) -> None:
        self.counts = counts
        self.words = lexicon.settings

    def read(self, doc: Doc, reading: Reading) -> Reading:
        """Give a percentage its metric and its whole; the name of a group ("the top 1 percent") gets none."""
        if doc[max(0, reading.first - 1)].lower_ in self.words["bands"] or _is_place(reading):
            return reading
        whole = counted_phrase(doc, reading.last - 1, reading.last) if _has_of(doc, reading) else None
        of = (whole.start, _whole_end(doc, whole.end)) if whole is not None and whole.head is not None else None
        base = replace(reading, of=of, unit=reading.number.unit or "percent")
        pieces = list(evidence(doc, reading.phrase, reading.first, reading.last))
        window = (reading.first, reading.after)
        told = self.counts.matcher.best(doc, (piece for piece in pieces if piece.place in TELLING), None, window, reading.phrase)
        if told is None and of is not None:
            told = self.counts.matcher.best(doc, (piece for piece in pieces if piece.place == WEAK), None, window, reading.phrase)
        metric, rule, confidence = self._by_words(doc, base)
        if told and rule == "share" and told.entry.metric not in HARMLESS:
            return replace(base, metric=told.entry.metric, rule=told.entry.id, predicate=told.token, confidence=SURE)
        unit = "percentage point" if metric == "votes" and base.unit == "point" else base.unit
        return replace(base, metric=metric, unit=unit, rule=rule, confidence=confidence)

    def _by_words(self, doc: Doc, reading: Reading) -> tuple[str, str, Decimal]:
        about = {token.lower_ for token in _about(doc, reading)}
        start, end = sentence_bounds(doc, reading.first)
        near = {token.lower_ for token in doc[max(start, reading.first - 12) : min(end, reading.last + 10)]}
        if _has_of(doc, reading) and any(
            token.text[0] in CURRENCY_SIGNS for token in doc[reading.last : reading.last + 4]
        ):
            return "money", "share.sum", LIKELY
        if "error" in near:
            return "count", "share.error", LIKELY
        before = {token.lower_ for token in doc[max(0, start - REACH) : start]}
        if near & self.words["polls"] or before & POLL_NAMES or self._in_poll(doc):
            return "votes", "share.poll", SURE
        if (about or near) & self.words["plain"]:
            return "count", "share.plain", LIKELY
        if about & self.words["money"] or (reading.of is None and near & self.words["money"]):
            return "money", "share.money", LIKELY
        return "count", "share", GUESSED

    def _in_poll(self, doc: Doc) -> bool:
        """Whether the article is a report of a poll."""
        return sum(token.lower_ in POLL_NAMES for token in doc) >= POLL_REPORT


REACH = 40
"""So far before its sentence, in tokens, a poll is still the topic."""
POLL_NAMES = frozenset({"poll", "polls", "polling", "pollsters", "respondents"})


def _about(doc: Doc, reading: Reading) -> Iterator[Token]:
    """The nouns that say what a share is of: its whole, else the noun after it, the subject and its verb."""
    if reading.of is not None:
        yield from _heads(doc[reading.of[0] : reading.of[1]])
        return
    if reading.phrase.head is not None:
        yield doc[reading.phrase.head]
    for governor in governors(doc, doc[reading.first : reading.last].root.i):
        verb = doc[governor.token]
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and not reading.first <= child.i < reading.last:
                yield child
                yield from (part for part in child.subtree if part.pos_ in {"NOUN", "PROPN"} and part.i < child.i + 4)


def _heads(tokens: Iterable[Token]) -> Iterator[Token]:
    """Nouns that no other noun follows directly: "sales force" has one head."""
    held: Token | None = None
    for token in tokens:
        if token.pos_ not in {"NOUN", "PROPN"} and held is not None:
            yield held
            held = None
        if token.pos_ in {"NOUN", "PROPN"}:
            held = token
    if held is not None:
        yield held


def _whole_end(doc: Doc, end: int) -> int:
    """The end of a whole with its own "of": "percent of the population of Tarvo"."""
    if end + 1 < len(doc) and doc[end].lower_ == "of":
        inner = counted_phrase(doc, end - 1, end)
        if inner.head is not None:
            return inner.end
    return end


def _is_place(reading: Reading) -> bool:
    """Whether "point" means a spot: "at one point", "in several points of the country"."""
    return reading.number.unit == "point" and (reading.number.comparator == "vague" or reading.number.value == 1)


def _has_of(doc: Doc, reading: Reading) -> bool:
    return reading.last < len(doc) and doc[reading.last].lower_ == "of"
