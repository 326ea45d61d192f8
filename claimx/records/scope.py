"""Who, where, when: what a figure is about."""

from typing import Literal

from pydantic import Field

from claimx.records.base import Record
from claimx.records.span import Span

FoundIn = Literal["sentence", "event", "article"]


class Who(Span):
    """The people or things counted, as the text describes them.

    Attributes:
        groups: Tags of the populations named, sorted: `civilian`, `palestinian`, `woman`.
    """

    groups: tuple[str, ...] = ()


class Where(Span):
    """A place.

    Attributes:
        name: The name that a gazetteer gives it.
        code: ISO 3166 code of the country (`PS`) or first-level region (`US-TX`).
        found_in: Where it was found: the figure's own sentence, a mention of its event, or merely the place that the
            article is about, which is a guess. None in JSON of older versions.
    """

    name: str
    code: str | None = None
    found_in: FoundIn | None = None


class When(Span):
    """A time, as the text gives it and as dates.

    Attributes:
        from_: First day, `2023-10-07`, or month `2023-10`.
        to: Last day.
    """

    from_: str | None = Field(default=None, alias="from")
    to: str | None = None


class Event(Record):
    """What figures are about; a claim points here.

    Attributes:
        id: Hash of article and name.
        name: A short name from the article's own words.
        kind: attack, war, earthquake, crash, truce and so on.
        from_: First day.
        to: Last day.
        place: Where it happened, as the article names it.
        mentions: Where the article speaks of it.
    """

    id: str
    name: str
    kind: str
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None
    place: str | None = None
    mentions: tuple[Span, ...] = ()
