"""Who speaks, and where a figure comes from."""

from typing import Literal

from claimx.records.base import Record
from claimx.records.span import Span

SpeakerKind = Literal["person", "organization", "government", "document", "collective", "anonymous"]


class Speaker(Record):
    """One who is quoted or who is named as a source; one entry for all the names that the article uses.

    Attributes:
        id: Hash of article and name.
        name: The fullest name that the article gives.
        kind: What sort of speaker.
        role: Office or profession.
        affiliation: The body or country that the role belongs to.
        mentions: Where the article names them, pronouns included, in order.
    """

    id: str
    name: str
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None
    mentions: tuple[Span, ...] = ()


class Attribution(Span):
    """The source that the article names for a figure, as written.

    Attributes:
        speaker_id: The speaker that it resolves to.
        chain: From the outermost teller to the origin: an agency's tally, then the official body.
    """

    speaker_id: str | None = None
    chain: tuple[Span, ...] = ()
