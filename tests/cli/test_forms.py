"""`claimx extract`: forms of output, by option and by suffix, and an address as an input."""

import csv
import json
from pathlib import Path

import pytest
from builders import make_claim, make_extraction
from documents import TEXT
from local_server import Handler, serving
from typer.testing import CliRunner

from claimx.cli.main import build_app
from claimx.records import Article, Extraction
from claimx.report.hxl import TAGS

RUNNER = CliRunner()


class Stub:
    """Stands where the pipeline does: one claim, of the first number."""

    def read_one(self, article: Article) -> Extraction:
        return make_extraction(article=article, claims=[make_claim(article=article, text="31")])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("claimx.workflow.extractor.load_reader", lambda *_, **__: Stub())
    Path("story.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def run(*args: str) -> tuple[int, bytes, str]:
    done = RUNNER.invoke(build_app(rich=False), ["extract", *args])
    return done.exit_code, done.stdout_bytes, done.stderr


@pytest.mark.parametrize("args", [("-f", "csv"), ("-o", "out.csv"), ("-o", "out.CSV")])
def test_csv(args):
    code, shown, _ = run("story.txt", *args)
    [row] = csv.DictReader((Path(args[1]).read_text() if args[0] == "-o" else shown.decode()).splitlines())

    assert (code, row["text"], row["value"]) == (0, "31", "31")
    assert (args[0] == "-o") == (shown == b"")


def test_hxl():
    _, tags, row = run("story.txt", "-f", "hxl")[1].decode().splitlines()

    assert tags == ",".join(TAGS.values())
    assert ",31," in row


def test_parquet():
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra claimx[parquet] is not installed")
    assert run("story.txt", "-o", "out.parquet")[0] == 0

    assert parquet.read_table("out.parquet").column("text").to_pylist() == ["31"]
    assert run("story.txt", "-f", "parquet")[1][:4] == b"PAR1"


def test_parquet_is_not_for_a_terminal(monkeypatch):
    monkeypatch.setattr("claimx.cli.extract.stdout_is_terminal", lambda: True)

    code, shown, said = run("story.txt", "-f", "parquet")

    assert (code, shown) == (2, b"")
    assert "[CX966]" in said
    assert "-o claims.parquet" in said


@pytest.mark.parametrize("form", ["csv", "hxl", "parquet"])
def test_what_cannot_be_read_is_said_and_ends_with_2(form):
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="the extra claimx[parquet] is not installed")
    code, shown, said = run("gone.txt", "story.txt", "-f", form)

    assert code == 2
    assert "gone.txt: it cannot be read" in said
    assert b"31" in shown


def test_a_file_stays_as_it_was_where_nothing_can_be_written(monkeypatch):
    Path("out.csv").write_text("old")
    monkeypatch.setattr("claimx.workflow.extractor.load_reader", lambda *_, **__: 1 / 0)

    assert run("story.txt", "-o", "out.csv")[0] == 2
    assert Path("out.csv").read_text() == "old"


def test_an_address_is_read_and_held_to_the_options():
    with serving() as server:
        Handler.answers["/story"] = (200, {"Content-Type": "text/plain"}, TEXT.encode())
        Handler.answers["/away"] = (302, {"Location": "/story"}, b"")
        found = run(f"{server}/away", "-f", "json")
        refused = run(f"{server}/away", "--max-redirects", "0")
        large = run(f"{server}/story", "--max-file-bytes", "9")
        slow = run(f"{server}/drip", "--timeout", "0.2")

    assert json.loads(found[1])["article"]["url"] == f"{server}/story"
    assert [found[0], refused[0], large[0], slow[0]] == [0, 2, 2, 2]
    assert "raise --max-redirects" in refused[2]
    assert "raise --max-file-bytes" in large[2]
    assert "raise --timeout" in slow[2]
