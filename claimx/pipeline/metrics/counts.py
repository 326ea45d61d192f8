"""Counts: the metric that the words around a number give."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc

from claimx.lexicon.metrics import MetricLexicon
from claimx.pipeline.clauses import governors
from claimx.pipeline.metrics.evidence import (
    AFTER,
    BEFORE,
    HEAD,
    NEARBY,
    PREDICATE,
    WEAK,
    Evidence,
    EvidenceFinder,
)
from claimx.pipeline.metrics.matching import Counted, Match, Matcher
from claimx.pipeline.metrics.nouns import PEOPLE, NounClasses, unit_of
from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import DETERMINERS, Phrase, sentence_bounds

HINTED_METRICS = frozenset({"affected", "personnel", "attacks", "measure"})
"""Metrics too general for "several" or "one of the" to be a figure."""

SURE, LIKELY, GUESSED = Decimal("0.9"), Decimal("0.75"), Decimal("0.5")
CONFIDENCE = {HEAD: SURE, PREDICATE: SURE, AFTER: SURE, BEFORE: LIKELY, NEARBY: LIKELY, WEAK: GUESSED}
OWN = frozenset({HEAD, AFTER, BEFORE, WEAK})
"""Places in a phrase of its own."""

PARTS = frozenset({"none", "some", "most", "half", "many", "any", "each"})
HYPHENS = frozenset({"-", "‑"})


class CountReader:
    """Reads what a count counts.

    Attributes:
        lexicon: The metric entries.
        classes: Classes of nouns.
        finder: Finds the words around a number.
        matcher: Finds the entry for them.
    """

    def __init__(self, lexicon: MetricLexicon, classes: NounClasses) -> None:
        self.lexicon = lexicon
        self.classes = classes
        self.finder = EvidenceFinder(lexicon.settings)
        self.matcher = Matcher(lexicon)

    def read(self, doc: Doc, reading: Reading) -> Reading:
        """Give a reading its metric, where the words around the number tell it."""
        if is_size(doc, reading) or self._are_children(doc, reading.first):
            return reading
        match = self.match(doc, reading)
        if match is None or (reading.number.weak and not _tells(reading, match)):
            return reading
        return self.with_match(doc, reading, match)

    def _are_children(self, doc: Doc, first: int) -> bool:
        """Whether a number says how many children somebody has: "a father of three was gunned down"."""
        begetters = self.lexicon.settings["begetters"]
        return first > 1 and doc[first - 1].lower_ == "of" and doc[first - 2].lower_ in begetters

    def match(self, doc: Doc, reading: Reading) -> Match | None:
        """The entry that the words around a number give."""
        return self.matcher.best(doc, self.evidence(doc, reading), counted_by(reading))

    def evidence(self, doc: Doc, reading: Reading) -> Iterator[Evidence]:
        """The words around a number; of a whole ("none of the 60 clerks was hurt"), only those of its own phrase.

        Of a bare number that stays also the noun before: "Gunmen took 30 hostages. Nine remain in the mill."
        """
        whole = is_whole(doc, reading)
        for piece in self.finder.find(doc, reading.phrase, reading.first, reading.last):
            if not whole or piece.place in OWN:
                yield piece
        if reading.phrase.head is None and reading.named.head is not None and self._stays(doc, reading):
            yield Evidence(reading.named.head, "weak_noun", WEAK)

    def _stays(self, doc: Doc, reading: Reading) -> bool:
        """Whether those that a bare number counts stay what they were."""
        root = doc[reading.first : reading.last].root.i
        verbs = [doc[each.token].lemma_ for each in governors(doc, root) if each.function == "subject"]
        return any(verb in self.lexicon.settings["staying"] for verb in verbs)

    def with_match(self, doc: Doc, reading: Reading, match: Match) -> Reading:
        """Take over an entry that fired."""
        unit = self._unit(doc, reading, match)
        return replace(
            reading,
            antecedent=None if unit == PEOPLE and reading.noun is None else reading.antecedent,
            metric=match.entry.metric,
            unit=unit,
            rule=match.entry.id,
            predicate=match.token,
            confidence=CONFIDENCE[match.place],
        )

    def described(self, doc: Doc, reading: Reading, phrase: Phrase) -> Reading:
        """The reading with another phrase for what it counts."""
        noun = self.classes.of(doc[phrase.head]) if phrase.head is not None else None
        return replace(reading, phrase=phrase, noun=noun)

    def _unit(self, doc: Doc, reading: Reading, match: Match) -> str:
        """People where the metric, the noun or its lack says so; else the noun: "5,000 homes were evacuated"."""
        of_people = match.entry.metric not in self.lexicon.things
        told = of_people and (match.entry.counted in {"person", "being"} or match.place == HEAD)
        if told or reading.noun in {"person", None} or reading.named.head is None:
            return PEOPLE
        return unit_of(doc, reading.named)


def counted_by(reading: Reading) -> Counted:
    """What a reading counts, as the matcher asks for it."""
    return Counted(noun=reading.noun, first=reading.first, after=reading.after, named=reading.named)


def is_whole(doc: Doc, reading: Reading) -> bool:
    """Whether another figure is a part of this one: "three of the 60 clerks", "Of the 60 clerks, three"."""
    index = reading.first - 1
    while index > 0 and doc[index].tag_ in DETERMINERS and not doc[index].like_num:
        index -= 1
    if index < 0 or doc[index].lower_ != "of":
        return False
    before = doc[index - 1] if index > sentence_bounds(doc, reading.first)[0] else None
    return before is None or before.like_num or before.lower_ in PARTS


def is_size(doc: Doc, reading: Reading) -> bool:
    """Whether a number is the size of one thing: "a five-storey block collapsed" is no five collapses.

    An "80-strong crew" are 80 people.
    """
    if doc[reading.last + 1 : reading.last + 2].text.casefold() == "strong":
        return False
    hyphen = doc[reading.last : reading.last + 1].text in HYPHENS and not doc[reading.last - 1].whitespace_
    return hyphen and reading.phrase.head is not None and reading.number.kind == "count"


def _tells(reading: Reading, match: Match) -> bool:
    """Whether the words make a figure of "several": "several were hurt" does, "several of the men said" does not."""
    if reading.text[reading.number.core_start : reading.number.core_end].casefold() == "many":
        return False
    more_than_one = reading.number.value == 1 and reading.number.comparator == "more_than"
    if match.entry.metric in HINTED_METRICS or more_than_one:
        return False
    return match.place in {HEAD, PREDICATE} or not reading.phrase.partitive
