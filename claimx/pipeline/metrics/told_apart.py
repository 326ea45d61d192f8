"""People who were shot, where the rest of the article tells whether they are dead or hurt."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc

from claimx.pipeline.metrics.counts import LIKELY
from claimx.pipeline.metrics.deaths import bygone_at, is_denied_near, told_deaths
from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.wording import Wording

RULES = frozenset({"casualties.shot", "casualties.hit"})
"""Rules for what may kill or hurt."""

REACH = 200
"""How far from a figure, in tokens, an article says how people are."""

LONG = 150
"""Whoever writes as many tokens as this of people who were shot, and of no death, knows of none."""

LISTING = frozenset({",", ";", "and", "&"})


def tell_apart(doc: Doc, readings: list[Reading], words: Mapping[str, frozenset[str]]) -> list[Reading]:
    """Count people as injured who were shot and of whom none died.

    "Four people were shot. All are in stable condition.": four injured. "A clerk was killed and three others were
    shot": three injured. "Four people were shot, one of them fatally": dead and injured together, as they were.

    Args:
        doc: The document.
        readings: Readings in order of their numbers, with their metrics.
        words: Lists of words by name.
    """
    if not any(reading.rule in RULES for reading in readings):
        return readings
    told = _Told(doc, readings, words)
    return [told.of(reading) if reading.rule in RULES else reading for reading in readings]


class _Told:
    """What an article tells of those who were shot.

    Attributes:
        doc: The document.
        words: Lists of words by name.
        dies: Tokens that tell of a death, each with what puts it at another time.
        hurt: Tokens that tell that somebody lives.
        injured: How many are said to be injured, wherever it is said.
        killed: How many are said to be killed.
        shot: How many are said to be shot, dead or hurt.
    """

    def __init__(self, doc: Doc, readings: list[Reading], words: Mapping[str, frozenset[str]]) -> None:
        self.doc = doc
        self.words = words
        self.dies = [(index, bygone_at(doc, index, words)) for index in told_deaths(doc, words)]
        self.hurt = list(Wording.of(doc).where(words["surviving"]))
        self.injured = _values(each for each in readings if each.metric == "injured")
        self.killed = _values(each for each in readings if each.metric == "killed")
        self.shot = _values(each for each in readings if each.rule in RULES)

    def of(self, reading: Reading) -> Reading:
        """The reading, as one of injured where nobody of those who were shot can have died."""
        told = self._is_spared(reading) or self._are_the_others(reading) or self._is_said_again(reading)
        return replace(reading, metric="injured", rule="injured.shot", confidence=LIKELY) if told else reading

    def _is_spared(self, reading: Reading) -> bool:
        """Whether the article tells of no death then, and that somebody lives; or says that none died."""
        if is_denied_near(self.doc, reading.first, self.words):
            return True
        now = bygone_at(self.doc, reading.first, self.words)
        if any(bygone <= now for _, bygone in self.dies):
            return False
        return len(self.doc) >= LONG or any(abs(index - reading.first) <= REACH for index in self.hurt)

    def _are_the_others(self, reading: Reading) -> bool:
        """Whether it was told before who died, and then of others: "killed a clerk and shot three others".

        Also in a list that begins with the dead: "1 dead, 3 shot".
        """
        first, last = Wording.of(self.doc).sentence(self.doc, reading.first)
        inside = [index for index, _ in self.dies if first <= index < last]
        if inside:
            listed = all(token.lower_ in LISTING for token in self.doc[inside[-1] + 1 : reading.first])
            return inside[-1] < reading.first and (listed or self._says_others(reading))
        before = any(index < first for index, bygone in self.dies if not bygone)
        return before and self._says_others(reading) and self._are_the_rest(reading)

    def _are_the_rest(self, reading: Reading) -> bool:
        """Whether those shot but for the dead are as many; not so "four were shot, two fatally … three other men"."""
        value = reading.number.value
        rests = {whole - part for whole in self.shot for part in self.killed if value is None or whole > value}
        return not rests or value in rests

    def _says_others(self, reading: Reading) -> bool:
        """Whether a figure counts others than those before: "three others", "two more"; "more than 12" does not."""
        named = self.doc[reading.last : reading.after + 1]
        return (
            any(token.lower_ in self.words["others"] for token in named) or self.doc[reading.first].lower_ == "another"
        )

    def _is_said_again(self, reading: Reading) -> bool:
        """Whether as many are said elsewhere to be hurt: "left one dead and four wounded. The four men were shot"."""
        value = reading.number.value
        return value is not None and value > 1 and value in self.injured


def _values(readings: Iterable[Reading]) -> set[Decimal]:
    return {each.number.value for each in readings if each.number.value is not None}
