"""How long the first result takes against loading the base model and nothing else.

CPU seconds of whole processes, each the best of some, run in turn: `claimx extract` of one sample, with nothing taken
from earlier extractions, against `python -c "import spacy; spacy.load(…)"`. What claimx keeps of its words between runs
(the index of places) is there, as from the second run on; `ratios.first_run_ever` is without.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.result import Bar, Result
from claimx.pipeline.model import find_base_model
from claimx.pipeline.verification import models_folder, read_manifest

ROUNDS, FEW = 5, 1
ARTICLE = Path(__file__).parents[1] / "samples" / "1-meridian.txt"

BARS = (Bar(of="ratios.extract", at_most=1.4),)


def measure(*, quick: bool = False) -> Result:
    """CPU seconds of each, and their ratio to loading the base model.

    Args:
        quick: Whether to run each only once.
    """
    package, _ = find_base_model(read_manifest(models_folder() / "manifest.toml"))
    python = [sys.executable, "-c"]
    extract = [sys.executable, "-m", "claimx", "extract", str(ARTICLE)]
    with tempfile.TemporaryDirectory() as kept, tempfile.TemporaryDirectory() as filled:
        _seconds(extract, filled)
        ways = {
            "base_model": ([*python, f"import spacy; spacy.load({package!r})"], kept),
            "extract": ([*extract, "--no-cache"], kept),
            "extract_without_tagger": ([*extract, "--no-cache", "--no-tagger"], kept),
            "extract_again": (extract, filled),
            "help": ([sys.executable, "-m", "claimx", "--help"], kept),
        }
        first = _seconds([*extract, "--no-cache"], kept)
        best = dict.fromkeys(ways, float("inf"))
        for _ in range(FEW if quick else ROUNDS):
            for name, (command, folder) in ways.items():
                best[name] = min(best[name], _seconds(command, folder))
    seconds = {**best, "first_run_ever": first}
    return {
        "seconds": {name: round(each, 3) for name, each in seconds.items()},
        "ratios": {name: round(each / best["base_model"], 2) for name, each in seconds.items() if name != "base_model"},
    }


def _seconds(command: Sequence[str], cache: str) -> float:
    """CPU seconds of a process, in user and system mode."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    variables = {**os.environ, "CLAIMX_CACHE_DIR": cache}
    subprocess.run(command, env=variables, check=True, capture_output=True)  # noqa: S603 - our own commands
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
