"""Work that is cut short at a moment of its own choosing: before its n-th change of a file, or opening of one."""

import os
import signal
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

Set = Callable[[object, str, object], None]

CHANGES = ((os, "fsync"), (os, "unlink"), (Path, "mkdir"), (Path, "unlink"), (Path, "replace"), (Path, "open"))


def killed_at(moment: int, work: Callable[..., object], *arguments: object) -> bool:
    """Work in a process that is killed.

    Args:
        moment: How many changes it comes to make.
        work: What it does.
        arguments: What with.

    Returns:
        Whether it was killed; it had ended otherwise.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of threads that libraries of other tests have started
        child = os.fork()
    if child == 0:
        count_changes(moment, lambda: os.kill(os.getpid(), signal.SIGKILL), setattr)
        work(*arguments)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@contextmanager
def failing_at(moment: int, number: int) -> Iterator[None]:
    """Let a change fail, and all after it, as on a disk that is full.

    Args:
        moment: How many changes succeed.
        number: Of the error.
    """

    def fail() -> None:
        raise OSError(number, os.strerror(number))

    with pytest.MonkeyPatch.context() as patch:
        count_changes(moment, fail, patch.setattr)
        yield


def count_changes(moment: int, end: Callable[[], None], put: Set) -> None:
    """Have `end` called before each change of a file but the first ones."""
    left = moment

    def counting(call: Callable[..., object]) -> Callable[..., object]:
        def called(*args: object, **options: object) -> object:
            nonlocal left
            if left == 0:
                end()
            else:
                left -= 1
            return call(*args, **options)

        return called

    for owner, name in CHANGES:
        put(owner, name, counting(getattr(owner, name)))
