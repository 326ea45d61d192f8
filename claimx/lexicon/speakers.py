"""Words that tell what sort of speaker a phrase names."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from claimx.lexicon.entry import Entry, up_to

SpeakerNounKind = Literal["role", "organization", "government", "document", "collective", "anonymous"]
KINDS: tuple[SpeakerNounKind, ...] = get_args(SpeakerNounKind)
Gender = Literal["f", "m"]

LONGEST_NOUN = 3
"""Words that the rules look up together."""


class SpeakerNouns(Entry):
    """Common nouns for those who speak; `fires` name a speaker of this kind with a noun of the entry, `silent` do not.

    Attributes:
        kind: What sort of speaker they name; `role` is a person by office or work.
        nouns: Singulars in lower case, of up to three words, with an irregular plural as `alumna:alumnae`.
        same: A word that they share as offices: "spokesman", "spokeswoman" and "spokesperson" are one.
        gender: Of a role that tells it.
    """

    kind: SpeakerNounKind
    nouns: tuple[Annotated[str, up_to(LONGEST_NOUN)], ...] = Field(min_length=1)
    same: str | None = None
    gender: Gender | None = None


class Titles(Entry):
    """Words before or within names.

    Attributes:
        part: `title` before a name, `particle` within it, `given` for first names whose bearers have one gender.
        words: In lower case, without dots.
        gender: Of a title that tells it.
        sure: Whether nobody but a person bears it: a bishop, but not General Motors.
        pointed: Of the words those that are written with a point ("Sgt."), which ends no sentence.
    """

    part: Literal["title", "particle", "given"]
    words: tuple[str, ...] = Field(min_length=1)
    gender: Gender | None = None
    sure: bool = False
    pointed: tuple[str, ...] = ()


class Agencies(Entry):
    """News agencies and the like: what is said through them is not said by them.

    Attributes:
        names: As written; the first is the usual one.
        wire: Whether it is an agency whose texts other outlets print; all its names are one source.
    """

    names: tuple[str, ...] = Field(min_length=1)
    wire: bool = False
