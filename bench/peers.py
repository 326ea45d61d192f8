"""Quality and speed beside other programs, on the same articles and by the same scorers.

What is not installed is left out. CLAIMX_PEERS_PYTHON is the Python of an environment that has the programs, as
bench/PEERS.md says; without it the Python that runs this is asked. A difference is a win only where its 95 % interval,
by bootstrap over articles (in NewsQuant sentences), lies above 0.
"""

import importlib
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from bench.articles import ROOT, data
from bench.result import NotMeasured, Result, Value

READERS = ROOT / "bench" / "peer_readers.py"
DRAWS, SEED = 1000, 7
FEW = 12

Count = dict[str, object]
Counts = list[Count]


@dataclass(frozen=True, kw_only=True)
class Task:
    """What is compared.

    Attributes:
        corpus: Texts, under the folder of the evaluation data.
        gold: What is in them; None where the scorer brings it.
        peers: The programs that can do it.
        figures: What is reported, the first one decides.
    """

    corpus: str | None
    gold: str | None
    peers: tuple[str, ...]
    figures: tuple[str, ...]


TASKS = {
    "quantities": Task(
        corpus="corpora/newsquant-dev.jsonl",
        gold="gold/numbers/newsquant-dev.jsonl",
        peers=("spacy_ner", "quantulum3"),
        figures=("value_f1", "value_bound_f1", "quiet"),
    ),
    "checklist": Task(corpus=None, gold=None, peers=("spacy_ner", "quantulum3"), figures=("value", "bound")),
    "quotes": Task(
        corpus="corpora/polnear-dev.jsonl",
        gold="gold/quotes/polnear-dev.jsonl",
        peers=("textacy",),
        figures=("segments_attr_f1", "direct_soft_f1", "direct_attr_f1", "all_attr_f1"),
    ),
}


def measure(*, quick: bool = False) -> Result:
    """For each task the figures and words a second of each program, and how far claimx is ahead.

    Args:
        quick: Whether to read a few articles.
    """
    if not (data() / "tools").is_dir():
        raise NotMeasured("the evaluation data with its scorers is not there")
    sys.path.insert(0, str(data() / "tools"))
    found: dict[str, Value] = {name: _compare(name, task, quick=quick) for name, task in TASKS.items()}
    return found


def _compare(name: str, task: Task, *, quick: bool) -> Value:
    rows, scored = _material(name, task)
    rows = rows[:FEW] if quick else rows
    made = {peer: read for peer in ("claimx", *task.peers) if (read := _read(peer, rows)) is not None}
    counts = {peer: scored.count(rows, read.found) for peer, read in made.items()}
    table: dict[str, Value] = {}
    for peer, read in made.items():
        figures = scored.figures(counts[peer])
        table[peer] = {
            "versions": read.versions,
            "failed_on": sum("failed" in each for each in read.found.values()),
            "words_per_second": round(read.words / read.seconds),
            "claimx_speed_ratio": round(read.seconds / made["claimx"].seconds, 2),
            **{figure: _rounded(figures[figure]) for figure in task.figures},
        }
    ahead: dict[str, Value] = {
        peer: lead(scored.figures, counts["claimx"], counts[peer], task.figures) for peer in made if peer != "claimx"
    }
    return {"texts": len(rows), "systems": table, "claimx_ahead": ahead}


def lead(
    figures: Callable[[Counts], Mapping[str, float | None]], ours: Counts, theirs: Counts, names: Sequence[str]
) -> dict[str, Value]:
    """How far one program is ahead of another in some figures, with the 95 % intervals of the differences.

    Args:
        figures: Makes figures of the counts of some articles.
        ours: The counts of the one, article by article.
        theirs: Those of the other, of the same articles.
        names: Of the figures.
    """
    draw = random.Random(SEED)  # noqa: S311 - the same interval each time
    drawn: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(DRAWS):
        chosen = [draw.randrange(len(ours)) for _ in ours]
        one, other = (figures([counts[each] for each in chosen]) for counts in (ours, theirs))
        for name in names:
            drawn[name].append((one[name] or 0.0) - (other[name] or 0.0))
    one, other = figures(ours), figures(theirs)
    found: dict[str, Value] = {}
    for name, differences in drawn.items():
        differences.sort()
        low, high = (differences[round(share * (DRAWS - 1))] for share in (0.025, 0.975))
        by = (one[name] or 0.0) - (other[name] or 0.0)
        found[name] = {"by": round(by, 4), "low": round(low, 4), "high": round(high, 4), "win": low > 0}
    return found


