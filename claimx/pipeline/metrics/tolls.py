"""Figures that are the value of a noun for a count: "the death toll rose to 40", "brought to 36 the number of dead"."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from claimx.lexicon.metrics import MetricEntry
from claimx.pipeline.clauses import SUBJECTS
from claimx.pipeline.metrics.counts import LIKELY, CountReader, counted_by
from claimx.pipeline.metrics.evidence import AFTER, HEAD, NEARBY, Evidence
from claimx.pipeline.metrics.matching import Counted, Match, form_at
from claimx.pipeline.metrics.nouns import PEOPLE, unit_of
from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import PLURALS, Phrase, counted_phrase, sentence_bounds
from claimx.pipeline.wording import Wording

TOLL_METRICS = frozenset({"killed", "injured", "missing", "casualties", "infected", "displaced"})
"""Metrics that a figure at the end of a toll may have by words of its own."""

OF_TOLL = 5
"""As near to its toll as this, a figure needs no verb: "a death toll of 40", "the toll from 14 to 31"."""

REACH = 40
"""How far before the figure, in tokens, the toll may stand."""

BROUGHT = 5
"""How many tokens before a toll its verb may stand: "bringing the total death toll"."""

MOVING = frozenset({"to", "from", "by"})
DEFINITE = frozenset({"the", "those"})
CLAUSE_BREAKS = frozenset({";", ".", ":", "while", "whereas", "though", "although"})


class TollReader:
    """Reads figures at the end of a toll.

    Attributes:
        counts: Reader for the words of the figure itself.
        counting: Nouns with what is counted after "of": "the number of".
        rates: Nouns for how many there are of so many: "the incidence of".
        reaching: Words between a toll and its value: "rose to", "stands at", "surpassed".
        bringing: Verbs with a toll as their object: "bringing the toll to".
        moving: Verbs of rise and fall in the present tense, which may be taken for nouns: "increases".
    """

    def __init__(self, counts: CountReader) -> None:
        self.counts = counts
        self.counting = counts.lexicon.settings["counts"]
        self.rates = counts.lexicon.settings["rates"]
        self.reaching = counts.lexicon.settings["reaching"]
        self.bringing = counts.lexicon.settings["bringing"]
        self.moving = counts.lexicon.settings["moving"]

    def read(self, doc: Doc, reading: Reading) -> Reading | None:
        """Give a reading the metric of its toll; None where there is none."""
        if reading.noun in {"thing", "animal"} and not reading.phrase.partitive:
            return None
        start, end = sentence_bounds(doc, reading.first)
        lower, tolls = Wording.of(doc).lower, self.counts.lexicon.edges["toll"]
        for index in range(reading.first - 1, max(start, reading.first - REACH) - 1, -1):
            if lower[index] not in tolls and lower[index + 1] != "of":
                continue
            counting = self._counts_something(doc, index)
            entry = None if counting else self._toll_at(doc, index)
            if (counting or entry) and self._reaches(doc, index, reading):
                return (
                    self._number_of(doc, reading, index + 1)
                    if entry is None
                    else self._with_toll(doc, reading, index, entry)
                )
        after = reading.last + 1
        if after + 1 < end and doc[after - 1].lower_ == "the" and self._counts_something(doc, after):
            return self._number_of(doc, reading, after + 1)
        return self._grown(doc, reading)

    def _grown(self, doc: Doc, reading: Reading) -> Reading | None:
        """The metric of a noun that is said to grow or shrink to the figure: "Infections climbed by 30 to 410"."""
        preposition = doc[reading.first - 1]
        grows = preposition.lower_ in MOVING or _is_step(reading)
        if not grows or reading.noun == "person" or reading.phrase.partitive:
            return None
        for index in range(max(preposition.sent.start, reading.first - REACH), reading.first):
            subject = doc[index]
            if subject.tag_ not in PLURALS or subject.dep_ not in SUBJECTS or subject.head not in preposition.ancestors:
                continue
            counted = Counted(noun=None, first=index, after=index + 1, named=Phrase(index, index + 1, index))
            match = self.counts.matcher.best(doc, [Evidence(index, "noun", HEAD)], counted)
            if match is not None and not any(child.like_num for child in subject.children):
                return self.counts.with_match(doc, reading, match)
        return None

    def _counts_something(self, doc: Doc, index: int) -> bool:
        lower = Wording.of(doc).lower
        return (lower[index] in self.counting or lower[index] in self.rates) and lower[index + 1] == "of"

    def _reaches(self, doc: Doc, toll: int, reading: Reading) -> bool:
        """Whether a number can be the value of the noun at `toll`: a verb leads from it to the number."""
        number = reading.first
        own = {doc[number].lower_, doc[number].head.lower_} if doc[number].lower_ != "at" else set()
        words = {doc[number - 1].lower_, *own}  # the "at" of "at least" does not lead to a value
        between = doc[toll + 1 : number]
        verb = number - toll <= OF_TOLL or any(self._leads(token) for token in doc[toll + 1 : number + 1])
        verb = verb or any(token.lower_ in self.bringing for token in doc[max(0, toll - BROUGHT) : toll])
        reaches = bool(words & self.reaching) or _is_step(reading) or doc[number].lower_ == "as"  # "go as high as 90"
        return reaches and verb and not any(token.lower_ in CLAUSE_BREAKS for token in between)

    def _leads(self, token: Token) -> bool:
        """Whether a word leads from a toll to its value; a present tense may be taken for a noun: "increases to"."""
        return token.pos_ in {"VERB", "AUX"} or token.lower_ in self.moving

    def _toll_at(self, doc: Doc, index: int) -> MetricEntry | None:
        """The noun for a count that ends at a token, the longest first: "casualty toll" before "toll"."""
        lexicon = self.counts.lexicon
        if Wording.of(doc).lower[index] not in lexicon.edges["toll"]:
            return None
        for length in range(lexicon.longest, 0, -1):
            for entry in lexicon.find("toll", form_at(doc, index, length, ends=True)):
                if self.counts.matcher.allows(doc, entry, index):
                    return entry
        return None

    def _with_toll(self, doc: Doc, reading: Reading, index: int, entry: MetricEntry) -> Reading:
        """The metric of a toll, unless the figure has words of its own: "the toll rose to 56 killed and 600 hurt"."""
        told = self.counts.match(doc, reading)
        if (
            told is not None
            and not reading.phrase.partitive
            and told.entry.metric in TOLL_METRICS
            and told.place in {HEAD, AFTER, NEARBY}
        ):
            return self.counts.with_match(doc, reading, told)
        return self.counts.with_match(doc, reading, Match(entry, index, HEAD))

    def _number_of(self, doc: Doc, reading: Reading, of: int) -> Reading | None:
        """The metric of what stands after "of": "the number of nurses hurt rose to 12", "the number of the dead"."""
        begin = of + 1
        if begin + 1 < len(doc) and doc[begin].lower_ in DEFINITE:
            begin += 1
        phrase = counted_phrase(doc, begin)
        told = self.counts.described(doc, reading, phrase)
        if phrase.head == begin and self.counts.lexicon.find("state", doc[begin].lower_):
            told = replace(told, noun=None)  # "the missing" are whoever is missing
        counted = counted_by(told)
        pieces = self.counts.finder.find(doc, phrase, of, begin)
        match = self.counts.matcher.best(doc, pieces, counted)
        if match is not None:
            return self.counts.with_match(doc, told, match)
        if phrase.head is None or doc[of - 1].lower_ in self.rates:
            return None
        unit = PEOPLE if told.noun == "person" else unit_of(doc, phrase)
        return replace(told, metric="count", unit=unit, rule="count.number_of", confidence=LIKELY)


def _is_step(reading: Reading) -> bool:
    """Whether a figure is the step of a change: "rose by 30"."""
    return reading.number.basis == "change"
