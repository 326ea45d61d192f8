"""The pool, with processes that load no pipeline: order, deaths, limits of time, and how far it reads ahead."""

import json
import os
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import stand_in_worker

from claimx.batch.pool import AHEAD, Pool
from claimx.batch.spawning import Spawned, spawn
from claimx.errors import ClaimxError
from claimx.records import ErrorInput, ErrorRecord, make_article
from claimx.sources import Loaded

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are ended by signals of POSIX")

start = partial(spawn, target=stand_in_worker.serve)


def loaded(text: str, name: str) -> Loaded:
    return Loaded(make_article(text, id=name, path=f"{name}.txt"))


def read(texts: list[str], *, jobs: int = 2, settings: str = "", max_seconds: float | None = None) -> list[str | None]:
    """The ids of the articles in the order in which they come out; codes for those that were given up."""
    pool = Pool(settings, jobs, start=start, max_seconds=max_seconds)
    rows = pool.rows(loaded(text, str(n)) for n, text in enumerate(texts))
    return [row["error"] or row["article_id"] for row in rows]


def test_answers_come_in_the_order_of_the_articles():
    assert read(["sleep 0.3", "echo", "echo", "sleep 0.1", "echo"]) == ["0", "1", "2", "3", "4"]


def test_nothing_in_gives_nothing_out_and_starts_no_process():
    pool = Pool("", 2, start=lambda _: pytest.fail("a process was started"))

    assert list(pool.rows([])) == []


def test_errors_of_reading_keep_their_place():
    broken = ErrorRecord(input=ErrorInput(path="b.txt"), code="CX902", message="it is empty", remedy="fill it")
    rows = list(Pool("", 2, start=start).rows([loaded("sleep 0.2", "a"), broken, loaded("echo", "c")]))

    assert [row["path"] if row["error"] else row["article_id"] for row in rows] == ["a", "b.txt", "c"]


def test_an_article_that_ends_its_process_twice_is_an_error_and_the_rest_goes_on():
    pool = Pool("", 2, start=start)
    rows = list(pool.rows([loaded("echo", "a"), loaded("die", "b"), *(loaded("echo", c) for c in "cdef")]))

    assert [row["error"] or row["article_id"] for row in rows] == ["a", "CX991", "c", "d", "e", "f"]
    said = json.loads(rows[1]["document"])
    assert said["input"] == {"path": "b.txt", "line": None, "id": "b"}
    assert said["message"].startswith("b.txt: the process that read this article was killed (SIGKILL), ")
    assert said["message"].endswith(", twice")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("die SEGV", "the process that read this article crashed (SIGSEGV), twice"),
        ("exit 3", "the process that read this article ended with exit code 3, twice"),
    ],
)
def test_what_ended_a_process_is_told(text: str, said: str):
    [row] = Pool("", 1, start=start).rows([loaded(text, "a")])

    assert json.loads(row["document"])["message"] == f"a.txt: {said}"


def test_two_ends_of_two_kinds_are_both_told(tmp_path: Path):
    [row] = Pool("", 1, start=start).rows([loaded(f"either {tmp_path / 'mark'}", "a")])

    assert json.loads(row["document"])["message"] == (
        "a.txt: the process that read this article crashed (SIGSEGV), and at the second try it ended with exit code 3"
    )


def test_an_article_whose_process_died_once_is_read_by_another(tmp_path: Path):
    assert read(["echo", f"once {tmp_path / 'mark'}", "echo"]) == ["0", "1", "2"]


def test_an_article_that_takes_too_long_is_an_error_and_the_rest_goes_on():
    assert read(["echo", "sleep 60", "echo", "echo"], max_seconds=0.8) == ["0", "CX992", "2", "3"]


def test_waiting_for_its_turn_does_not_count_as_reading():
    assert read(["sleep 0.3"] * 3, jobs=1, max_seconds=0.8) == ["0", "1", "2"]


def test_only_a_few_articles_are_taken_before_they_are_needed():
    taken = 0

    def articles() -> Iterator[Loaded]:
        nonlocal taken
        for n in range(200):
            taken += 1
            yield loaded("sleep 0.6" if n == 0 else "echo", str(n))

    rows = Pool("", 2, start=start).rows(articles())
    next(rows)
    assert taken <= 2 * AHEAD + 1
    rows.close()


def test_what_keeps_the_pipeline_from_loading_is_raised():
    with pytest.raises(ClaimxError, match="there is no model") as caught:
        read(["echo"], settings="fail")

    assert (caught.value.code, caught.value.remedy) == ("CX930", "install it")


def test_processes_that_never_get_ready_are_not_started_for_ever():
    with pytest.raises(ClaimxError, match="3 in a row; the last was killed") as caught:
        read(["echo"], jobs=1, settings="die")

    assert caught.value.code == "CX993"


def test_a_pool_that_is_used_again_counts_its_starts_anew():
    pool = Pool("die", 1, start=start, stay=True)
    for _ in range(2):
        started = 0

        def note(settings: str) -> Spawned:
            nonlocal started
            started += 1
            return start(settings)

        pool._start = note
        with pytest.raises(ClaimxError, match="3 in a row"):
            list(pool.rows([loaded("echo", "a")]))
        assert started == 3


def test_a_process_has_one_thread_for_algebra():
    [row] = Pool("x", 1, start=start).rows([loaded("echo", "a")])

    assert row["document"] == "x 1"
    assert "OMP_NUM_THREADS" not in os.environ


def test_a_run_that_is_left_off_leaves_no_process():
    started: list[Spawned] = []

    def note(settings: str) -> Spawned:
        started.append(start(settings))
        return started[-1]

    rows = Pool("", 2, start=note).rows(loaded("sleep 60" if n else "echo", str(n)) for n in range(4))
    next(rows)
    rows.close()

    assert [each.process.exitcode for each in started] == [-signal.SIGKILL] * 2


def test_processes_that_stay_read_again():
    started: list[Spawned] = []

    def note(settings: str) -> Spawned:
        started.append(start(settings))
        return started[-1]

    pool = Pool("", 1, start=note, stay=True)
    for _ in range(2):
        assert [row["article_id"] for row in pool.rows([loaded("echo", "a"), loaded("echo", "b")])] == ["a", "b"]

    [only] = started
    assert only.process.is_alive()
    only.end(at_once=True)
