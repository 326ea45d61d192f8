"""Databases and humanitarian tools read our claims, as JSONL and as rows."""

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from builders import make_article, make_claim, make_extraction

from claimx.codec import write_extractions
from claimx.records import Extraction
from claimx.report.flat import render_claims
from claimx.report.hxl import render_hxl
from claimx.report.parquet import write_parquet

FIGURES = [
    ("At least 1,160 people were killed in Tarnow, “old port” and all.", "At least 1,160", 1160, None),
    ("=SUM(A1): 12 people were killed in Tarnow.", "12", 12, 12),
    ("Dozens of people were killed in the port.", "Dozens", 12, 99),
]


def extractions() -> list[Extraction]:
    found = []
    for text, words, _, _ in FIGURES:
        article = make_article(text=text, published="2031-05-04")
        found.append(make_extraction(article=article, claims=[make_claim(article=article, text=words)]))
    return found


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    with Path("out.jsonl").open("wb") as stream:
        write_extractions(extractions(), stream, form="jsonl")
    Path("out.csv").write_text("".join(render_claims(extractions())), encoding="utf-8")
    Path("hxl.csv").write_text("".join(render_hxl(extractions())), encoding="utf-8")
    return tmp_path


def test_duckdb_reads_csv_parquet_and_jsonl() -> None:
    duckdb = pytest.importorskip("duckdb")
    target = io.BytesIO()
    write_parquet(extractions(), target)
    Path("out.parquet").write_bytes(target.getvalue())
    expected = [(text, low, high) for _, text, low, high in FIGURES]

    for name in ("out.csv", "out.parquet"):
        assert duckdb.sql(f"select text, low, high from '{name}'").fetchall() == expected  # noqa: S608 - our own names
    nested = "select c.text, c.quantity.low, c.quantity.high from (select unnest(claims) as c from 'out.jsonl')"
    assert duckdb.sql(nested).fetchall() == expected


def test_sqlite_utils_takes_jsonl() -> None:
    pytest.importorskip("sqlite_utils")
    command = [sys.executable, "-m", "sqlite_utils"]
    with Path("out.jsonl").open("rb") as stream:
        insert = [*command, "insert", "news.db", "articles", "-", "--nl", "--flatten"]
        subprocess.run(insert, stdin=stream, capture_output=True, check=True)
    query = "select article_published, json_array_length(claims) as n from articles"
    shown = subprocess.run([*command, "news.db", query], capture_output=True, check=True).stdout

    assert json.loads(shown) == [{"article_published": "2031-05-04", "n": 1}] * 3


def test_jq_takes_jsonl() -> None:
    jq = shutil.which("jq")
    if jq is None:
        pytest.skip("jq is not installed")
    shown = subprocess.run([jq, "-r", ".claims[].text", "out.jsonl"], capture_output=True, check=True, text=True).stdout

    assert shown.splitlines() == [text for _, text, _, _ in FIGURES]


def test_libhxl_finds_nothing_wrong() -> None:
    """In a process of its own, for the library warns while it is imported."""
    code = (
        "import hxl; data = hxl.data('hxl.csv', hxl.InputOptions(allow_local=True)).cache();"
        "print(hxl.validate(data)['issues'], *[row.get('#indicator+value+min') for row in data])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    if "No module named 'hxl'" in done.stderr:
        pytest.skip("libhxl is not installed")

    assert done.stdout.split() == ["[]", "1160", "12", "12"], done.stderr
