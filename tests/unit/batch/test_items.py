"""Inputs of large runs: as everywhere, but for the pages of archives, which a worker reads."""

import gzip
import io
import json
from pathlib import Path

import pytest
from documents import PAGE, make_answer, make_record, make_warc

from claimx.batch.extracting import RowSettings, extract_rows
from claimx.batch.items import ArchivedPage, read_items
from claimx.batch.rows import input_row, loaded_of
from claimx.records import ErrorRecord
from claimx.sources import Loaded
from claimx.workflow import ExtractSettings, Limits, ReadSettings, read_inputs

pytest.importorskip("fastwarc", reason="the extra claimx[warc] is not installed")

SETTINGS = RowSettings(ExtractSettings(model="there is none"), min_chars=10_000)


def test_pages_are_found_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc").write_bytes(make_warc())
    (tmp_path / "note.txt").write_text("Four people died.")

    found = list(read_items([str(tmp_path)], ReadSettings()))

    assert [type(each) for each in found] == [ArchivedPage, ArchivedPage, ArchivedPage, Loaded]


def test_members_of_gzip_are_read_one_after_another(tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc.gz"
    file.write_bytes(b"".join(gzip.compress(make_record(make_answer(PAGE.encode()))) for _ in range(3)))

    assert len(list(read_items([str(file)], ReadSettings()))) == 3


def test_a_page_that_is_read_later_is_the_article_that_is_read_at_once(tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc"
    file.write_bytes(make_warc())
    at_once = [each for each in read_inputs([str(file)], ReadSettings()) if isinstance(each, Loaded)]

    pages = [each for each in read_items([str(file)], ReadSettings()) if isinstance(each, ArchivedPage)]
    rows = extract_rows([input_row(each) for each in pages], SETTINGS)

    assert [row["left_out"] for row in rows].count("length") == len(at_once) == 2
    assert [row["article_id"] for row in rows if row["left_out"] == "length"] == [each.article.id for each in at_once]


def test_an_archive_that_is_damaged_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc.gz"
    file.write_bytes(gzip.compress(make_record(make_answer(PAGE.encode()))) + b"\x1f\x8b\x08no")

    *_, error = read_items([str(file)], ReadSettings())

    assert isinstance(error, ErrorRecord)
    assert error.code == "CX917"


def test_an_archive_without_a_page_is_told(tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc"
    file.write_bytes(make_record(make_answer(b"{}", kind="application/json")))

    [error] = read_items([str(file)], ReadSettings())

    assert isinstance(error, ErrorRecord)
    assert (error.code, error.message) == ("CX907", f"{file}: there is no page in this archive")
    assert [error] == list(read_inputs([str(file)], ReadSettings()))


def test_standard_input_is_called_what_the_user_calls_it() -> None:
    settings = ReadSettings(stdin=io.BytesIO(b"{broken\n"), stdin_name="feed.jsonl")

    [error] = read_items(["-"], settings)

    assert isinstance(error, ErrorRecord)
    assert error.message.startswith("feed.jsonl:1: this is not JSON")


def test_a_page_over_the_limit_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc"
    file.write_bytes(make_record(make_answer(b"<p>" + b"a" * 200_000)))

    [error] = read_items([str(file)], ReadSettings(limits=Limits(max_file_bytes=1000)))

    assert isinstance(error, ErrorRecord)
    assert error.code == "CX904"


def test_what_a_manifest_says_of_an_archive_is_kept(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc").write_bytes(make_record(make_answer(PAGE.encode())))
    (tmp_path / "manifest.toml").write_text('["crawl.warc"]\nsource = "The Archive"\n')

    [article] = read_items([str(tmp_path / "crawl.warc")], ReadSettings())

    assert isinstance(article, Loaded)
    assert article.article.source == "The Archive"


def test_an_article_of_the_run_crosses_as_plain_values(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Four people died.")
    [given] = read_items([str(tmp_path / "note.txt")], ReadSettings())
    assert isinstance(given, Loaded)

    row = json.loads(json.dumps(input_row(given)))

    assert loaded_of(row) == given
