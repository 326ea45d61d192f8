"""How a process ended that was to read an article, in words and with a remedy; memory is not the only reason."""

import signal
from dataclasses import dataclass

from claimx.sources.interface import TOO_LARGE
from claimx.workflow.unread import GIVEN_UP

DIED, TOO_LONG = GIVEN_UP, "CX992"

MAY_END_OTHERWISE = frozenset({DIED, TOO_LONG, TOO_LARGE})
"""Codes of what may be read at another try: with more time, more memory, or larger limits."""

CRASHES = frozenset({"SIGSEGV", "SIGBUS", "SIGABRT", "SIGILL", "SIGFPE", "SIGSYS", "SIGTRAP"})
"""Signals that a process brings upon itself."""

OUT_OF_MEMORY = 12
"""Exit code of a process that ran out of memory where it could not say so."""

REPORT = "this is a bug in claimx or in a library: please report it with the article"

LESS = "it may need more memory than there is; give fewer --jobs"


@dataclass(frozen=True, slots=True)
class Ending:
    """How a process ended.

    Attributes:
        what: To be said of it, as `was killed (SIGKILL)`.
        remedy: What to do about it.
    """

    what: str
    remedy: str


def ending(code: int | None) -> Ending:
    """Say how a process ended.

    Args:
        code: Its exit code, the negative number of a signal, or None where it had to be ended from here.
    """
    if code is None:
        return Ending("stopped answering", REPORT)
    if code == OUT_OF_MEMORY:
        return Ending("ran out of memory", LESS)
    if code >= 0:
        return Ending(f"ended with exit code {code}", REPORT)
    name = _name_of(-code)
    if name in CRASHES:
        return Ending(f"crashed ({name})", REPORT)
    if name == "SIGKILL":
        return Ending("was killed (SIGKILL), as a system does when memory runs out", LESS)
    return Ending(f"was ended from outside ({name})", "see what ends processes on this machine")


def _name_of(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
