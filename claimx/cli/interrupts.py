"""Ctrl-C, even where a library makes another error of it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType


class Interrupts:
    """Whether the user has interrupted the command.

    Attributes:
        seen: Whether Ctrl-C was pressed.
    """

    seen = False

    def handle(self, number: int, frame: FrameType | None) -> None:
        """Take note, and raise as Python does.

        Raises:
            KeyboardInterrupt: Always.
        """
        self.seen = True
        signal.default_int_handler(number, frame)


@contextmanager
def noted_interrupts() -> Iterator[Interrupts]:
    """Take note of Ctrl-C while a command runs.

    Pydantic makes "Error calling function" of a KeyboardInterrupt that is raised while it writes a field, and a user
    who pressed Ctrl-C was told of a bug.
    """
    interrupts = Interrupts()
    ours = current_thread() is main_thread() and signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if ours:
        signal.signal(signal.SIGINT, interrupts.handle)
    try:
        yield interrupts
    finally:
        if ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)
