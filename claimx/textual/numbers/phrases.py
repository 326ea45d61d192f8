"""Look phrases up in tokens, forwards and backwards, the longest first."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from claimx.textual.numbers.tokens import Tokens

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """A table of phrases, each with what it means.

    Args:
        table: Phrases as written, lower case ("at least", "no-one"), with their values.
    """

    __slots__ = ("_by_first", "_by_last")

    def __init__(self, table: Mapping[str, Value]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase in sorted(table, key=lambda each: (-len(Tokens(each).items), each)):
            words = tuple(token.low for token in Tokens(phrase).items)
            if words:
                self._by_first.setdefault(words[0], []).append((words, table[phrase]))
                self._by_last.setdefault(words[-1], []).append((words, table[phrase]))

    def ahead(self, tokens: Tokens, start: int) -> tuple[Value, int] | None:
        """The longest phrase that starts at a token, with the index after it."""
        for words, value in self._by_first.get(tokens.low(start), ()):
            if all(tokens.low(start + step) == word for step, word in enumerate(words)):
                return value, start + len(words)
        return None

    def behind(self, tokens: Tokens, end: int) -> tuple[Value, int] | None:
        """The longest phrase that ends before a token, with the index of its first token."""
        for words, value in self._by_last.get(tokens.low(end - 1), ()):
            first = end - len(words)
            if all(tokens.low(first + step) == word for step, word in enumerate(words)):
                return value, first
        return None
