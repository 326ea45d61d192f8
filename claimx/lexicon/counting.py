"""Words of counting rules: with the gunman or without, confirmed or suspected."""

from dataclasses import dataclass
from functools import cache

from claimx.lexicon.entry import Entry
from claimx.lexicon.load import lexicon_folder, read_entries


class CountingEntry(Entry):
    """Words of one function; its id is the function.

    Attributes:
        words: Words or phrases in lower case.
        verbs: Lemmas of the verbs that its participles come from.
    """

    words: tuple[str, ...]
    verbs: tuple[str, ...] = ()


@dataclass(frozen=True)
class CountingWords:
    """Words of counting rules, in lower case.

    Attributes:
        frames: What takes somebody in or leaves them out: "not counting".
        doers: Those who did it.
        how: Participles that tell which ones are counted.
        verbs: Lemmas whose participles these are.
    """

    frames: tuple[str, ...]
    doers: tuple[str, ...]
    how: frozenset[str]
    verbs: frozenset[str]


@cache
def load_counting_words(language: str = "en") -> CountingWords:
    """The words of `counting.toml`.

    Raises:
        LexiconError: If an entry is malformed.
    """
    entries = {entry.id: entry for entry in read_entries(lexicon_folder(language) / "counting.toml", CountingEntry)}
    return CountingWords(
        frames=entries["frame"].words,
        doers=entries["doer"].words,
        how=frozenset(entries["how"].words),
        verbs=frozenset(entries["how"].verbs),
    )
