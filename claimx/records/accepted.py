"""What a desk has accepted, and what has changed since an earlier run."""

from typing import Literal

from pydantic import Field

from claimx.records.base import Level, Record
from claimx.records.day import Day

AcceptedVerdict = Literal["expected", "resolved", "false-positive"]


class Accepted(Record):
    """One entry of a baseline: a finding that is not to be shown again.

    Attributes:
        fingerprint: Of the finding.
        verdict: expected: both figures are right in their way; resolved: it is known which one holds; false-positive:
            the two are not of one thing.
        reason: Why, for whoever reads the file next.
        by: Who decided.
        until: The last day on which it holds; for ever without one.
        code: The finding's code when it was accepted.
        message: What it said then.
        figures: The figures that its group had then, as `outlet: number`; what is shown later is new beside them.
    """

    fingerprint: str = Field(min_length=1)
    verdict: AcceptedVerdict
    reason: str = Field(min_length=1)
    by: str | None = None
    until: Day | None = None
    code: str | None = None
    message: str | None = None
    figures: tuple[str, ...] = ()


class Audited(Record):
    """What has become of an entry.

    Attributes:
        entry: The entry.
        state: holds: it hides a finding of the run; stale: there is no such finding; lapsed: its time is over.
    """

    entry: Accepted
    state: Literal["holds", "stale", "lapsed"]


class BaselineUse(Record):
    """What a baseline did in a run.

    Attributes:
        file: The baseline, as the user named it.
        entries: How many it has.
        suppressed: How many findings it hides.
        stale: Fingerprints of entries that match no finding any longer.
        lapsed: Fingerprints of entries whose time is over; their findings are shown.
    """

    file: str
    entries: int
    suppressed: int
    stale: tuple[str, ...] = ()
    lapsed: tuple[str, ...] = ()


class GoneFinding(Record):
    """A finding of an earlier run that is not there any more."""

    code: str
    level: Level
    message: str
    fingerprint: str


class PreviousUse(Record):
    """What is new since an earlier run.

    Attributes:
        file: The earlier run, as the user named it.
        new: How many findings were not there.
        gone: Findings that were there and are no longer.
    """

    file: str
    new: int
    gone: tuple[GoneFinding, ...] = ()
