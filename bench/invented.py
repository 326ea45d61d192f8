"""Invented words, names and sentences, as diverse as news: a few words are frequent, most are rare."""

import random
from bisect import bisect
from itertools import accumulate

VOCABULARY, LEAST, MOST = 12_000, 9, 24
"""Words there are, and words of a sentence."""

COMMON = "the of to and in a that for on with as at by from was were had has it its their after which who an"
SYLLABLES = "b d f g h k l m n p r s t v z br dr gr kl pr st tr / a e i o u ai ou / n r l s t k m"
LITTLE = COMMON.split()
ONSETS, VOWELS, ENDS = (part.split() for part in SYLLABLES.split("/"))


class Words:
    """A vocabulary.

    Args:
        seed: What chance begins with.
    """

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)  # noqa: S311 - the same words each time
        words = list(dict.fromkeys(self._invent() for _ in range(VOCABULARY * 2)))[:VOCABULARY]
        self._words = [*LITTLE, *words]
        # The little words are half of all; of the others the n-th is as frequent as 1 / n.
        weights = [len(LITTLE) / (n + 1) for n in range(len(LITTLE))] + [6 / (n + 8) for n in range(len(words))]
        self._sums = list(accumulate(weights))

    def _invent(self) -> str:
        draw = self._draw
        return "".join(
            draw.choice(ONSETS) + draw.choice(VOWELS) for _ in range(draw.choice((1, 2, 2, 3)))
        ) + draw.choice(ENDS)

    def name(self) -> str:
        """A name of a place or an outlet; each call gives another."""
        return self._invent().capitalize() + self._draw.choice(("", "a", "o", "stad", "port", "bury"))

    def person(self, draw: random.Random) -> str:
        """A person's name."""
        return f"{draw.choice(self._words[100:]).capitalize()} {draw.choice(self._words[100:]).capitalize()}"

    def word(self, draw: random.Random) -> str:
        """A word, the frequent ones more often."""
        return self._words[bisect(self._sums, draw.random() * self._sums[-1])]

    def sentence(self, draw: random.Random) -> list[str]:
        """The words of a sentence."""
        return [self.word(draw) for _ in range(draw.randint(LEAST, MOST))]
