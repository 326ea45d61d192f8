"""Percentages and points: of what they are, and whether they are polls, money or a share of something that was hit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from spacy.tokens import Doc, Token

from claimx.lexicon.metrics import MetricLexicon
from claimx.pipeline.clauses import governors
from claimx.pipeline.metrics.counts import GUESSED, LIKELY, SURE, CountReader, counted_by
from claimx.pipeline.metrics.evidence import AFTER, HEAD, NEARBY, PREDICATE, WEAK
from claimx.pipeline.metrics.matching import Match
from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import NOUNS, Phrase, counted_phrase, sentence_bounds
from claimx.pipeline.wording import Wording

TELLING = frozenset({HEAD, PREDICATE, AFTER, NEARBY})
HARMLESS = frozenset({"personnel", "hostages_held", "prisoners_held", "attacks", "count", "attendance", "votes"})
"""Metrics that a share does not take from the words around it: "2 percent of the police" is a plain share."""

CURRENCY_SIGNS = frozenset("$€£¥₹₽")
POLL_REPORT = 3
"""So many words of polls make an article a report of a poll."""

TOPIC = 40
"""So far before its sentence, in tokens, a poll is still the topic."""

NEAR_BEFORE, NEAR_AFTER = 12, 10
"""How many tokens before and after a share tell what it is about."""

ALL = 100
COMPOUND = 4


@dataclass(frozen=True, slots=True)
class Topic:
    """What a share is about, by its words.

    Attributes:
        metric: The metric.
        rule: The pattern that told it.
        confidence: How sure it is.
    """

    metric: str
    rule: str
    confidence: Decimal


class ShareReader:
    """Reads percentages and points.

    Attributes:
        counts: Reader for what the share is of.
        words: Words that tell polls, money, and bands of people ("the top 2 percent").
    """

    def __init__(self, counts: CountReader, lexicon: MetricLexicon) -> None:
        self.counts = counts
        self.words = lexicon.settings

    def reports_poll(self, doc: Doc) -> bool:
        """Whether an article is a report of a poll."""
        return sum(1 for _ in Wording.of(doc).where(self.words["poll_names"])) >= POLL_REPORT

    def read(self, doc: Doc, reading: Reading, *, in_poll: bool) -> Reading:
        """Give a percentage its metric and its whole; the name of a group ("the top 2 percent") gets none.

        Args:
            doc: The document.
            reading: A reading of a percentage or of points.
            in_poll: The article reports a poll.
        """
        if doc[max(0, reading.first - 1)].lower_ in self.words["bands"] or _is_place(doc, reading) or _is_all(reading):
            return reading
        whole = _whole(doc, reading)
        of = (whole.start, whole.end) if whole is not None else None
        base = replace(reading, of=of, unit=reading.number.unit or "percent")
        topic = self._topic(doc, base, in_poll=in_poll)
        told = self._told(doc, base, whole) if topic.rule == "share" else None
        if told is not None and told.entry.metric not in HARMLESS:
            return replace(base, metric=told.entry.metric, rule=told.entry.id, predicate=told.token, confidence=SURE)
        unit = "percentage point" if topic.metric == "votes" and base.unit == "point" else base.unit
        return replace(base, metric=topic.metric, unit=unit, rule=topic.rule, confidence=topic.confidence)

    def _told(self, doc: Doc, reading: Reading, whole: Phrase | None) -> Match | None:
        """What is said of its whole: "60 percent of the roads were damaged", "9 percent of refugees".

        Only a plural tells what the whole consists of: "half of the barns burnt down", "half of the city burnt down".
        """
        pieces = list(self.counts.evidence(doc, reading))
        index = whole.head if whole is not None else reading.phrase.head
        noun = self.counts.classes.of(doc[index]) if index is not None and doc[index].tag_ == "NNS" else None
        counted = replace(counted_by(reading), noun=noun)
        told = self.counts.matcher.best(doc, (piece for piece in pieces if piece.place in TELLING), counted)
        if told is None and reading.of is not None:
            told = self.counts.matcher.best(doc, (piece for piece in pieces if piece.place == WEAK), counted)
        return told

    def _topic(self, doc: Doc, reading: Reading, *, in_poll: bool) -> Topic:
        start, end = sentence_bounds(doc, reading.first)
        low, high = max(start, reading.first - NEAR_BEFORE), min(end, reading.last + NEAR_AFTER)
        near = {token.lower_ for token in doc[low:high]}
        about = {token.lower_ for token in _about(doc, reading)}
        before = {token.lower_ for token in doc[max(0, start - TOPIC) : start]}
        money = self.words["money"]
        if _has_of(doc, reading) and any(token.text[0] in CURRENCY_SIGNS for token in doc[reading.last :][:4]):
            return Topic("money", "share.sum", LIKELY)
        if "error" in near:
            return Topic("count", "share.error", LIKELY)
        polled = in_poll or near & self.words["polls"] or before & self.words["poll_names"]
        if polled or _holds_opinion(doc, reading, self.words["opinions"]):
            return Topic("votes", "share.poll", SURE)
        if (about or near) & self.words["plain"]:
            return Topic("count", "share.plain", LIKELY)
        if about & money or (reading.of is None and near & money):
            return Topic("money", "share.money", LIKELY)
        return Topic("count", "share", GUESSED)


def _about(doc: Doc, reading: Reading) -> Iterator[Token]:
    """The nouns that say what a share is of: its whole, else the noun after it, the subject and its verb."""
    if reading.of is not None:
        yield from _heads(doc[reading.of[0] : reading.of[1]])
        return
    if reading.phrase.head is not None:
        yield doc[reading.phrase.head]
    for governor in governors(doc, doc[reading.first : reading.last].root.i):
        for child in doc[governor.token].children:
            if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and not reading.first <= child.i < reading.last:
                yield child
                yield from (part for part in child.subtree if part.pos_ in NOUNS and part.i < child.i + COMPOUND)


def _heads(tokens: Iterable[Token]) -> Iterator[Token]:
    """Nouns that no other noun follows directly: "sales force" has one head."""
    held: Token | None = None
    for token in tokens:
        if token.pos_ not in NOUNS and held is not None:
            yield held
            held = None
        if token.pos_ in NOUNS:
            held = token
    if held is not None:
        yield held


def _whole(doc: Doc, reading: Reading) -> Phrase | None:
    """What a share is of, with the "of" of its own: "percent of the population of Tarvo"."""
    if not _has_of(doc, reading):
        return None
    phrase = counted_phrase(doc, reading.last)
    if phrase.head is None:
        return None
    if phrase.end + 1 < len(doc) and doc[phrase.end].lower_ == "of":
        inner = counted_phrase(doc, phrase.end)
        if inner.head is not None:
            return replace(phrase, end=inner.end)
    return phrase


def _holds_opinion(doc: Doc, reading: Reading, opinions: frozenset[str]) -> bool:
    """Whether a share is of people who say what they think: "21 percent said no"."""
    root = doc[reading.first : reading.last].root
    verbs = [doc[governor.token] for governor in governors(doc, root.i) if governor.function == "subject"]
    return any(verb.lower_ in opinions for verb in verbs)


def _is_all(reading: Reading) -> bool:
    """Whether a share only says "fully": "backs him 100 percent"."""
    return reading.number.value == ALL and reading.of is None and reading.phrase.head is None


def _is_place(doc: Doc, reading: Reading) -> bool:
    """Whether "point" means a spot: "at one point", "in several points of the country"; not "by one point"."""
    lead = {token.lower_ for token in doc[max(0, reading.first - 2) : reading.first]}
    one = reading.number.value == 1 and "by" not in lead and "-" not in doc[reading.first : reading.last + 1].text
    return reading.number.unit == "point" and (reading.number.comparator == "vague" or one)


def _has_of(doc: Doc, reading: Reading) -> bool:
    return reading.last < len(doc) and doc[reading.last].lower_ == "of"
