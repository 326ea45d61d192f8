"""`claimx cache`: what is kept, in text and JSON, and how it is removed; --no-cache keeps nothing."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimx.cli.main import build_app

STORY = "A storm hit Faro on Tuesday. At least 31 people were killed, the mayor said."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(build_app(rich=False), arguments, env={"COLUMNS": "100"})


def kept() -> dict[str, int]:
    return {each["sort"]: each["files"] for each in json.loads(run("cache", "info").stdout)["kept"]}


def test_nothing_is_kept_at_first(cache_folder: Path) -> None:
    told = json.loads(run("cache", "info").stdout)

    assert told["folder"] == str(cache_folder)
    assert told["origin"] == "CLAIMX_CACHE_DIR"
    assert [each["bytes"] for each in told["kept"]] == [0, 0, 0]
    assert told["kept"][0]["most_bytes"] == 256 * 1024**2


@pytest.mark.model
def test_what_a_run_left_is_shown_and_removed(cache_folder: Path) -> None:
    run("extract", "story.txt")
    (cache_folder / "notes.txt").write_text("mine")
    as_text = run("cache", "info", "-f", "text").stdout.splitlines()

    assert kept()["extractions"] == 1
    assert as_text[0] == f"folder            {cache_folder}  # CLAIMX_CACHE_DIR"
    assert as_text[1] == "extractions       1 file, 0.0 MiB of at most 256.0 MiB"
    cleared = run("cache", "clear")
    assert (cleared.exit_code, cleared.stdout) == (0, "")
    assert f"{cache_folder}: " in cleared.stderr
    assert not any(kept().values())
    assert [path.name for path in cache_folder.iterdir() if path.is_file()] == ["notes.txt"]
    assert run("cache", "clear", "-q").stderr == ""


@pytest.mark.model
@pytest.mark.parametrize("command", [("extract", "story.txt"), ("show", "story.txt"), ("explain", "story.txt:30")])
def test_a_command_keeps_what_it_read_unless_it_is_told_not_to(command: tuple[str, ...]) -> None:
    fresh = run(*command, "--no-cache")
    assert kept()["extractions"] == 0
    first, again = run(*command), run(*command)

    assert fresh.exit_code == 0
    assert fresh.stdout == first.stdout == again.stdout
    assert kept()["extractions"] == 1


def test_what_cannot_be_removed_is_said(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache_folder.mkdir()
    file = cache_folder / "places-en-0123456789abcdef.txt"
    file.write_text("")

    def refuse(path: Path, **_: bool) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    result = run("cache", "clear")

    assert result.exit_code == 2
    assert f"{file}: it cannot be removed: Permission denied [CX960]" in result.stderr
