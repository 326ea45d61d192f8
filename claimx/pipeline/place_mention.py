"""A place where a document names it: what it is and how it stands in its sentence."""

from dataclasses import dataclass
from typing import Literal

from claimx.lexicon.places import PlaceSort

Role = Literal[
    "inside", "object", "modifier", "owner", "dateline", "toward", "actor", "other", "generic", "people", "venue"
]
"""How a place stands in its sentence.

inside: "in Antalya"; object: "hit Fiji"; modifier: "the Lima bombing"; owner: "Peru's capital"; toward: "from
Tunis"; actor: "Kenya declares", "Lima police"; generic: "the enclave"; dateline: "TUNIS —"; people: "Kenyan";
venue: where something is only spoken of: "talks in Tunis", "said in Tunis".
"""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place where it is named; token indices and code points, half-open.

    Attributes:
        first: First token.
        last: One past the last token.
        start: First code point.
        end: One past the last.
        text: The words.
        name: The gazetteer's name, or the words themselves.
        code: ISO 3166 code.
        sort: What sort of place; None where the gazetteer does not know it.
        role: How it stands in its sentence.
        anchor: Token that it is attached to: the word that "in" hangs on.
        follows: It only tells where the place before it lies: "Peru" in "Tarvo, Peru".
        building: It is a building, a place only for want of a town.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    name: str
    code: str | None
    sort: PlaceSort | None
    role: Role = "other"
    anchor: int = 0
    follows: bool = False
    building: bool = False

    @property
    def label(self) -> str:
        """The words for it, or its name where they only point back: "the city"."""
        return self.name if self.text.casefold().startswith(("the ", "this ")) else self.text

    @property
    def country(self) -> str | None:
        """The country's part of the code."""
        return self.code.split("-")[0] if self.code else None