@dataclass(frozen=True)
class _Reading:
    found: dict[str, dict[str, object]]
    seconds: float
    words: int
    versions: Mapping[str, Value]


def _read(peer: str, rows: Sequence[Mapping[str, object]]) -> _Reading | None:
    """What a program finds in some texts; None where it is not installed."""
    python = sys.executable if peer == "claimx" else os.environ.get("CLAIMX_PEERS_PYTHON", sys.executable)
    with tempfile.TemporaryDirectory() as folder:
        texts, out = Path(folder) / "texts.jsonl", Path(folder) / "out.jsonl"
        texts.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [python, str(READERS), peer, str(texts), str(out)]
        done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)  # noqa: S603
        if done.returncode != 0:
            print(f"bench: peers: {peer} left out: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
            return None
        *found, last = (json.loads(line) for line in out.read_text(encoding="utf-8").splitlines())
    return _Reading({each["id"]: each for each in found}, last["seconds"], last["words"], last["versions"])


class _Scored:
    """A scorer: counts for each text, and figures of the counts of many."""

    def __init__(self, count: Callable[[Mapping[str, object], Mapping[str, object]], Count], figures: object) -> None:
        self._count = count
        self.figures: Callable[[Counts], Mapping[str, float | None]] = figures  # type: ignore[assignment]

    def count(self, rows: Iterable[Mapping[str, object]], found: Mapping[str, Mapping[str, object]]) -> Counts:
        return [self._count(row, found[str(row["id"])]) for row in rows]


def _material(name: str, task: Task) -> tuple[list[dict[str, object]], _Scored]:
    """The texts of a task, and its scorer."""
    if name == "checklist":
        return _checklist(importlib.import_module("number_checklist"))
    gold = {each["id"]: each for each in _lines(task.gold)}
    rows = [{"id": each["id"], "text": each["text"]} for each in _lines(task.corpus) if each["id"] in gold]
    if name == "quantities":
        tool = importlib.import_module("score_quantities")
        return rows, _Scored(
            lambda row, got: tool.count(
                row["text"],
                gold[row["id"]]["quantities"],
                [tool.from_claimx(each) for each in _list(got, "quantities")],
            ),
            tool.figures,
        )
    tool = importlib.import_module("score_quotes")
    return rows, _Scored(
        lambda row, got: tool.count(
            row["text"],
            gold[row["id"]]["attributions"],
            tool.attributions({"article": row, "quotes": _list(got, "quotes")}),
        ),
        lambda counts: tool.flat(tool.ratios(counts)),
    )


def _checklist(tool: ModuleType) -> tuple[list[dict[str, object]], _Scored]:
    items = {each["id"]: each for each in tool.I}

    def count(row: Mapping[str, object], got: Mapping[str, object]) -> Count:
        plain = tool.from_claimx({"article": row, "quantities": _list(got, "quantities")})
        value, bound = tool.judge(items[row["id"]], plain)
        return {"value": int(value), "bound": int(bound)}

    def figures(counts: Counts) -> dict[str, float]:
        return {name: sum(float(str(each[name])) for each in counts) / len(counts) for name in ("value", "bound")}

    return [{"id": each["id"], "text": each["text"]} for each in items.values()], _Scored(count, figures)


def _list(found: Mapping[str, object], name: str) -> list[dict[str, object]]:
    kept = found.get(name)
    return kept if isinstance(kept, list) else []


def _lines(name: str | None) -> list[dict[str, object]]:
    return [json.loads(line) for line in (data() / str(name)).read_text(encoding="utf-8").splitlines()]


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 4)
