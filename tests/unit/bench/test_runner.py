"""The runner of the benchmarks; what they measure is no test."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench import __main__ as runner
from bench import child
from bench.discovery import benchmarks
from bench.result import Bar

ROOT = Path(__file__).parents[3]

MODULES = {
    "good": '"""Counts.\n\nMore."""\nfrom bench.result import Bar\nBARS = (Bar(of="deep.ratio", at_most=2),)\n'
    'def measure(*, quick=False):\n    return {"deep": {"ratio": 1 if quick else 3}}\n',
    "plain": '"""Needs no hurry."""\ndef measure():\n    return {"count": 7}\n',
    "lacking": '"""Needs more."""\nfrom bench.result import NotMeasured\n'
    'def measure():\n    raise NotMeasured("no data")\n',
    "data": '"""No benchmark."""\ndef texts():\n    return ()\n',
}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package with some benchmarks, importable by its name."""
    folder = tmp_path / "some_benchmarks"
    folder.mkdir()
    for name, text in {"__init__": "", **MODULES}.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return folder.name


def test_a_benchmark_is_a_module_that_measures(package: str, tmp_path: Path) -> None:
    found = benchmarks(tmp_path / package)
    assert found == {"good": "Counts.", "lacking": "Needs more.", "plain": "Needs no hurry."}


def test_every_benchmark_says_what_it_measures() -> None:
    found = benchmarks()
    assert "components" in found
    assert all(found.values())


def test_a_bar_is_held_against_its_figure(package: str) -> None:
    made = child.run("good", quick=False, package=package)
    assert made["bars"] == [{"of": "deep.ratio", "figure": 3, "at_most": 2, "met": False}]
    assert runner.exit_code({"good": made}) == 1


def test_a_quick_run_holds_nothing_against_bars(package: str) -> None:
    made = child.run("good", quick=True, package=package)
    assert made["bars"] == []
    assert made["result"] == {"deep": {"ratio": 1}}


def test_a_benchmark_may_take_no_options(package: str) -> None:
    assert child.run("plain", quick=True, package=package)["result"] == {"count": 7}


def test_what_cannot_be_measured_here_says_why_and_is_no_failure(package: str) -> None:
    made = child.run("lacking", quick=False, package=package)
    assert made == {"status": "not measured", "reason": "no data"}
    assert runner.exit_code({"lacking": made}) == 0


def test_a_failed_benchmark_outweighs_a_missed_bar() -> None:
    missed = {"status": "measured", "bars": [{"met": False}]}
    assert runner.exit_code({"a": missed, "b": {"status": "failed", "reason": "exit status 1"}}) == 2


@pytest.mark.parametrize(
    ("bar", "figure", "met"),
    [
        (Bar(of="r", at_least=1.3), 1.3, True),
        (Bar(of="r", at_least=1.3), 1.29, False),
        (Bar(of="r", at_most=0.5), 0.5, True),
        (Bar(of="r", at_most=0.5), 0.51, False),
        (Bar(of="r", at_most=0), 0, True),
        (Bar(of="r", at_least=1), True, True),
        (Bar(of="r", at_least=1), "many", None),
        (Bar(of="r", at_least=1), None, None),
        (Bar(of="r.deeper", at_least=1), 3, None),
    ],
)
def test_bars(bar: Bar, figure: float | str | None, met: bool | None) -> None:
    assert bar.check({"r": figure})["met"] is met


def test_the_command_lists_and_refuses() -> None:
    command = [sys.executable, "-m", "bench"]
    listed = subprocess.run([*command, "--list"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [line.split()[0] for line in listed.stdout.splitlines()] == list(benchmarks())
    refused = subprocess.run([*command, "no-such"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert "no benchmark 'no-such'" in refused.stderr


def test_results_go_to_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "_run", lambda name, _: {"status": "not measured", "reason": name})
    assert runner.main(["components", "--json", str(tmp_path / "out.json")]) == 0
    document = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert document["benchmarks"] == {"components": {"status": "not measured", "reason": "components"}}
    assert document["machine"]["cores"] >= 1
