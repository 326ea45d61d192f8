"""Spark `local[2,4]` against the pool of two, over 2,000 articles: seconds of whole runs, and the same rows."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from bench.jobs import made_articles
from bench.result import Bar, NotMeasured, Result

ARTICLES, LONGEST = 2000, 700
"""How many, and their code points: short ones, on which handing them about weighs most."""

BARS = (Bar(of="ratio", at_most=2.5), Bar(of="same_rows", at_least=1))


def measure(*, quick: bool = False) -> Result:
    """Measure a run of each, start-up included.

    Args:
        quick: Whether to read a few articles.

    Raises:
        NotMeasured: If Spark or Java is not installed.
    """
    if find_spec("pyspark") is None or shutil.which("java") is None:
        missing = "pip install 'claimx[spark-local]', and Java 17 or newer"
        raise NotMeasured(missing)
    number = 16 if quick else ARTICLES
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles.jsonl"
        made = ({**each, "text": each["text"][:LONGEST]} for each in made_articles(number))
        articles.write_text("".join(f"{json.dumps(each)}\n" for each in made), encoding="utf-8")
        pool, cluster = Path(folder) / "pool", Path(folder) / "cluster"
        seconds = {
            "pool": _seconds_of("claimx", "batch", "run", str(articles), str(pool), "--jobs", "2", "-q"),
            "spark": _seconds_of(
                "claimx.batch.spark.job", "--no-compare", "--partitions", "8", str(articles), str(cluster)
            ),
        }
        same = _rows_of_pool(pool) == _rows_of_spark(cluster)
    return {
        "articles": number,
        "seconds": {name: round(each, 1) for name, each in seconds.items()},
        "ratio": round(seconds["spark"] / seconds["pool"], 2),
        "same_rows": same,
    }


def _seconds_of(module: str, *arguments: str) -> float:
    environment = {
        **os.environ,
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_SUBMIT_ARGS": "--master local[2,4] --conf spark.ui.enabled=false pyspark-shell",
    }
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", module, *arguments], check=True, env=environment)  # noqa: S603 - our own command
    return time.perf_counter() - begun


def _rows_of_pool(folder: Path) -> list[str]:
    return sorted(line for part in folder.glob("*/part-*") for line in part.read_text(encoding="utf-8").splitlines())


def _rows_of_spark(folder: Path) -> list[str]:
    from pyarrow import parquet

    documents: list[str] = parquet.read_table(folder / "rows", columns=["document"]).column("document").to_pylist()
    return sorted(documents)


if __name__ == "__main__":
    print(json.dumps(measure(quick="--quick" in sys.argv)))
