"""Counts: the noun, the metric that the words give, and what is left when they give none."""

from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc

from claimx.lexicon.metrics import MetricEntry, MetricLexicon
from claimx.pipeline.metrics.evidence import AFTER, BEFORE, HEAD, NEARBY, PREDICATE, WEAK, evidence
from claimx.pipeline.metrics.matching import Match, Matcher
from claimx.pipeline.metrics.nouns import PEOPLE, NounClasses, unit_of
from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import Phrase, counted_phrase, sentence_bounds

THING_METRICS = frozenset(
    {"infrastructure_damaged", "seized", "attacks", "votes", "count", "measure", "money", "affected"}
)
"""Metrics whose unit is the counted noun; the others count people."""

SURE, LIKELY, GUESSED = Decimal("0.9"), Decimal("0.75"), Decimal("0.5")
CONFIDENCE = {HEAD: SURE, PREDICATE: SURE, AFTER: SURE, BEFORE: LIKELY, NEARBY: LIKELY, WEAK: GUESSED}
TOLL_METRICS = frozenset({"killed", "injured", "missing", "casualties", "infected", "displaced"})
OF_TOLL = 3
"""As near to its toll as this, a figure needs no verb: "a death toll of 40"."""

HYPHENS = frozenset({"-", "‑"})
TOLL_REACH = 40
CLAUSE_BREAKS = frozenset({";", ".", ":", "while", "whereas", "though", "although"})
COUNT_NOUNS = frozenset({"number", "total", "tally", "count", "figure"})


class CountReader:
    """Reads what a count counts.

    Attributes:
        lexicon: The metric entries.
        classes: Classes of nouns.
    """

    def __init__(self, lexicon: MetricLexicon, classes: NounClasses) -> None:
        self.lexicon = lexicon
        self.classes = classes
        self.matcher = Matcher(lexicon)

    def read(self, doc: Doc, reading: Reading) -> Reading:
        """Give a reading its metric, where the words around the number tell it."""
        if reading.number.weak and doc[reading.last : reading.last + 1].text in HYPHENS and reading.phrase.head is not None:
            return reading
        toll = self._toll(doc, reading)
        if toll is not None:
            return toll
        pieces = evidence(doc, reading.phrase, reading.first, reading.last)
        match = self.matcher.best(doc, pieces, reading.noun, (reading.first, reading.after), reading.named)
        if match is None or (reading.number.weak and not self._tells(doc, reading, match)):
            return reading
        return self.with_match(doc, reading, match)

    def _tells(self, doc: Doc, reading: Reading, match: Match) -> bool:
        """Whether the words make a figure of "one", "several" or "a few": "one of the men said" does not, "several were hurt" does."""
        if doc.text[reading.number.core_start : reading.number.core_end].casefold() == "many":
            return False
        if match.entry.metric in {"affected", "personnel", "attacks", "measure"}:
            return False
        if reading.number.value == 1 and reading.number.comparator == "more_than":
            return False
        return match.place in {HEAD, PREDICATE} or not reading.phrase.partitive

    def with_match(self, doc: Doc, reading: Reading, match: Match) -> Reading:
        """Take over an entry that fired."""
        metric = match.entry.metric
        harms = metric not in THING_METRICS and match.entry.counted in {"person", "being"}
        people = (
            harms
            or reading.noun in {"person", None}
            or reading.named.head is None
            or match.place == HEAD
            and metric not in THING_METRICS
        )
        return replace(
            reading,
            metric=metric,
            unit=PEOPLE if people else unit_of(doc, reading.named),
            rule=match.entry.id,
            predicate=match.token,
            confidence=CONFIDENCE[match.place],
        )

    def described(self, doc: Doc, reading: Reading, phrase: Phrase) -> Reading:
        """The reading with another phrase for what it counts."""
        noun = self.classes.of(doc[phrase.head]) if phrase.head is not None else None
        return replace(reading, phrase=phrase, noun=noun)

    def _toll(self, doc: Doc, reading: Reading) -> Reading | None:
        """A figure that a noun for a count is the value of: "the death toll rose to 40", "raised to 36 the number of people killed"."""
        if reading.phrase.head is not None and reading.noun != "person" and not reading.phrase.partitive:
            return None
        start, end = sentence_bounds(doc, reading.first)
        for index in range(reading.first - 1, max(start, reading.first - TOLL_REACH) - 1, -1):
            if (
                doc[index].lower_ in COUNT_NOUNS
                and doc[index + 1].lower_ == "of"
                and self._changes(doc, index, reading.first)
            ):
                return self._number_of(doc, reading, index + 1)
            entry = self._toll_at(doc, index, start)
            if entry is not None and self._changes(doc, index, reading.first):
                return self._with_toll(doc, reading, index, entry)
        index = reading.last
        if (
            index + 2 < end
            and doc[index].lower_ == "the"
            and doc[index + 1].lower_ in COUNT_NOUNS
            and doc[index + 2].lower_ == "of"
        ):
            return self._number_of(doc, reading, index + 2)
        return None

    def _changes(self, doc: Doc, toll: int, number: int) -> bool:
        """Whether a number is the value of the noun at `toll`: nothing else stands between that could own it."""
        reaching = self.lexicon.settings["reaching"]
        near = (
            doc[number - 1].lower_ in reaching or doc[number].lower_ in reaching or doc[number].head.lower_ in reaching
        )
        between = doc[toll + 1 : number]
        verb = any(token.pos_ in {"VERB", "AUX"} for token in doc[toll + 1 : number + 1]) or number - toll <= OF_TOLL
        return near and verb and not any(token.lower_ in CLAUSE_BREAKS for token in between)

    def _toll_at(self, doc: Doc, index: int, start: int) -> MetricEntry | None:
        """The noun for a count that ends at a token, the longest first: "casualty toll" before "toll"."""
        for length in range(min(self.lexicon.longest, index - start + 1), 0, -1):
            form = " ".join(token.lower_ for token in doc[index - length + 1 : index + 1])
            for entry in self.lexicon.find("toll", form):
                if self.matcher.allows(doc, entry, (index, index + 1)):
                    return entry
        return None

    def _with_toll(self, doc: Doc, reading: Reading, index: int, entry: MetricEntry) -> Reading:
        """The metric of a toll, unless the figure has words of its own: "the toll rose to 56 killed and 600 hurt"."""
        pieces = evidence(doc, reading.phrase, reading.first, reading.last)
        told = self.matcher.best(doc, pieces, reading.noun, (reading.first, reading.after), reading.named)
        if told is not None and not reading.phrase.partitive and told.entry.metric in TOLL_METRICS and told.place in {HEAD, AFTER, NEARBY}:
            return self.with_match(doc, reading, told)
        return self.with_match(doc, reading, Match(entry, index, HEAD))

    def _number_of(self, doc: Doc, reading: Reading, of: int) -> Reading | None:
        """ "the number of students kidnapped rose to 8": what is counted stands after "of"."""
        phrase = counted_phrase(doc, of, of + 1)
        if phrase.head is None:
            return None
        told = self.described(doc, reading, phrase)
        match = self.matcher.best(doc, evidence(doc, phrase, of, of + 1), told.noun, (of, phrase.end), phrase)
        if match:
            return self.with_match(doc, told, match)
        return None
