"""`python -m bench [NAME…] [--json FILE]`: run the benchmarks, one after another, and write one JSON result.

Each runs in a process of its own, so that none pays for what another imported or holds. Figures of one run may be
compared with one another, not with those of another machine or day.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench.discovery import benchmarks
from bench.result import Value

ROOT = Path(__file__).parents[1]
PACKAGES = ("claimx", "spacy", "thinc", "numpy", "onnxruntime", "pyspark")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Returns:
        0 where all that could be measured was and met its bars, 1 where a bar was missed, 2 where a benchmark failed.
    """
    known = benchmarks()
    options = _options(arguments, known)
    if options.list:
        for name, told in known.items():
            print(f"{name:12} {told}")
        return 0
    found = {name: _run(name, options) for name in options.names or known}
    document = json.dumps({"machine": machine(), "benchmarks": found}, indent=1) + "\n"
    if options.json is None:
        print(document, end="")
    else:
        options.json.write_text(document, encoding="utf-8")
    return exit_code(found)


def exit_code(found: Mapping[str, Mapping[str, Value]]) -> int:
    """2 where a benchmark failed, else 1 where a bar was missed, else 0.

    Args:
        found: What came of each benchmark.
    """
    if any(each["status"] == "failed" for each in found.values()):
        return 2
    return int(any(bar["met"] is False for each in found.values() for bar in _bars(each)))


def machine() -> dict[str, Value]:
    """What the figures were measured on."""
    installed: dict[str, Value] = {}
    for name in PACKAGES:
        try:
            installed[name] = version(name)
        except PackageNotFoundError:
            installed[name] = None
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "packages": installed,
    }


def _bars(each: Mapping[str, Value]) -> list[Mapping[str, Value]]:
    bars = each.get("bars")
    return [bar for bar in bars if isinstance(bar, Mapping)] if isinstance(bars, list) else []


def _run(name: str, options: argparse.Namespace) -> dict[str, Value]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "result.json"
        command = [sys.executable, "-m", "bench.child", name, str(file), *(["--quick"] if options.quick else [])]
        print(f"bench: {name} …", file=sys.stderr, flush=True)
        done = subprocess.run(command, cwd=ROOT, check=False, stdout=sys.stderr)  # noqa: S603 - our own module
        if done.returncode != 0 or not file.is_file():
            return {"status": "failed", "reason": f"exit status {done.returncode}"}
        made: dict[str, Value] = json.loads(file.read_text(encoding="utf-8"))
    for bar in _bars(made):
        word = {True: "met", False: "MISSED", None: "not measured"}[bar["met"]]  # type: ignore[index]
        limit = f"≥ {bar['at_least']}" if "at_least" in bar else f"≤ {bar['at_most']}"
        print(f"bench: {name}: {bar['of']} is {bar['figure']}, {limit}: {word}", file=sys.stderr)
    if made["status"] != "measured":
        print(f"bench: {name}: {made['status']}: {made['reason']}", file=sys.stderr)
    return made


def _options(arguments: Sequence[str] | None, known: Mapping[str, str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure what claimx costs.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(known)}; all unless told")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the result there, not to standard output")
    parser.add_argument("--quick", action="store_true", help="measure little, to see that it works; no bar is checked")
    parser.add_argument("--list", action="store_true", help="say what is measured")
    options = parser.parse_args(arguments)
    for name in options.names:
        if name not in known:
            parser.error(f"there is no benchmark {name!r}; there are {', '.join(known)}")
    return options


if __name__ == "__main__":
    sys.exit(main())
