"""Kinds of events: their words, and what a kind says about two reports being about one event."""

from pydantic import Field

from claimx.lexicon.entry import Entry
from claimx.lexicon.load import lexicon_folder, read_entries


class Occurrence(Entry):
    """A kind of event.

    Attributes:
        words: Words that name it, in lower case.
        families: Kinds that share a family may be two names of one event: a landslide and a collapse.
        recurs: It happens again at one place within days: a shooting, and no earthquake.
        lasts: It goes on for weeks, so that its counts accumulate: a war.
        spreads: It hits many places at once, so that a province is only a part of it: a flood.
    """

    words: tuple[str, ...] = Field(min_length=1)
    families: tuple[str, ...] = Field(min_length=1)
    recurs: bool = False
    lasts: bool = False
    spreads: bool = False


def read_occurrences(language: str = "en") -> tuple[Occurrence, ...]:
    """Read `occurrences.toml`.

    Raises:
        LexiconError: If an entry is malformed.
    """
    return read_entries(lexicon_folder(language) / "occurrences.toml", Occurrence)
