"""Making many records without the search for cycles, which looks at every one of them again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected(*, for_good: bool = False) -> Iterator[None]:
    """Let the garbage collector rest, and let it go on afterwards if it was at work.

    Args:
        for_good: Whether what lives at the end is never looked at again: it goes when nothing holds it, as all else
            that is in no cycle.
    """
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if for_good:
            gc.freeze()
        if working:
            gc.enable()
