"""What changed between two versions of one article, and what became of a draft's figures."""

from typing import Literal

from claimx.records.base import Record


class Revision(Record):
    """A figure that changed between two versions of one article."""

    a: str | None = None
    b: str | None = None
    change: Literal["added", "dropped", "value", "hedge", "attribution"]
    noted: bool


DraftStatus = Literal[
    "found", "hedge_dropped", "hedge_added", "hedge_changed", "scope_shifted", "stale", "says_otherwise", "not_found"
]


class DraftFigure(Record):
    """A figure of a draft, held against the articles that it draws on.

    Attributes:
        article_id: The draft.
        claim_id: The figure.
        status: What became of it.
        against: The figures of the sources that decide it; empty where there is nothing like it.
    """

    article_id: str
    claim_id: str
    status: DraftStatus
    against: tuple[str, ...] = ()
