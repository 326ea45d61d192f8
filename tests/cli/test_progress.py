"""How far a run is: said on a terminal alone, with count, rate and time left."""

import io
import sys

import pytest

from claimx.cli.progress import Progress, duration, pace


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def put_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in the place of standard error; set in the test itself, for pytest sets its own before that."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    return stream


@pytest.mark.parametrize(
    ("done", "total", "rate", "said"),
    [
        (1, None, None, "1 articles"),
        (4, 80, None, "4 of 80 articles"),
        (1204, 9000, 35.0, "1,204 of 9,000 articles, 35 a second, 3 min 43 s left"),
        (30, 80, 0.5, "30 of 80 articles, 30 a minute, 1 min 40 s left"),
        (80, 80, 8.0, "80 of 80 articles, 8 a second"),
        (81, 80, 8.0, "81 articles, 8 a second"),
    ],
)
def test_a_line_has_count_rate_and_time_left_as_far_as_they_are_known(
    done: int, total: int | None, rate: float | None, said: str
) -> None:
    assert pace(done, "articles", total, rate) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.2, "1 s"), (59.4, "59 s"), (223, "3 min 43 s"), (7500, "2 h 5 min"), (360_000, "100 h 0 min")],
)
def test_durations(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_the_rate_is_that_of_the_articles_after_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr, clock = put_terminal(monkeypatch), Clock()
    progress = Progress(on=True, clock=clock)
    for done in range(1, 11):
        clock.now = 20.0 + done / 2
        progress.count(done, "articles", 40)

    assert stderr.getvalue().rpartition("\x1b[K")[2] == "10 of 40 articles, 120 a minute, 15 s left"


def test_a_fast_run_writes_few_lines_and_the_last_one(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr, clock = put_terminal(monkeypatch), Clock()
    progress = Progress(on=True, clock=clock)
    for done in range(1, 1001):
        clock.now += 0.001
        progress.count(done, "articles", 1000)
    shown = stderr.getvalue().split("\r\x1b[K")[1:]

    assert len(shown) <= 12
    assert shown[-1].startswith("1,000 of 1,000 articles, ")


@pytest.mark.parametrize(
    ("term", "wanted", "tty"), [("dumb", True, True), ("xterm", False, True), ("xterm", True, False)]
)
def test_elsewhere_nothing_is_written(monkeypatch: pytest.MonkeyPatch, term: str, wanted: bool, tty: bool) -> None:
    stderr = put_terminal(monkeypatch)
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(stderr, "isatty", lambda: tty)
    progress = Progress(on=wanted)
    progress.show("loading …")
    progress.count(5, "articles", 9)
    progress.clear()

    assert stderr.getvalue() == ""
