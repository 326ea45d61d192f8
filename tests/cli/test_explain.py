"""`claimx explain`: codes, places in articles, and what is said where there is neither."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimx.cli.main import build_app
from claimx.lexicon.codes import code_pages

STORY = "A storm hit Faro on Tuesday. At least 31 people were killed, the mayor said. It left 400 people homeless."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(STORY, encoding="utf-8")
    Path("two.jsonl").write_text(f'{{"text": "{STORY}"}}\n{{"text": "Rain killed 2 people."}}\n', encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(build_app(rich=False), ["explain", *arguments], env={"COLUMNS": "100"})


def test_a_code_has_a_page_with_why_and_example() -> None:
    result = run("cx301")

    assert result.exit_code == 0
    for expected in ("CX301: a count that only grows has fallen", "Why", "Example", "When to leave it alone"):
        assert expected in result.stdout


def test_all_codes_are_listed() -> None:
    lines = run("--all").stdout.splitlines()

    assert [line.split()[0] for line in lines] == list(code_pages())


@pytest.mark.model
def test_a_claim_is_explained_with_its_rule_and_its_words() -> None:
    result = run(f"story.txt:{STORY.index('31')}")

    assert result.exit_code == 0
    for expected in ("killed: At least 31", "by the rule killed.", "the mayor", "“people”", "»At least 31«"):
        assert expected in result.stdout


@pytest.mark.model
def test_a_place_before_a_figure_names_the_next_one() -> None:
    assert run(f"story.txt:{STORY.index('It left')}").stdout.startswith("displaced: 400")


@pytest.mark.model
@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("CX199", "there is no code CX199"),
        ("story", "neither a code nor a place"),
        ("none.txt:3", "none.txt: it cannot be read"),
        ("two.jsonl:3", "two.jsonl holds 2 articles"),
        ("story.txt:9999", "there is no figure at or after character 9999"),
    ],
)
def test_what_cannot_be_explained_is_said_with_a_remedy(what: str, said: str) -> None:
    result = run(what)

    assert result.exit_code == 2
    assert said in result.stderr
    assert "remedy:" in result.stderr
