"""How far a long run is, on a line of standard error that a terminal alone shows: count, rate, time left."""

import shutil
import sys
from collections.abc import Callable
from time import monotonic

from claimx.cli.streams import CLEAR_LINE, obeys_escapes

SETTLED = 3
"""Articles after which a rate says something; the first ones take the loading of what they need along."""

PAUSE = 0.1
"""Seconds between two lines: a fast run is not to spend its time on telling how fast it is."""

MINUTE, HOUR = 60, 3600


class Progress:
    """A line on stderr that says how far the run is; silent unless stderr is a terminal that obeys.

    Args:
        on: Whether it is wanted; not where records are written to the same terminal as they come.
        clock: Tells the time in seconds.
    """

    def __init__(self, *, on: bool, clock: Callable[[], float] = monotonic) -> None:
        self.on = on and obeys_escapes(sys.stderr)
        self._clock = clock
        self._shown = False
        self._first: tuple[float, int] | None = None
        self._last = float("-inf")

    def show(self, what: str) -> None:
        """Replace the line."""
        if self.on:
            width = shutil.get_terminal_size().columns - 1
            sys.stderr.write(CLEAR_LINE + what[:width])
            sys.stderr.flush()
            self._shown = True

    def count(self, done: int, what: str, total: int | None = None) -> None:
        """Say how many are done, how fast, and how long the rest will take.

        Args:
            done: How many.
            what: What they are: `articles`.
            total: How many there are, where that is known.
        """
        if not self.on:
            return
        now = self._clock()
        if self._first is None:
            self._first = (now, done)
        if now - self._last < PAUSE and done != total:
            return
        self._last = now
        since, begun = self._first
        rate = (done - begun) / (now - since) if done - begun >= SETTLED and now > since else None
        self.show(pace(done, what, total, rate))

    def clear(self) -> None:
        """Take the line away, so that others can write."""
        if self._shown:
            sys.stderr.write(CLEAR_LINE)
            sys.stderr.flush()
            self._shown = False
            self._last = float("-inf")


def pace(done: int, what: str, total: int | None, rate: float | None) -> str:
    """`1,204 of 9,000 articles, 35 a second, 3 min 43 s left`.

    Args:
        done: How many are done.
        what: What they are.
        total: How many there are; None, or fewer than are done, where that is not known.
        rate: How many a second; None where it cannot be told yet.
    """
    known = total if total is not None and total >= done else None
    parts = [f"{done:,} of {known:,} {what}" if known is not None else f"{done:,} {what}"]
    if rate:
        parts.append(f"{rate:,.0f} a second" if rate >= SETTLED else f"{rate * MINUTE:,.0f} a minute")
        if known is not None and known > done:
            parts.append(f"{duration((known - done) / rate)} left")
    return ", ".join(parts)


def duration(seconds: float) -> str:
    """`8 s`, `3 min 43 s`, `2 h 5 min`."""
    whole = max(1, round(seconds))
    if whole >= HOUR:
        return f"{whole // HOUR:,} h {whole % HOUR // MINUTE} min"
    return f"{whole // MINUTE} min {whole % MINUTE} s" if whole >= MINUTE else f"{whole} s"
