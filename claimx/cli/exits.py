"""What a run ends with."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of the contract."""

    OK = 0
    FINDINGS = 1
    ERROR = 2
    """Bad usage, unreadable input, bad configuration or a bug; outranks findings."""
    INTERRUPTED = 130
    CLOSED_PIPE = 141
