"""`claimx batch run`, killed at 20 random moments and resumed, against one run: the same rows, every time.

A moment is drawn as so many parts that are done and a while after that, not by the clock: on a machine that others use
most runs would be killed while they load the model.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.jobs import made_articles
from bench.result import Bar, Result

MOMENTS = 20
ARTICLES, PART_SIZE = 60, 4
PARTS = -(-(ARTICLES + 1) // PART_SIZE)
ALONE = 0.5
"""How often the command alone is killed, and its workers are left to notice; else all are at once."""
LOOK_AGAIN = 0.005
SEED = 20
UNREAD = 2

BARS = (Bar(of="equal", at_least=MOMENTS),)


def measure(*, quick: bool = False) -> Result:
    """Kill runs and resume them.

    Args:
        quick: Whether to kill two of them only.
    """
    moments = 2 if quick else MOMENTS
    draw = random.Random(SEED)  # noqa: S311 - moments, not secrets
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles = folder / "articles.jsonl"
        lines = [json.dumps({**each, "text": each["text"][:600]}) for each in made_articles(ARTICLES)]
        articles.write_text("\n".join([*lines, "{broken"]), encoding="utf-8")
        begun = time.perf_counter()
        _finish(_start(articles, folder / "once"))
        whole = time.perf_counter() - begun
        once = _written(folder / "once")
        tried = killed = equal = 0
        done: list[int] = []
        while killed < moments:
            tried += 1
            out = folder / f"killed-{tried}"
            run = _start(articles, out)
            _wait_for(run, out, draw.randrange(PARTS))
            time.sleep(draw.uniform(0, whole / PARTS))
            alone = draw.random() < ALONE
            if run.poll() is not None:
                continue  # it had ended: the machine had become faster
            _kill(run, alone=alone)
            killed += 1
            done.append(_parts_in(out))
            _finish(_start(articles, out))
            equal += _written(out) == once
    return {
        "articles": ARTICLES,
        "parts": PARTS,
        "seconds_of_one_run": round(whole, 1),
        "killed_while_at_work": killed,
        "parts_done_when_killed": done,
        "equal": equal,
    }


def _start(articles: Path, out: Path) -> "subprocess.Popen[bytes]":
    options = ["--part-size", str(PART_SIZE), "--jobs", "2", "-q"]
    command = [sys.executable, "-m", "claimx", "batch", "run", str(articles), str(out), *options]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)  # noqa: S603 - our own command


def _wait_for(run: "subprocess.Popen[bytes]", out: Path, parts: int) -> None:
    """Wait until so many parts are done, or the run has ended."""
    while _parts_in(out) < parts and run.poll() is None:
        time.sleep(LOOK_AGAIN)


def _parts_in(out: Path) -> int:
    return len(list((out / "parts").glob("part-*.jsonl"))) if out.exists() else 0


def _kill(run: "subprocess.Popen[bytes]", *, alone: bool) -> None:
    if alone:
        run.kill()
    else:
        os.killpg(run.pid, signal.SIGKILL)
    run.wait()


def _finish(run: "subprocess.Popen[bytes]") -> None:
    """Wait for a run; one article cannot be read, so it ends with 2.

    Raises:
        RuntimeError: If it ends otherwise: what it has written would be no measure.
    """
    code = run.wait()
    if code != UNREAD:
        what = f"a run ended with exit code {code}, not {UNREAD}"
        raise RuntimeError(what)


def _written(out: Path) -> dict[str, bytes]:
    return {str(file.relative_to(out)): file.read_bytes() for file in out.glob("*/part-*")}


if __name__ == "__main__":
    print(json.dumps(measure(quick="--quick" in sys.argv)))
