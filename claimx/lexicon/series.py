"""What the figures of a metric may do over time, and words that say otherwise or tell a figure's standing."""

from typing import Literal

from pydantic import Field

from claimx.lexicon.entry import Entry
from claimx.records.claim import Series


class SeriesEntry(Entry):
    """What a metric is; its id is the metric's.

    Attributes:
        usual: What its figures do.
        lasting: What they do where the event goes on; None where that makes no difference.
        stays_open: Whether an event's total may rise for as long as there are courts and inquests.
        counts: Whether it is about people; the unit of a metric of things is the noun that is counted.
    """

    usual: Series
    counts: Literal["people", "things"]
    lasting: Series | None = None
    stays_open: bool = False


class StatusEntry(Entry):
    """Words that make of a figure a forecast, a target or a limit.

    Attributes:
        status: What they make of it.
        verbs: Lemmas that govern the figure's clause.
        nouns: Nouns that the figure belongs to: "a target of 30".
        auxiliaries: Auxiliaries of the figure's verb.
        possible: Auxiliaries of a verb that may yet come about: "could displace", but no "could have displaced".
        perceived: Lemmas of verbs whose "could" tells what there was: "could be seen".
        phrases: Words right beside the figure.
    """

    status: Literal["forecast", "target", "threshold"]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    perceived: tuple[str, ...] = ()
    phrases: tuple[str, ...] = Field(default=())
