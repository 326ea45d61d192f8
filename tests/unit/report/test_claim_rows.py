"""Claims as rows: CSV, HXL and Parquet hold the same."""

import csv
import io
from collections.abc import Sequence

import pytest
from builders import make_article, make_claim, make_extraction

from claimx.records import Extraction
from claimx.report.flat import CLAIM_COLUMNS, line_of, render_claims
from claimx.report.hxl import TAGS, render_hxl
from claimx.report.parquet import write_parquet


@pytest.fixture
def extractions() -> list[Extraction]:
    found = []
    for text, words in (
        ("At least 1,160 people were killed in Tarnow.", "At least 1,160"),
        ("=SUM(A1): 12 people were killed in Tarnow.", "12"),
        ("Dozens of people were killed in the “old, old” port.", "Dozens"),
    ):
        article = make_article(text=text, published="2031-05-04")
        found.append(make_extraction(article=article, claims=[make_claim(article=article, text=words)]))
    return [*found, make_extraction(article=make_article(text="Nothing happened."), claims=[])]


def rows(lines: Sequence[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(lines))))


def test_csv_has_a_row_for_each_claim(extractions):
    found = rows([*render_claims(extractions)])

    assert [tuple(row) for row in found] == [CLAIM_COLUMNS] * 3
    assert [(row["text"], row["low"], row["high"]) for row in found] == [
        ("At least 1,160", "1160", ""),
        ("12", "12", "12"),
        ("Dozens", "12", "99"),
    ]
    assert found[1]["sentence"].startswith("'=SUM")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\uff1d", " \t="])
def test_no_cell_is_a_formula(begin):
    assert line_of([f"{begin}1+2"]).lstrip('"').startswith("'")


def test_every_column_has_a_hashtag():
    assert tuple(TAGS) == CLAIM_COLUMNS
    assert len(set(TAGS.values())) == len(TAGS)


def test_hxl_is_the_csv_with_a_row_of_hashtags(extractions):
    header, tags, *rest = render_hxl(extractions)

    assert [header, *rest] == [*render_claims(extractions)]
    assert tags.rstrip("\n").split(",") == [*TAGS.values()]


def test_parquet_holds_the_same_with_types(extractions):
    pytest.importorskip("pyarrow", reason="the extra claimx[parquet] is not installed")
    from pyarrow import parquet

    target = io.BytesIO()
    write_parquet(extractions, target)
    table = parquet.read_table(io.BytesIO(target.getvalue()))

    assert tuple(table.column_names) == CLAIM_COLUMNS
    assert table.column("low").to_pylist() == [1160.0, 12.0, 12.0]
    assert table.column("high").to_pylist() == [None, 12.0, 99.0]
    assert table.column("negated").to_pylist() == [False] * 3
    assert table.column("sentence").to_pylist()[1].startswith("=SUM")
    assert str(table.schema.field("start").type) == "int64"


def test_parquet_is_the_same_bytes_every_time_and_has_its_columns_when_empty(extractions):
    pytest.importorskip("pyarrow", reason="the extra claimx[parquet] is not installed")
    from pyarrow import parquet

    first, second, empty = io.BytesIO(), io.BytesIO(), io.BytesIO()
    write_parquet(extractions, first)
    write_parquet(extractions, second)
    write_parquet([], empty)

    assert first.getvalue() == second.getvalue()
    assert parquet.read_schema(empty) == parquet.read_schema(first)
