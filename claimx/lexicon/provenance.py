"""Words that tell where figures and texts come from: kinds of bodies, agencies, and how articles credit them."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from pydantic import Field

from claimx.lexicon.entry import Entry
from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.lexicon.speakers import Agencies

CreditShare = Literal["whole", "part"]


class BodyKind(Entry):
    """Words for a kind of official body; `fires` are phrases that name one, `silent` such as do not.

    Attributes:
        name: What the kind is called in reports; entries with one name are one kind.
        words: Words for it, in lower case.
        place: ISO 3166 code of the country where the words mean one body of one country, "world" where of none.
        needs_place: Whether they name nobody without a place: "officials".
        beside: Where they need a place: what may stand beside the two and changes nothing: "senior".
        unless: Words beside them that make another body of it: "Liberation" of an army.
        generic: Whether they may mean any body whose name holds them: "the ministry".
    """

    name: str
    words: tuple[str, ...] = Field(min_length=1)
    place: str | None = None
    needs_place: bool = False
    beside: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    generic: bool = False


class CreditWords(Entry):
    """Words by which an article credits an agency; `fires` are lines that do, `silent` such as do not.

    Attributes:
        share: Whether the agency wrote all of the article or some of it.
        words: The words, in lower case.
    """

    share: CreditShare
    words: tuple[str, ...] = Field(min_length=1)


@cache
def body_kinds() -> tuple[BodyKind, ...]:
    """The kinds of bodies.

    Raises:
        LexiconError: If `bodies.toml` is malformed.
    """
    return read_entries(lexicon_folder() / "bodies.toml", BodyKind)


@cache
def credit_words(share: CreditShare) -> tuple[str, ...]:
    """The words of one sort of credit, sorted.

    Raises:
        LexiconError: If `credits.toml` is malformed.
    """
    entries = read_entries(lexicon_folder() / "credits.toml", CreditWords)
    return tuple(sorted(word for entry in entries if entry.share == share for word in entry.words))


@cache
def agency_names() -> Mapping[str, str]:
    """The usual name of each agency by every name that it is written with.

    Raises:
        LexiconError: If `agencies.toml` is malformed.
    """
    entries = read_entries(lexicon_folder() / "agencies.toml", Agencies)
    return {name: entry.names[0] for entry in entries if entry.wire for name in entry.names}
