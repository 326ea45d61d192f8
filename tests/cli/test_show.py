"""`claimx show`: from a file, from an extraction, from standard input."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimx.cli.main import build_app

STORY = 'A storm hit Faro. "We lost 31 people," Mayor Rui Salgado said. Over 400 people are homeless.'


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(build_app(rich=False), list(arguments), input=text, env={"COLUMNS": "100"})


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


@pytest.mark.model
def test_an_article_and_its_extraction_are_shown_alike() -> None:
    run("extract", "story.txt", "-f", "json", "-o", "story.json")

    article, extraction, piped = run("show", "story.txt"), run("show", "story.json"), run("show", "-", text=STORY)

    assert article.exit_code == extraction.exit_code == piped.exit_code == 0
    assert article.stdout == extraction.stdout
    assert article.stdout.splitlines()[1:] == piped.stdout.splitlines()[1:]


@pytest.mark.model
def test_figures_are_marked_and_speakers_named() -> None:
    shown = run("show", "story.txt").stdout

    assert "»Over 400«" in shown
    assert "Over 400 displaced" in shown
    assert "Rui Salgado" in shown


def test_a_file_that_is_not_there_is_an_error_with_a_remedy() -> None:
    result = run("show", "none.txt")

    assert result.exit_code == 2
    assert "remedy:" in result.stderr
