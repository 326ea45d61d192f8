"""The speakers of an article, looked up by where they are named and by name."""

from collections.abc import Iterable
from dataclasses import replace

from claimx.pipeline.layers import SpeakerLayer
from claimx.pipeline.quotes.tokens import TokenIndex


class KnownSpeakers:
    """Speakers in their order; those whom only figures come from join them.

    Args:
        speakers: Whoever is quoted.
        index: The tokens of the document.

    Attributes:
        speakers: All so far.
    """

    def __init__(self, speakers: Iterable[SpeakerLayer], index: TokenIndex) -> None:
        self.index = index
        self.speakers: list[SpeakerLayer] = []
        self._at: dict[int, int] = {}
        self._named: dict[str, int] = {}
        for speaker in speakers:
            self._put(speaker)

    def mentioned(self, source: tuple[int, int]) -> int | None:
        """The first speaker whom some tokens, half-open, mention."""
        return min((self._at[token] for token in range(*source) if token in self._at), default=None)

    def named(self, name: str) -> int | None:
        """The first speaker of a name, capitals or not."""
        return self._named.get(name.casefold())

    def mention(self, number: int, source: tuple[int, int]) -> None:
        """Take in one more mention of a speaker."""
        speaker = self.speakers[number]
        mentions = sorted({*speaker.mentions, self.index.offsets(source)}, key=lambda each: (each.start, each.end))
        self.speakers[number] = replace(speaker, mentions=tuple(mentions))
        self._mark(source, number)

    def add(self, speaker: SpeakerLayer) -> int:
        """Take in one more speaker; gives their number."""
        self._put(speaker)
        return len(self.speakers) - 1

    def _put(self, speaker: SpeakerLayer) -> None:
        number = len(self.speakers)
        self.speakers.append(speaker)
        self._named.setdefault(speaker.name.casefold(), number)
        for each in speaker.mentions:
            self._mark((self.index.at(each.start), self.index.at(each.end - 1) + 1), number)

    def _mark(self, tokens: tuple[int, int], number: int) -> None:
        for token in range(*tokens):
            self._at.setdefault(token, number)
