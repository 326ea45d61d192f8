"""`python -m fuzz NAME… [--seconds N | --runs N]`: try targets, and say how often each ran and what it found."""

import argparse
import importlib.util
import re
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path

from fuzz.limits import MAX_MEMORY, MAX_WALL_SECONDS
from fuzz.targets import NAMES, missing

CORPUS = Path(__file__).parent / "corpus"
DONE = re.compile(r"^(?:Done |stat::number_of_executed_units: +)(\d+)", re.MULTILINE)
PEAK = re.compile(r"^stat::peak_rss_mb: +(\d+)", re.MULTILINE)
SHOWN = 60
"""Lines of the fuzzer's last words that are shown where it found something."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Returns:
        0 if nothing was found, 1 if something was, 2 if nothing could be tried.
    """
    options = _options(arguments)
    if importlib.util.find_spec("atheris") is None:
        print("fuzz: atheris is not installed: pip install 'claimx[fuzz]'", file=sys.stderr)
        return 2
    names = NAMES if options.names in ([], ["all"]) else options.names
    failed = [name for name in names if not _fuzz(name, options)]
    if failed:
        print(f"fuzz: found something in {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description="Try claimx with hostile input.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"all, or of {', '.join(NAMES)}")
    parser.add_argument("--runs", type=int, default=0, help="so many executions of each target")
    parser.add_argument("--seconds", type=int, default=0, help="so long for each target; 10 where nothing is said")
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with; 1 where nothing is said")
    parser.add_argument("--blind", action="store_true", help="do not follow what inputs reach: ten times as many")
    parser.add_argument("--grown", type=Path, help="folder that keeps the inputs that reached something new")
    parser.add_argument("--found", type=Path, default=Path("fuzz-found"), help="folder for inputs that broke something")
    options = parser.parse_args(arguments)
    for name in options.names:
        if name not in (*NAMES, "all"):
            parser.error(f"there is no target {name!r}; the targets are {', '.join(NAMES)}")
    if not options.runs and not options.seconds:
        options.seconds = 10
    return options


def _fuzz(name: str, options: argparse.Namespace) -> bool:
    """Fuzz one target in a process of its own; whether nothing was found."""
    lacking = missing(name)
    if lacking:
        print(f"{name}: left out, {lacking} is not installed")
        return True
    options.found.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    with nullcontext(str(options.grown / name)) if options.grown else tempfile.TemporaryDirectory() as grown:
        Path(grown).mkdir(parents=True, exist_ok=True)
        flags = {
            "seed": options.seed,
            "runs": options.runs or -1,
            "max_total_time": options.seconds,
            "timeout": MAX_WALL_SECONDS,
            "rss_limit_mb": MAX_MEMORY // 1024**2,
            "print_final_stats": 1,
            "artifact_prefix": f"{options.found}/{name}-",
        }
        command = [sys.executable, "-m", "fuzz.fuzzer", name, grown, str(CORPUS / name)]
        command += ["--blind"] * options.blind + [f"-{flag}={value}" for flag, value in flags.items()]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)  # noqa: S603
    counted, peak = DONE.search(done.stderr), PEAK.search(done.stderr)
    runs, memory = int(counted[1]) if counted else 0, int(peak[1]) if peak else 0
    well = done.returncode == 0 and runs > 0
    took = time.monotonic() - began
    print(f"{name}: {'ok' if well else 'FOUND'}, {runs:,} runs, {took:.0f} s, peak {memory} MiB", flush=True)
    if not well:
        print("\n".join([*done.stdout.splitlines()[-SHOWN:], *done.stderr.splitlines()[-SHOWN:]]), file=sys.stderr)
    return well


if __name__ == "__main__":
    sys.exit(main())
