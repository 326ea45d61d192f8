"""Text as the word pieces that the network reads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

BREAK = 1
"""The piece between two paragraphs: one that the vocabulary keeps free."""


class Splitter(Protocol):
    """Splits a text into word pieces."""

    def __call__(self, text: str) -> tuple[Sequence[int], Sequence[tuple[int, int]]]:
        """Numbers of the pieces, and the code points of each."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of some paragraphs of one article.

    Attributes:
        numbers: Number of each piece in the vocabulary.
        spans: Code points of each piece in the article; empty at a break.
    """

    numbers: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


def split_paragraphs(text: str, paragraphs: Iterable[tuple[int, int]], split: Splitter) -> Pieces:
    """Split some paragraphs of a text, with a break between each two.

    Args:
        text: The article.
        paragraphs: Code points of the paragraphs, half-open, in order.
        split: The splitter that the network was trained with.
    """
    numbers: list[int] = []
    spans: list[tuple[int, int]] = []
    for start, end in paragraphs:
        found, places = split(text[start:end])
        if not found:
            continue
        if numbers:
            numbers.append(BREAK)
            spans.append((start, start))
        numbers += found
        spans += [(start + first, start + last) for first, last in places]
    return Pieces(tuple(numbers), tuple(spans))
