"""What the tests of large runs share."""

import os

import pytest


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is killed loses nothing that was not on the disk; only a machine that fails would."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
