"""Look phrases up in tokens, forwards and backwards, the longest first."""

from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

from claimx.textual.numbers.tokens import Tokens

Value = TypeVar("Value")


class _Word(NamedTuple):
    """A word of a phrase, and whether it is written onto the word before it."""

    low: str
    glued: bool


class Phrases(Generic[Value]):
    """A table of phrases, each with what it means.

    Spaces count: "a$" is not found in "a $3 fine", nor "-plus" in "10 - plus".

    Args:
        table: Phrases as written, lower case ("at least", "no-one"), with their values.
    """

    __slots__ = ("_by_first", "_by_last")

    def __init__(self, table: Mapping[str, Value]) -> None:
        self._by_first: dict[str, list[tuple[tuple[_Word, ...], Value]]] = {}
        self._by_last: dict[str, list[tuple[tuple[_Word, ...], Value]]] = {}
        cut = {phrase: Tokens(phrase) for phrase in table}
        for phrase in sorted(table, key=lambda each: (-cut[each].size, each)):
            tokens = cut[phrase]
            words = tuple(_Word(token.low, tokens.glued(index)) for index, token in enumerate(tokens.items))
            if words:
                self._by_first.setdefault(words[0].low, []).append((words, table[phrase]))
                self._by_last.setdefault(words[-1].low, []).append((words, table[phrase]))

    def ahead(self, tokens: Tokens, start: int) -> tuple[Value, int] | None:
        """The longest phrase that starts at a token, with the index after it."""
        for words, value in self._by_first.get(tokens.low(start), ()):
            if _stands(tokens, start, words):
                return value, start + len(words)
        return None

    def behind(self, tokens: Tokens, end: int) -> tuple[Value, int] | None:
        """The longest phrase that ends before a token, with the index of its first token."""
        for words, value in self._by_last.get(tokens.low(end - 1), ()):
            if _stands(tokens, end - len(words), words):
                return value, end - len(words)
        return None


def _stands(tokens: Tokens, start: int, words: tuple[_Word, ...]) -> bool:
    if start < 0 or start + len(words) > tokens.size:
        return False
    for index, word in enumerate(words, start):
        if tokens.items[index].low != word.low or (index > start and tokens.glued(index) != word.glued):
            return False
    return True
