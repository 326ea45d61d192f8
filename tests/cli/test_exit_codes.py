"""What the command line ends with: one table, arguments to code."""

import json
from pathlib import Path

import pytest
from builders import make_article, make_claim, make_extraction
from typer.testing import CliRunner

from claimx.cli.main import build_app
from claimx.cli.streams import ClosedPipeError
from claimx.codec import encode
from claimx.records import Extraction

RUNNER = CliRunner()


def extraction(source: str, words: str, *, dated: bool = True) -> Extraction:
    text = f"{words} people were killed in the blast in Tarnow."
    article = make_article(text=text, source=source, published="2031-05-04" if dated else None)
    claim = make_claim(article=article, text=words, where="Tarnow", as_of="2031-05-04" if dated else None)
    return make_extraction(article=article, claims=[claim])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, content in {
        "post.json": encode(extraction("The Post", "12")),
        "herald.json": encode(extraction("Herald", "30")),
        "same.json": encode(extraction("Gazette", "12")),
        "old.json": b'{"schema": "claimx.extraction", "schema_version": "9.1"}',
        "empty.txt": b"",
        "image.txt": b"\x89PNG\r\n\x1a\n\0",
        "big.txt": b"x " * 100,
        "deep.json": b'{"text":' * 100_000,
        "nul.jsonl": b'{"text": "a\0"}',
        "page.html": b"<html><body></body></html>",
        "no_folder/file": b"",
        "listed/manifest.toml": b'["gone.txt"]\nsource = "The Post"\n',
        "listed/here.txt": b"Rain fell.",
        "bad.toml": b"[",
    }.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(content)
    Path("nothing").mkdir()
    return tmp_path


TABLE = [
    ("--help", 0),
    ("-h", 0),
    ("extract -h", 0),
    ("compare --help", 0),
    ("schema -h", 0),
    ("--version", 0),
    ("schema extraction", 0),
    ("schema comparison", 0),
    ("schema error", 0),
    ("compare post.json same.json", 0),
    ("compare post.json herald.json --fail-on never", 0),
    ("compare post.json herald.json --fail-on note", 1),
    ("compare post.json herald.json --fail-on note --metric injured", 0),
    ("compare post.json herald.json --metric kiled", 2),
    ("compare post.json herald.json --fail-on note --exit-zero", 0),
    ("compare post.json missing.txt --exit-zero", 2),
    ("compare post.json herald.json --fail-on note --select CX2", 0),
    ("compare post.json herald.json --fail-on note --select CX2 --extend-select CX1", 1),
    ("compare post.json --extend-select CX7", 2),
    ("compare post.json herald.json --fail-on note --limit 0", 1),
    ("compare post.json missing.txt herald.json --strict", 2),
    ("diff post.json same.json", 0),
    ("compare post.json herald.json --fail-on note --where Tarnow --since 2031", 1),
    ("compare post.json herald.json --fail-on note --where Gera", 0),
    ("compare post.json herald.json --fail-on note --event blast", 0),
    ("compare post.json herald.json --fail-on note --since 2031-05-05", 0),
    ("compare post.json herald.json --since soon", 2),
    ("compare post.json herald.json --where -", 2),
    ("compare post.json --draft same.json --fail-on note", 0),
    ("compare post.json --draft herald.json", 0),
    ("compare post.json --draft herald.json --fail-on warning", 1),
    ("compare post.json --draft missing.txt", 2),
    ("", 2),
    ("divine", 2),
    ("--unknown", 2),
    ("extract --unknown", 2),
    ("extract -f poem x.txt", 2),
    ("extract --with poems x.txt", 2),
    ("extract --fields text x.txt", 2),
    ("extract --published soon x.txt", 2),
    ("extract --max-file-bytes 0 x.txt", 2),
    ("extract --source X post.json herald.json", 2),
    ("extract missing.txt", 2),
    ("extract empty.txt", 2),
    ("extract image.txt", 2),
    ("extract big.txt --max-file-bytes 100", 2),
    ("extract big.txt --max-article-chars 100", 2),
    ("extract deep.json", 2),
    ("extract nul.jsonl", 2),
    ("extract page.html", 2),
    ("extract nothing", 2),
    ("extract no_folder", 2),
    ("extract *.pdf", 2),
    ("extract https://post.example/story", 2),
    ("extract listed", 2),
    ("extract --manifest missing.toml empty.txt", 2),
    ("extract --manifest bad.toml empty.txt", 2),
    ("extract -o nowhere/out.json missing.txt", 2),
    ("extract -o nothing missing.txt", 2),
    ("extract", 2),
    ("extract -", 2),
    ("compare", 2),
    ("compare missing.txt", 2),
    ("compare old.json", 2),
    ("compare post.json missing.txt --fail-on never", 2),
    ("compare post.json herald.json missing.txt --fail-on note", 2),
    ("compare post.json --fail-on sometimes", 2),
    ("schema", 2),
    ("schema poem", 2),
]


@pytest.mark.parametrize(("args", "code"), TABLE, ids=[args or "nothing" for args, _ in TABLE])
def test_the_table(args: str, code: int):
    result = RUNNER.invoke(build_app(rich=False), args.split())

    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    if code == 2:
        assert result.stderr, "what went wrong is said on stderr"


@pytest.mark.parametrize("fail_on", ["error", "warning", "note", "never"])
def test_the_json_says_what_the_process_ends_with(fail_on):
    result = RUNNER.invoke(build_app(rich=False), ["compare", "post.json", "herald.json", "--fail-on", fail_on])

    assert json.loads(result.stdout)["exit_code"] == result.exit_code


@pytest.mark.parametrize(
    ("raised", "code"),
    [(KeyboardInterrupt(), 130), (ClosedPipeError(), 141), (BrokenPipeError(32, "pipe"), 141), (KeyError("bug"), 2)],
)
def test_what_ends_a_run_from_outside(monkeypatch, raised, code):
    def fail(*_, **__):
        raise raised

    monkeypatch.setattr("claimx.workflow.compare", fail)
    result = RUNNER.invoke(build_app(rich=False), ["compare", "post.json"])

    assert result.exit_code == code
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_a_bug_is_said_in_short_and_shown_whole_only_when_asked(monkeypatch):
    def fail(*_, **__):
        raise KeyError("bug")

    monkeypatch.setattr("claimx.workflow.compare", fail)
    short = RUNNER.invoke(build_app(rich=False), ["compare", "post.json"])
    whole = RUNNER.invoke(build_app(rich=False), ["compare", "post.json"], env={"CLAIMX_DEBUG": "1"})

    assert "internal error: KeyError" in short.stderr
    assert "CLAIMX_DEBUG=1" in short.stderr
    assert "Traceback" in whole.stderr
    assert (short.exit_code, whole.exit_code) == (2, 2)


def test_a_person_without_input_gets_help_and_does_not_wait(monkeypatch):
    monkeypatch.setattr("claimx.cli.run.stdin_has_data", lambda: False)
    result = RUNNER.invoke(build_app(rich=False), ["extract"])

    assert result.exit_code == 2
    assert "Usage: " in result.stderr
    assert "there is no input" in result.stderr
