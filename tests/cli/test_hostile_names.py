"""Names that articles give themselves are never names of files."""

import json
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
