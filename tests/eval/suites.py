"""Run `claimx` over sets of articles as a user would, and the scorers over what it writes."""

import hashlib
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
NEEDED = ("corpora", "gold", "tools")
Figures = dict[str, float]
METRIC_FIGURE = "claim_f1 of "


class EvalError(Exception):
    """A step of the measurement failed; the message holds what it printed."""


@dataclass(frozen=True, slots=True)
class Score:
    """A scorer's command line, the figures of it that have floors, and what is aimed at.

    Attributes:
        command: Its arguments.
        gated: Names of its figures.
        goals: What is aimed at, by figure.
        metrics_from: Metrics with so many claims have a figure of their own; 0 is none.
    """

    command: tuple[str, ...]
    gated: tuple[str, ...]
    goals: Mapping[str, float]
    metrics_from: int = 0


@dataclass(frozen=True, slots=True)
class Suite:
    """A set of articles and the scorers that look at what claimx makes of it.

    Attributes:
        name: Its name.
        corpus: The articles; None where `dump` writes them.
        dump: A command line that writes them.
        options: Options of `claimx extract`, as for the layer of quantities where the scorers look at it.
        data: Files and folders that the figures depend on.
        scores: The scorers.
        large: It takes very long.
        own: It is of this repository; its paths are those of `tests`.
    """

    name: str
    corpus: str | None
    dump: tuple[str, ...]
    options: tuple[str, ...]
    data: tuple[str, ...]
    scores: tuple[Score, ...]
    large: bool = False
    own: bool = False

    @property
    def compares(self) -> bool:
        """Whether a scorer asks for a comparison."""
        return any("{comparison}" in score.command for score in self.scores)


def read_suites(path: Path) -> list[Suite]:
    """Read `suites.toml`."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        Suite(
            name=name,
            corpus=table.get("corpus"),
            dump=tuple(table.get("dump", ())),
            options=tuple(table.get("options", ())),
            data=tuple(table["data"]),
            scores=tuple(
                Score(
                    tuple(score["command"]),
                    tuple(score["gated"]),
                    score.get("goals", {}),
                    score.get("metrics_from", 0),
                )
                for score in table["scores"]
            ),
            large=table.get("large", False),
            own=table.get("own", False),
        )
        for name, table in tables.items()
    ]


def find_data() -> Path | None:
    """The evaluation data: the folder in CLAIMX_EVAL_DATA, else `../shared`; None where neither holds it.

    Raises:
        EvalError: If CLAIMX_EVAL_DATA names a folder that does not hold it.
    """
    named = os.environ.get("CLAIMX_EVAL_DATA")
    folder = Path(named) if named else ROOT.parent / "shared"
    if all((folder / part).is_dir() for part in NEEDED):
        return folder.resolve()
    if named:
        raise EvalError(f"CLAIMX_EVAL_DATA={named} does not hold the folders {', '.join(NEEDED)}")
    return None


def folder_of(suite: Suite, data: Path | None) -> Path:
    """What the paths of a suite start from.

    Raises:
        EvalError: If it needs the evaluation data and there is none.
    """
    if suite.own:
        return ROOT / "tests"
    if data is None:
        raise EvalError(f"{suite.name} needs the evaluation data: set CLAIMX_EVAL_DATA to its folder")
    return data


def data_hash(suite: Suite, data: Path) -> str:
    """Name the data that a suite measures on by its content; `data` is what its paths start from."""
    digest = hashlib.sha256()
    for part in suite.data:
        path = data / part
        for file in sorted([*path.rglob("*.json"), *path.rglob("*.toml")]) if path.is_dir() else [path]:
            digest.update(f"{file.relative_to(data).as_posix()}\n".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def measure(suite: Suite, data: Path, work: Path) -> Figures:
    """Extract, compare where asked, and score.

    Args:
        suite: What to measure.
        data: What its paths start from.
        work: A folder for what is written on the way.

    Returns:
        The gated figures, by name.

    Raises:
        EvalError: If a step fails or a scorer does not give a figure.
    """
    corpus = data / suite.corpus if suite.corpus else work / f"{suite.name}.corpus.jsonl"
    extractions = work / f"{suite.name}.extractions.jsonl"
    comparison = work / f"{suite.name}.comparison.json"
    places = {
        "{corpus}": str(corpus),
        "{extractions}": str(extractions),
        "{comparison}": str(comparison),
        "{annotated}": str(ROOT / "tests" / "eval" / "annotated.py"),
    }
    if suite.dump:
        _run(_scorer(suite.dump, places), cwd=data)
    claimx = str(Path(sys.executable).with_name("claimx"))
    _run([claimx, "extract", "-f", "jsonl", *suite.options, "-o", str(extractions), str(corpus)], cwd=work)
    if suite.compares:
        options = ("--pairs", "-f", "json", "--fail-on", "never", "-o", str(comparison))
        _run([claimx, "compare", *options, str(extractions)], cwd=work)
    figures: Figures = {}
    for score in suite.scores:
        result = json.loads(_run([*_scorer(score.command, places), "--json"], cwd=data))
        found = result["figures"]
        for name in score.gated:
            if name not in found:
                raise EvalError(f"{score.command[0]} gives no figure {name!r}")
            figures[name] = found[name] or 0
        if score.metrics_from:
            for metric, row in sorted(result["per_metric"].items()):
                if row["gold"] >= score.metrics_from:
                    figures[f"{METRIC_FIGURE}{metric}"] = row["claim_f1"]
    return figures


def fired_rules(suite: Suite, work: Path) -> set[str]:
    """The lexicon entries and patterns behind the claims of a suite that was measured in this folder."""
    path = work / f"{suite.name}.extractions.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {claim["rule"] for line in lines for claim in json.loads(line).get("claims", ())}


def _scorer(command: Sequence[str], places: Mapping[str, str]) -> list[str]:
    return [sys.executable, *(places.get(argument, argument) for argument in command)]


def _run(command: Sequence[str], *, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise EvalError(f"{' '.join(command)}\nended with {done.returncode}\n{done.stderr[-2000:]}")
    return done.stdout
