"""`claimx batch run`, killed at 20 random moments and resumed, against one run: the same rows, every time."""

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.jobs import made_articles
from bench.result import Bar, Result

MOMENTS = 20
ARTICLES, PART_SIZE = 60, 4
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
            time.sleep(draw.uniform(0, whole))
            if run.poll() is not None:
                continue  # it had ended: the machine had become faster
            run.kill()
            run.wait()
            killed += 1
            done.append(len(list((out / "parts").glob("part-*.jsonl"))) if out.exists() else 0)
            _finish(_start(articles, out))
            equal += _written(out) == once
    return {
        "articles": ARTICLES,
        "parts": -(-(ARTICLES + 1) // PART_SIZE),
        "seconds_of_one_run": round(whole, 1),
        "killed_while_at_work": killed,
        "parts_done_when_killed": done,
        "equal": equal,
    }


def _start(articles: Path, out: Path) -> "subprocess.Popen[bytes]":
    options = ["--part-size", str(PART_SIZE), "--jobs", "2", "-q"]
    command = [sys.executable, "-m", "claimx", "batch", "run", str(articles), str(out), *options]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603 - our own command


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
