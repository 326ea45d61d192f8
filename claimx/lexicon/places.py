"""Words for places beside those of the gazetteer packages: aliases, words that point back, words around a name."""

from collections.abc import Iterable
from typing import Literal, Self

from pydantic import model_validator

from claimx.lexicon.entry import Entry

PlaceKind = Literal[
    "alias",
    "generic",
    "region_of_world",
    "world",
    "feature_after",
    "feature_before",
    "building",
    "town_building",
    "part_word",
    "water_word",
    "inside",
    "toward",
    "people_word",
    "namesake_word",
    "speech_word",
    "settlement_word",
    "talk_word",
    "partly_word",
    "no_place",
]
PlaceSort = Literal["country", "region", "city", "territory", "area"]


class PlaceEntry(Entry):
    """Words for a place, or words that make a place of a name.

    Attributes:
        kind: What the words do.
        words: The words, spelled as in the text.
        name: Of an alias: the place that they mean.
        code: Its ISO 3166 code.
        sort: Of an alias: what sort of place it is.
        refers: Of a generic word: the sort of place that it points back to.
    """

    kind: PlaceKind
    words: tuple[str, ...]
    name: str | None = None
    code: str | None = None
    sort: PlaceSort | None = None
    refers: PlaceSort | None = None

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        if not (self.kind == "alias") == (self.name is not None) == (self.sort is not None):
            msg = "an alias, and nothing else, has a name and a sort"
            raise ValueError(msg)
        if (self.kind == "generic") != (self.refers is not None):
            msg = "a generic word, and nothing else, refers to a sort of place"
            raise ValueError(msg)
        return self


def words_of(entries: Iterable[PlaceEntry], kind: PlaceKind) -> tuple[str, ...]:
    """All words of one kind, in the file's order."""
    return tuple(word for entry in entries if entry.kind == kind for word in entry.words)
