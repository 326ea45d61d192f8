"""Start and end processes of the pool."""

import os
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from claimx.batch.worker import serve

ONE_THREAD: Mapping[str, str] = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
"""A process of the pool has a core to itself; with a thread for each core they would fight over all of them."""

PATIENCE = 2.0
"""Seconds that a process has to end by itself."""


@dataclass(eq=False, slots=True)
class Spawned:
    """A process and the line to it.

    Attributes:
        process: The process.
        connection: Our end of the line.
    """

    process: SpawnProcess
    connection: Connection

    def ended(self) -> int | None:
        """Wait until the process is gone, whose line has broken off.

        Returns:
            Its exit code, or the negative number of the signal that ended it; None where it lived on without its line.
        """
        self.process.join(PATIENCE)
        code = self.process.exitcode
        self.end(at_once=True)
        return code

    def end(self, *, at_once: bool) -> None:
        """End the process and wait until it is gone.

        Args:
            at_once: Whether to kill it; otherwise it may finish what it is at.
        """
        with suppress(OSError, ValueError):
            if not at_once:
                self.connection.send(None)
                self.process.join(PATIENCE)
        self.process.kill()
        self.process.join()
        self.connection.close()


def spawn(settings: str, target: Callable[[Connection, str], None] = serve) -> Spawned:
    """Start a process that answers articles.

    Args:
        settings: What decides what is found, as JSON.
        target: What runs in it.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=target, args=(theirs, settings), daemon=True, name="claimx worker")
    with _environment(ONE_THREAD), _without_interrupts():
        process.start()
    theirs.close()
    return Spawned(process, ours)


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    """Set variables that a process takes over when it starts; what the user has set himself stays."""
    added = {name: value for name, value in values.items() if name not in os.environ}
    os.environ.update(added)
    try:
        yield
    finally:
        for name in added:
            del os.environ[name]


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back while a process starts, which takes that over; it would end in a traceback there."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # it would let signals through in the middle of this
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
