"""The gate's own logic: what it lets through, what it stops, and what it writes."""

import json
import subprocess
import sys
from pathlib import Path

import gate
import pytest
from floors import Floors, below, raised, read_floors, write_floors
from suites import METRIC_FIGURE, EvalError, Score, Suite, data_hash, find_data, fired_rules, measure, read_suites

HERE = Path(__file__).parent
FLOORS = Floors("d1", {"f1": 0.8, "found": 4})


@pytest.mark.parametrize(
    ("figures", "low"),
    [
        ({"f1": 0.8, "found": 4}, {}),
        ({"f1": 0.798, "found": 4}, {}),
        ({"f1": 0.79, "found": 4}, {"f1": 0.8}),
        ({"f1": 0.9, "found": 3}, {"found": 4}),
        ({"f1": 0.9}, {"found": 4}),
    ],
)
def test_below(figures: dict[str, float], low: dict[str, float]) -> None:
    assert below(figures, FLOORS) == low
    assert below(figures, None) == {}


def test_floors_rise_by_themselves() -> None:
    new, refused = raised({"f1": 0.8567, "found": 5, "new": 0.1}, FLOORS, data="d2", allow_regression=None)
    assert new == Floors("d2", {"f1": 0.856, "found": 5, "new": 0.1})
    assert refused == []


def test_floors_fall_only_with_a_reason() -> None:
    new, refused = raised({"f1": 0.7, "found": 5}, FLOORS, data="d1", allow_regression=None)
    assert (new.figures, refused) == ({"f1": 0.8, "found": 5}, ["f1"])
    new, refused = raised({"f1": 0.7, "found": 5}, FLOORS, data="d1", allow_regression="gold corrected")
    assert (new.figures, new.reasons, refused) == ({"f1": 0.7, "found": 5}, {"f1": "gold corrected"}, [])
    new, _ = raised({"f1": 0.75, "found": 5}, new, data="d1", allow_regression=None)
    assert new.reasons == {}


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    floors = {"seeds": FLOORS, "dev": Floors("d", {"f1": 0.5}, {"f1": "why"})}
    write_floors(tmp_path / "floors.json", floors)
    assert read_floors(tmp_path / "floors.json") == floors
    assert read_floors(tmp_path / "none.json") == {}


def test_every_floor_is_of_a_figure_that_is_measured() -> None:
    measured = {
        suite.name: {name for score in suite.scores for name in score.gated}
        for suite in read_suites(HERE / "suites.toml")
    }
    for name, floors in read_floors(HERE / "floors.json").items():
        assert {figure for figure in floors.figures if not figure.startswith(METRIC_FIGURE)} == measured[name]


def test_overfitting_is_said() -> None:
    figures = {
        "seeds": {"claim_f1": 0.9, "quote_f1": 0.9, "found": 4},
        "dev": {"claim_f1": 0.6, "quote_f1": 0.7, "found": 1},
    }
    assert gate.overfitted(figures) == [("claim_f1", 0.9, 0.6)]
    assert gate.overfitted({"seeds": figures["seeds"]}) == []


def test_rules_that_fire_only_in_the_seeds_are_named() -> None:
    rules = {"seeds": {"killed.die", "killed.slay"}, "dev": {"killed.die"}, "own": {"killed.slay"}}
    assert gate.only_in_seeds(rules) == ["killed.slay"]
    assert gate.only_in_seeds(rules | {"muc": {"killed.slay"}}) == []
    assert gate.only_in_seeds({"seeds": {"killed.die"}, "own": set()}) == []
    assert gate.only_in_seeds({"dev": {"killed.die"}}) == []


def test_data_is_found_where_the_variable_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMX_EVAL_DATA", str(tmp_path))
    with pytest.raises(EvalError, match="CLAIMX_EVAL_DATA"):
        find_data()
    for part in ("corpora", "gold", "tools"):
        (tmp_path / part).mkdir()
    assert find_data() == tmp_path.resolve()


def test_no_data_is_found_where_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMX_EVAL_DATA", raising=False)
    monkeypatch.setattr("suites.ROOT", tmp_path / "clone")
    assert find_data() is None


def test_without_data_only_our_own_sentences_are_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gate, "find_data", lambda: None)

    def measured(suites: list[Suite], _folders: object) -> tuple[dict[str, dict[str, float]], dict[str, set[str]]]:
        return {suite.name: {"cases": 1.0} for suite in suites}, {}

    monkeypatch.setattr(gate, "measure_all", measured)
    monkeypatch.setattr(gate, "read_floors", lambda _path: {"own": Floors("d", {"cases": 0.9})})
    assert gate.main([]) == 0
    shown = capsys.readouterr().out
    assert "only sentences of our own" in shown
    assert {line.split()[0] for line in shown.splitlines() if " cases " in line} == {"own"}


