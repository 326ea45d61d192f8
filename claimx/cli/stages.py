"""What `--verbose` says on standard error: how long each stage of a run took, and what else is worth knowing."""

from collections.abc import Callable, Sequence
from time import perf_counter

from claimx.cli.streams import say
from claimx.report.sanitize import printable

MOST_NAMED = 8


class Stages:
    """Times the stages of a run; says nothing unless it is wanted.

    Args:
        on: Whether it is.
        clock: Tells the time in seconds.
    """

    def __init__(self, *, on: bool, clock: Callable[[], float] = perf_counter) -> None:
        self.on = on
        self._clock = clock
        self._spent: dict[str, float] = {}
        self._running: tuple[str, float] | None = None

    def begin(self, stage: str) -> None:
        """End the stage that runs, and begin one; a stage may run several times, and is timed as one.

        Args:
            stage: What it is called: `comparing`.
        """
        now = self._clock()
        if self._running:
            name, since = self._running
            self._spent[name] = self._spent.get(name, 0.0) + now - since
        self._spent.setdefault(stage, 0.0)
        self._running = (stage, now)

    def tell(self, what: str) -> None:
        """Say something that only who asks for more wants to know."""
        if self.on:
            say(printable(f"claimx: {what}"))

    def tell_some(self, what: str, names: Sequence[str]) -> None:
        """The same with names, of which the first few are told.

        Args:
            what: What they are; nothing is said where there are none.
            names: The names.
        """
        if names:
            more = f" and {len(names) - MOST_NAMED:,} more" if len(names) > MOST_NAMED else ""
            self.tell(f"{what}: {', '.join(names[:MOST_NAMED])}{more}")

    def end(self) -> None:
        """End the stage that runs, and say how long each took."""
        if self._running:
            self.begin(self._running[0])
            self._running = None
        self.tell(", ".join(f"{stage} {seconds:.2f} s" for stage, seconds in self._spent.items()))
