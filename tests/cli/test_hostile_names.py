"""Names that articles give themselves are never names of files."""

import json
import unicodedata
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimx.cli.main import build_app

NAMES = ("../../outside", "/var/outside", "..\\..\\outside", "a/b", "\x1b[2J\r\nX-Header: 1", "con", ".", "")
TEXT = "Nine men drowned off Corunda on Sunday, the coast guard said."


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    inside = tmp_path / "a" / "b" / "inside"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    lines = (
        json.dumps({"id": name, "url": name, "source": name, "title": name, "text": f"{TEXT} {number}."})
        for number, name in enumerate(NAMES)
    )
    (inside / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return inside


@pytest.mark.model
def test_a_batch_writes_into_its_folder_alone(articles: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(build_app(rich=False), ["batch", "run", "articles.jsonl", "out", "--jobs", "1"])

    written = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "articles.jsonl"]
    assert done.exit_code == 0, done.output
    assert written
    assert all(path.is_relative_to(articles / "out") for path in written)
    assert not any("outside" in path.name for path in written)


@pytest.mark.model
def test_a_name_steers_no_terminal(articles: Path) -> None:
    done = CliRunner().invoke(build_app(rich=False), ["extract", str(articles / "articles.jsonl"), "-f", "table"])

    assert done.exit_code == 0, done.output
    assert "\x1b" not in done.output
    assert "\r" not in done.output


BAD = "a\x1b[2J\x1b]0;t\x07\r\x9b31m\u202e\u2028b\n::error::x"
"""A name of a file, which steers terminals, turns the reading direction and begins a line as commands of CI do."""
FIRST, SECOND = f"{BAD}.txt", f"{BAD}2.txt"
COMMANDS = {
    "not there": ["extract", f"{BAD}.html"],
    "no article": ["extract", f"{BAD}.jsonl"],
    "manifest in a folder": ["extract", f"{BAD}e"],
    "pattern": ["extract", f"{BAD}*.pdf"],
    "manifest": ["extract", FIRST, "--manifest", f"{BAD}.toml"],
    "pack": ["extract", FIRST, "--lexicon", f"{BAD}d"],
    "output": ["extract", FIRST, "-o", f"{BAD}/no/such"],
    "model": ["extract", FIRST, "--model", BAD],
    "form": ["extract", FIRST, "-f", BAD],
    "option": ["extract", f"--{BAD}"],
    "command": [BAD],
    "settings": ["check", "--config", f"{BAD}.toml"],
    "reference": ["compare", FIRST, SECOND, "--reference", f"{BAD}.csv"],
    "baseline": ["compare", FIRST, SECOND, "--baseline", f"{BAD}.toml"],
    "corrections": ["compare", FIRST, SECOND, "--corrections", f"{BAD}.toml"],
    "explained": ["explain", f"{FIRST}:3"],
    "shown": ["show", f"{BAD}.html"],
    "words": ["lexicon", "check", f"{BAD}d"],
    "status": ["batch", "status", f"{BAD}e"],
}
READING = {
    **{f"extract {form}": ["extract", FIRST, "-f", form] for form in ("table", "json", "jsonl", "csv", "markdown")},
    **{
        f"compare {form}": ["compare", FIRST, SECOND, "-f", form]
        for form in ("table", "json", "csv", "markdown", "github", "sarif", "junit")
    },
    "verbose": ["extract", ".", "-v"],
    "show": ["show", FIRST],
    "explain": ["explain", f"{FIRST}:5"],
}


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(FIRST).write_text("Nine men drowned off Corunda on Sunday, the coast guard said. Twelve were hurt.")
    Path(SECOND).write_text("Eleven men drowned off Corunda on Sunday, the coast guard said. Fifteen were hurt.")
    Path(f"{BAD}.jsonl").write_text('{"text": 3}\n{"x"')
    Path(f"{BAD}.toml").write_text("x = 1\n")
    Path(f"{BAD}.csv").write_text("rain,wind\n1,2\n")
    Path(f"{BAD}.png").write_bytes(b"x")
    for folder, name, content in (
        ("d", "words.toml", "[[x]]\n"),
        ("e", "manifest.toml", "x = 1\n"),
        ("e", "a.txt", "x"),
    ):
        Path(f"{BAD}{folder}").mkdir(exist_ok=True)
        Path(f"{BAD}{folder}", name).write_text(content)


def check(arguments: list[str]) -> None:
    done = CliRunner().invoke(build_app(rich=False), arguments)

    for shown in (done.stdout, done.stderr):
        steering = [each for each in shown if unicodedata.category(each) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
        assert set(steering) <= {"\n", "\t"}
        assert not [line for line in shown.split("\n") if line.lstrip().startswith("::error::x")]


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("name", COMMANDS)
def test_a_name_of_a_file_steers_no_terminal_where_something_is_wrong(name: str) -> None:
    check(COMMANDS[name])


@pytest.mark.model
@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("name", READING)
def test_a_name_of_a_file_steers_no_terminal_where_it_is_read(name: str) -> None:
    check(READING[name])
