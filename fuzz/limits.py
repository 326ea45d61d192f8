"""What one execution may cost: processor time, and the memory of the process at its highest."""

import resource
import sys
import time
from collections.abc import Callable

from fuzz.target import BrokenLawError

MAX_SECONDS = 2.0
"""Processor time of one execution, instrumented; a busy machine does not count against it."""
MAX_MEMORY = 512 * 1024 * 1024
"""Of the whole process, interpreter and language model included."""
MAX_WALL_SECONDS = 300
"""After so long the fuzzer itself ends an execution that never returns to Python."""


def within_limits(check: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """The same check, which raises BrokenLawError where an execution takes more than it may."""

    def checked(data: bytes) -> None:
        began = time.process_time()
        check(data)
        took = time.process_time() - began
        if took > MAX_SECONDS:
            raise BrokenLawError(f"an input of {len(data):,} bytes took {took:.1f} seconds")
        if peak_memory() > MAX_MEMORY:
            raise BrokenLawError(f"after an input of {len(data):,} bytes the process took {peak_memory():,} bytes")

    return checked


def peak_memory() -> int:
    """The most memory that this process had at any time, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
