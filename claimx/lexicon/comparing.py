"""Sets of words that the comparison reads: vague sources, units of distance, plurals of events."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from pydantic import Field

from claimx.lexicon.entry import Entry
from claimx.lexicon.load import lexicon_folder, read_entries

WordSetId = Literal[
    "group-of-all",
    "length",
    "kind-of-place",
    "several-events",
    "separate-events",
    "single-events",
    "all-about",
    "together-with",
    "attacker-died",
    "vague-source",
    "first-report",
    "one-person",
    "of-them",
    "others",
    "the-other",
    "the-next",
    "one-instance",
    "a-number",
    "attacker-hurt",
    "died",
    "trifling",
    "denying",
    "english-speaking",
    "little",
    "plural-people",
]


class WordSet(Entry):
    """A set of words with one use.

    Attributes:
        id: Its name in the code.
        about: What its words have in common.
        words: The words, in lower case.
    """

    id: WordSetId
    about: str
    words: tuple[str, ...] = Field(min_length=1)


@cache
def _sets() -> Mapping[str, WordSet]:
    return {entry.id: entry for entry in read_entries(lexicon_folder() / "comparing.toml", WordSet)}


@cache
def word_set(name: WordSetId) -> frozenset[str]:
    """The words of a set.

    Args:
        name: The id of the set.

    Raises:
        LexiconError: If `comparing.toml` is malformed.
    """
    return frozenset(_sets()[name].words)


def alternatives(name: WordSetId) -> str:
    """The words of a set as alternatives of a regular expression, the longest first."""
    return "|".join(re.escape(word) for word in sorted(_sets()[name].words, key=lambda word: (-len(word), word)))
