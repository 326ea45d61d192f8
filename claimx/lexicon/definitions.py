"""Counts that are easily taken for one another: hostages taken and held, confirmed and presumed, hurt and treated."""

from functools import cache

from pydantic import Field

from claimx.lexicon.entry import Entry
from claimx.lexicon.load import lexicon_folder, read_entries


class DefinitionEntry(Entry):
    """Two definitions of one count.

    Attributes:
        metrics: Where there is no axis, the two metrics; else those for which the axis is meant, all where empty.
        axis: The axis of contrasts.toml whose sides are the definitions.
        says: The difference in words.
        fires: Two articles each, divided by "|".
        silent: The same.
    """

    metrics: tuple[str, ...] = ()
    axis: str | None = None
    says: str = Field(min_length=3)


@cache
def read_definitions(language: str = "en") -> tuple[DefinitionEntry, ...]:
    """Read `definitions.toml`.

    Raises:
        LexiconError: If an entry is malformed.
    """
    return read_entries(lexicon_folder(language) / "definitions.toml", DefinitionEntry)
