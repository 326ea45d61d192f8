"""How the end of a process is told: by what happened, not by what mostly happens."""

import signal

import pytest

from claimx.batch.endings import ending


@pytest.mark.parametrize(
    ("code", "said", "remedy"),
    [
        (-signal.SIGKILL, "was killed (SIGKILL), as a system does when memory runs out", "give fewer --jobs"),
        (-signal.SIGSEGV, "crashed (SIGSEGV)", "please report it"),
        (-signal.SIGABRT, "crashed (SIGABRT)", "please report it"),
        (-signal.SIGTERM, "was ended from outside (SIGTERM)", "see what ends processes"),
        (-250, "was ended from outside (signal 250)", "see what ends processes"),
        (3, "ended with exit code 3", "please report it"),
        (12, "ran out of memory", "give fewer --jobs"),
        (0, "ended with exit code 0", "please report it"),
        (None, "stopped answering", "please report it"),
    ],
)
def test_it_is_told_what_happened(code: int | None, said: str, remedy: str):
    found = ending(code)

    assert found.what == said
    assert remedy in found.remedy
