"""Where a figure comes from: the chain from the outlet to whoever had it first, and the sources behind a group."""

from typing import Literal

from claimx.records.base import Record

LinkKind = Literal["outlet", "agency", "text", "body", "person", "source"]


class Link(Record):
    """One link of a chain of telling.

    Attributes:
        kind: outlet, agency, a text that others print too, official body, person, or any other source.
        name: Its name: "Gaza Strip health ministry".
    """

    kind: LinkKind
    name: str


class SourceOfGroup(Record):
    """One independent source of a group.

    Attributes:
        kind: What it is.
        name: Its name.
        claims: Ids of the figures that come from it, in the order of the members.
    """

    kind: LinkKind
    name: str
    claims: tuple[str, ...]
