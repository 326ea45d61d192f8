"""People who were shot, where the rest of the article tells whether they are dead or hurt."""

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc

from claimx.pipeline.metrics.counts import LIKELY
from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.wording import Wording

RULES = frozenset({"casualties.shot", "casualties.hit"})
"""Rules for what may kill or hurt."""

REACH = 200
"""How far from a figure, in tokens, an article says how people are."""

OTHERS = frozenset({"other", "others", "more"})


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
    dies = list(Wording.of(doc).where(words["dying"]))
    hurt = list(Wording.of(doc).where(words["surviving"]))
    return [_told(doc, reading, dies, hurt) if reading.rule in RULES else reading for reading in readings]


def _told(doc: Doc, reading: Reading, dies: list[int], hurt: list[int]) -> Reading:
    spared = not dies and any(abs(index - reading.first) <= REACH for index in hurt)
    if not spared and not _are_the_others(doc, reading, dies):
        return reading
    return replace(reading, metric="injured", rule="injured.shot", confidence=LIKELY)


def _are_the_others(doc: Doc, reading: Reading, dies: list[int]) -> bool:
    """Whether the sentence names who died before those who were shot too: "killed a clerk and shot three others"."""
    sentence = doc[reading.first].sent
    beside = any(token.lower_ in OTHERS for token in doc[reading.first : reading.after + 1])
    inside = [index for index in dies if sentence.start <= index < sentence.end]
    return beside and bool(inside) and inside[-1] < reading.first
