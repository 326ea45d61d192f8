"""The time that one file may take."""

import threading
import time
from types import SimpleNamespace

import pytest

from claimx.sources import watch
from claimx.sources.watch import Watch


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    monkeypatch.setattr(watch, "MAX_WALL_SECONDS", 0.2)
    return threading.Event()


def test_each_file_has_its_own_time(ended: threading.Event) -> None:
    watched = Watch(SimpleNamespace(kill=ended.set))

    for _ in range(30):
        watched.begin()
        time.sleep(0.01)
        watched.end()

    assert not watched.late
    assert not ended.is_set()


def test_a_file_that_takes_too_long_ends_the_process(ended: threading.Event) -> None:
    watched = Watch(SimpleNamespace(kill=ended.set))
    watched.begin()
    watched.end()
    watched.begin()

    assert ended.wait(10)
    assert watched.late


def test_nothing_runs_out_between_files(ended: threading.Event) -> None:
    watched = Watch(SimpleNamespace(kill=ended.set))
    watched.begin()
    watched.end()

    assert not ended.wait(0.5)
    watched.begin()
    assert ended.wait(10)


def test_the_thread_ends_with_the_process(ended: threading.Event) -> None:
    before = threading.active_count()
    watched = Watch(SimpleNamespace(kill=ended.set))
    watched.begin()
    watched.stop()

    until = time.monotonic() + 10
    while threading.active_count() > before and time.monotonic() < until:
        time.sleep(0.01)

    assert threading.active_count() == before
    assert not ended.is_set()