def test_a_set_of_the_data_is_not_skipped_silently(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gate, "find_data", lambda: None)
    assert gate.main(["dev"]) == 2
    assert "dev needs the evaluation data" in capsys.readouterr().err


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Evaluation data whose scorer counts the lines that it is given."""
    folder = tmp_path / "data"
    for part in ("corpora", "gold", "tools"):
        (folder / part).mkdir(parents=True)
    (folder / "corpora" / "two.jsonl").write_text('{"text": "5 dead."}\n{"text": "6 dead."}\n')
    (folder / "tools" / "count.py").write_text(
        "import json, sys\n"
        "lines = len(open(sys.argv[1]).readlines())\n"
        "print(json.dumps({'figures': {'lines': lines, 'nothing': None}}))\n"
    )
    return folder


def suite(*gated: str) -> Suite:
    scores = (Score(("tools/count.py", "{extractions}"), gated, {}),)
    return Suite("two", "corpora/two.jsonl", (), options=(), data=("corpora/two.jsonl",), scores=scores)


def fake_claimx(folder: Path, status: int = 0) -> Path:
    """A command that copies its last argument to what follows -o."""
    folder.mkdir()
    command = folder / "claimx"
    command.write_text(
        f"#!{sys.executable}\nimport shutil, sys\n"
        f"print('said on stderr', file=sys.stderr)\nif {status}: sys.exit({status})\n"
        "shutil.copy(sys.argv[-1], sys.argv[sys.argv.index('-o') + 1])\n"
    )
    command.chmod(0o755)
    (folder / "python").symlink_to(sys.executable)
    return folder / "python"


def test_measure_runs_the_command_and_the_scorer(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", str(fake_claimx(tmp_path / "bin")))
    assert measure(suite("lines", "nothing"), data, tmp_path) == {"lines": 2, "nothing": 0}
    assert fired_rules(suite(), tmp_path) == set()
    with pytest.raises(EvalError, match="no figure 'other'"):
        measure(suite("other"), data, tmp_path)


def test_failed_step_says_what_it_printed(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", str(fake_claimx(tmp_path / "bin", status=2)))
    with pytest.raises(EvalError, match=r"(?s)ended with 2.*said on stderr"):
        measure(suite("lines"), data, tmp_path)


def test_data_hash_changes_with_the_data(data: Path) -> None:
    before = data_hash(suite(), data)
    (data / "corpora" / "two.jsonl").write_text("")
    assert data_hash(suite(), data) != before


def test_results_grow_by_a_column(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commits = iter(["2031-04-02 abc1234", "2031-04-03 def5678", "2031-04-03 def5678"])
    monkeypatch.setattr(
        gate.subprocess, "run", lambda *_args, **_options: subprocess.CompletedProcess((), 0, stdout=next(commits))
    )
    path = tmp_path / "RESULTS.md"
    for figures in ({"dev": {"f1": 0.5, "old": 2}}, {"dev": {"f1": 0.6}}, {"dev": {"f1": 0.7, "found": 3}}):
        gate.record(figures, path)
    assert path.read_text().splitlines()[-5:] == [
        "| set | figure | 2031-04-02 abc1234 | 2031-04-03 def5678 |",
        "| --- | --- | --- | --- |",
        "| dev | f1 | 0.500 | 0.700 |",
        "| dev | found |  | 3 |",
        "| dev | old | 2 |  |",
    ]


def test_unknown_set_is_refused(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CLAIMX_EVAL_DATA", str(data))
    assert gate.main(["none such"]) == 2
    assert "no set none such" in capsys.readouterr().err


def test_table_names_what_is_below_its_floor(capsys: pytest.CaptureFixture[str]) -> None:
    failures = gate.report([suite("f1", "found")], {"two": {"f1": 0.7, "found": 4}}, {"two": FLOORS}, {"two": "d2"})
    assert failures == ["two f1"]
    shown = capsys.readouterr().out
    assert "BELOW ITS FLOOR" in shown
    assert "the data is not that of the floors" in shown


def test_update_refuses_to_lower(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "HERE", tmp_path)
    assert gate.update({"two": {"f1": 0.7}}, {"two": FLOORS}, {"two": "d1"}, None) == 1
    assert json.loads((tmp_path / "floors.json").read_text())["two"]["floors"] == {"f1": 0.8}
    assert gate.update({"two": {"f1": 0.7}}, {"two": FLOORS}, {"two": "d1"}, "why") == 0
    assert json.loads((tmp_path / "floors.json").read_text())["two"]["lowered"] == {"f1": "why"}
