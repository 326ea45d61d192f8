"""Work that is killed at a moment of its own choosing: before its n-th change of a file, or opening of one."""

import os
import signal
import warnings
from collections.abc import Callable
from pathlib import Path

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
        left = moment

        def counting(call: Callable[..., object]) -> Callable[..., object]:
            def called(*args: object, **options: object) -> object:
                nonlocal left
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
                left -= 1
                return call(*args, **options)

            return called

        for owner, name in CHANGES:
            setattr(owner, name, counting(getattr(owner, name)))
        work(*arguments)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])
