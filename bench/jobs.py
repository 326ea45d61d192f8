"""Two worker processes against one, over 400 articles: `claimx extract --jobs`, start-up included, the same bytes."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from statistics import median

from bench.result import Bar, Result

SAMPLES = Path(__file__).parents[1] / "samples"

ARTICLES = 400
ROUNDS = 3
"""Runs of each kind, one after the other by turns, so that a machine that others use slows both down alike."""

BARS = (Bar(of="ratio", at_least=1.5), Bar(of="same_bytes", at_least=1))


def measure(*, quick: bool = False) -> Result:
    """Measure the seconds of whole runs; the ratio is that of the medians.

    Args:
        quick: Whether to read a few articles once.
    """
    number, rounds = (16, 1) if quick else (ARTICLES, ROUNDS)
    seconds: dict[int, list[float]] = {1: [], 2: []}
    processor: dict[int, list[float]] = {1: [], 2: []}
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles.jsonl"
        articles.write_text("".join(f"{json.dumps(each)}\n" for each in made_articles(number)), encoding="utf-8")
        written = {jobs: Path(folder) / f"{jobs}.jsonl" for jobs in seconds}
        for _ in range(rounds):
            for jobs, out in written.items():
                wall, used = _seconds_of("extract", str(articles), "-o", str(out), "--jobs", str(jobs))
                seconds[jobs].append(wall)
                processor[jobs].append(used)
        same = written[1].read_bytes() == written[2].read_bytes()
    middle = {jobs: median(runs) for jobs, runs in seconds.items()}
    return {
        "articles": number,
        "seconds": {f"jobs_{jobs}": [round(each, 2) for each in runs] for jobs, runs in seconds.items()},
        "processor_seconds": {f"jobs_{jobs}": [round(each, 2) for each in runs] for jobs, runs in processor.items()},
        "articles_per_second": {f"jobs_{jobs}": round(number / each, 2) for jobs, each in middle.items()},
        "ratio": round(middle[1] / middle[2], 2),
        "same_bytes": same,
    }


def made_articles(number: int) -> Iterator[dict[str, str]]:
    """Articles put together of two samples each, under names of their own.

    Args:
        number: How many.
    """
    texts = [file.read_text(encoding="utf-8") for file in sorted(SAMPLES.glob("*.txt"))]
    pairs = list(product(texts, texts))
    for n in range(number):
        first, second = pairs[n % len(pairs)]
        yield {"id": f"made-{n:06}", "source": f"Outlet {n % 40}", "text": f"{first}\n\n{second}"}


def _seconds_of(*arguments: str) -> tuple[float, float]:
    """How long a command took by the clock, and how long it and its workers had a core."""
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "claimx", *arguments, "--no-cache", "-q"]
    subprocess.run(command, check=True)  # noqa: S603 - our own command
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - begun, used


if __name__ == "__main__":
    print(json.dumps(measure(quick="--quick" in sys.argv)))
