"""--jobs: whole commands with real workers give the bytes of one process, and Ctrl-C leaves none of them behind."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

CLAIMX = [sys.executable, "-m", "claimx"]

pytestmark = [pytest.mark.model, pytest.mark.skipif(os.name != "posix", reason="signals and processes of POSIX")]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write_articles(number: int, *, broken: bool = False) -> None:
    towns = ("Tarnow", "Jelgava", "Ruse", "Szeged")
    rows = [
        {"source": f"Outlet {n}", "text": f"A fire in {towns[n % 4]} killed {n + 3} people on Sunday, the mayor said."}
        for n in range(number)
    ]
    lines = [json.dumps(row) for row in rows]
    Path("feed.jsonl").write_text("\n".join([*lines[:2], "{broken" if broken else "", *lines[2:]]))


def run(*args: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*CLAIMX, *args, "--no-cache"], capture_output=True, check=False)


def test_two_processes_give_the_bytes_of_one():
    write_articles(6, broken=True)

    one, two = (run("extract", "feed.jsonl", "--jobs", jobs) for jobs in "12")

    assert (two.returncode, two.stdout, two.stderr) == (one.returncode, one.stdout, one.stderr)
    assert one.returncode == 2
    assert len(one.stdout.splitlines()) == 7


def test_a_comparison_is_the_same():
    write_articles(5)

    one, two = (run("compare", "feed.jsonl", "-f", "json", "--fail-on", "never", "--jobs", jobs) for jobs in "12")

    assert (two.returncode, two.stdout) == (0, one.stdout)


def test_an_article_over_the_limit_of_time_is_an_error_and_the_rest_is_read():
    write_articles(2)
    with Path("feed.jsonl").open("a") as feed:
        feed.write("\n" + json.dumps({"id": "long", "text": "A storm killed 12 people, she said. " * 12_000}))

    done = run("extract", "feed.jsonl", "--jobs", "1", "--max-article-seconds", "4")

    assert done.returncode == 2
    assert [json.loads(line)["schema"] for line in done.stdout.splitlines()] == ["claimx.extraction"] * 2 + [
        "claimx.error"
    ]
    assert b"took longer than the limit of 4 seconds [CX992]" in done.stderr


@pytest.mark.parametrize("wait_for_an_article", [False, True], ids=["while they load", "while they read"])
def test_ctrl_c_leaves_no_process_and_no_traceback(wait_for_an_article):
    write_articles(400)
    started = subprocess.Popen(
        [*CLAIMX, "extract", "feed.jsonl", "--jobs", "2", "--no-cache"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    if wait_for_an_article:
        started.stdout.readline()
    else:
        wait_for_workers(started.pid)
    os.killpg(started.pid, signal.SIGINT)
    _, said = started.communicate(timeout=60)

    assert started.returncode == 130
    assert said == b"claimx: interrupted\n"
    wait_until_gone(started.pid)


def test_a_killed_command_leaves_no_process():
    write_articles(400)
    started = subprocess.Popen(
        [*CLAIMX, "extract", "feed.jsonl", "--jobs", "2", "--no-cache"], stdout=subprocess.PIPE, start_new_session=True
    )
    wait_for_workers(started.pid)
    started.kill()
    started.communicate(timeout=60)

    wait_until_gone(started.pid)


def wait_for_workers(leader: int) -> None:
    """Wait until a process has started others: two workers and the one that Python keeps account with."""
    children = Path(f"/proc/{leader}/task/{leader}/children")
    if not children.exists():
        pytest.skip("the system does not list the children of a process")
    while len(children.read_text().split()) < 3:
        time.sleep(0.01)


def wait_until_gone(group: int) -> None:
    """Wait until no process of a group is left; the first of them has ended."""
    for _ in range(600):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    pytest.fail("a process was left behind")
