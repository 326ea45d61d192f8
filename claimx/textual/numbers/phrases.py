"""Look phrases up in tokens, forwards and backwards, the longest first."""

from collections.abc import Collection, Mapping
from typing import Generic, NamedTuple, TypeVar

from claimx.textual.numbers.tokens import Tokens

Value = TypeVar("Value")


class _Word(NamedTuple):
    """A word of a phrase, and whether it is written onto the word before it."""

    low: str
    glued: bool


class _Entry(Generic[Value]):
    """The phrases that begin, or end, with one word.

    Attributes:
        longer: By the word beside it, the phrases of several words, the longest first.
        alone: What the word means by itself, in a tuple.
    """

    __slots__ = ("alone", "longer")

    def __init__(self) -> None:
        self.longer: dict[str, list[tuple[tuple[_Word, ...], Value]]] = {}
        self.alone: tuple[Value] | None = None

    def add(self, words: tuple[_Word, ...], beside: int, value: Value) -> None:
        """Take a phrase in, given the index of the word beside the one that it is kept under."""
        if len(words) == 1:
            self.alone = self.alone or (value,)
        else:
            self.longer.setdefault(words[beside].low, []).append((words, value))


class Phrases(Generic[Value]):
    """A table of phrases, each with what it means.

    Spaces count: "a$" is not found in "a $3 fine", nor "-plus" in "10 - plus".

    Args:
        table: Phrases as written, lower case ("at least", "no-one"), with their values.
    """

    __slots__ = ("_by_first", "_by_last")

    def __init__(self, table: Mapping[str, Value]) -> None:
        self._by_first: dict[str, _Entry[Value]] = {}
        self._by_last: dict[str, _Entry[Value]] = {}
        cut = {phrase: Tokens(phrase) for phrase in table}
        for phrase in sorted(table, key=lambda each: (-cut[each].size, each)):
            tokens = cut[phrase]
            words = tuple(_Word(token.low, tokens.glued(index)) for index, token in enumerate(tokens.items))
            if words:
                self._by_first.setdefault(words[0].low, _Entry()).add(words, 1, table[phrase])
                self._by_last.setdefault(words[-1].low, _Entry()).add(words, -2, table[phrase])

    @property
    def first_words(self) -> Collection[str]:
        """What the phrases begin with: most words of a text begin none."""
        return self._by_first.keys()

    def ahead(self, tokens: Tokens, start: int) -> tuple[Value, int] | None:
        """The longest phrase that starts at a token, with the index after it."""
        entry = self._by_first.get(tokens.low(start))
        if entry is None:
            return None
        for words, value in entry.longer.get(tokens.low(start + 1), ()):
            if _stands(tokens, start, words):
                return value, start + len(words)
        return None if entry.alone is None else (entry.alone[0], start + 1)

    def behind(self, tokens: Tokens, end: int) -> tuple[Value, int] | None:
        """The longest phrase that ends before a token, with the index of its first token."""
        entry = self._by_last.get(tokens.low(end - 1))
        if entry is None:
            return None
        for words, value in entry.longer.get(tokens.low(end - 2), ()):
            if _stands(tokens, end - len(words), words):
                return value, end - len(words)
        return None if entry.alone is None else (entry.alone[0], end - 1)


def _stands(tokens: Tokens, start: int, words: tuple[_Word, ...]) -> bool:
    if start < 0 or start + len(words) > tokens.size:
        return False
    for index, word in enumerate(words, start):
        if tokens.items[index].low != word.low or (index > start and tokens.glued(index) != word.glued):
            return False
    return True
