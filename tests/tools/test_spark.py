"""Spark on this machine: the rows of one process, from every input, with a worker killed; compared event by event."""

import gzip
import json
import os
import re
import shutil
import signal
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from documents import make_warc

pytest.importorskip("pyspark")

from claimx.batch.events import by_event, compare_event
from claimx.batch.extracting import RowSettings
from claimx.batch.rows import row_of
from claimx.batch.spark import compare_events, distinct, extract, read_archives, read_lines, read_table
from claimx.batch.spark.items import local_name
from claimx.compare import CompareSettings
from claimx.workflow import Extractor, ExtractSettings, ReadSettings
from claimx.workflow import extract as extract_here

pytestmark = [pytest.mark.model, pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java")]

SETTINGS = RowSettings(ExtractSettings())
TOWNS = ("Mombasa", "Kisumu", "Jelgava", "Szeged")


@pytest.fixture(scope="module")
def spark():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2,4]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.files.maxPartitionBytes", "1500")  # so that even a small file is split
        .config("spark.sql.files.openCostInBytes", "0")
        .config("spark.driver.memory", "1g")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="module")
def feed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lines with an article, one of them twice, one broken, one blank, one with a return in it, one of Latin-1."""
    rows = [
        {
            "id": f"a{n}",
            "source": f"Outlet {n % 3}",
            "published": f"2026-03-{n % 4 + 1:02}",
            "text": f"A flood in {TOWNS[n % 4]} killed {n % 5 + 3} people, the mayor’s office said on Sunday.",
        }
        for n in range(24)
    ]
    lines = [json.dumps(row, ensure_ascii=False).encode() for row in rows]
    odd = [
        lines[3],
        b"{broken",
        b"",
        b'{"id": "r",\r"text": "The storm killed 4."}',
        '{"text": "Zwölf"}'.encode("latin-1"),
    ]
    file = tmp_path_factory.mktemp("with space") / "feed.jsonl"
    file.write_bytes(b"\n".join([*lines[:7], *odd, *lines[7:]]))
    return file


def here(extractor: Extractor, *names: Path) -> list[tuple[object, ...]]:
    """The rows of this process."""
    found = extract_here([str(name) for name in names], ReadSettings(), extractor)
    return sorted((tuple(row_of(each).values()) for each in found), key=str)


def there(frame) -> list[tuple[object, ...]]:
    return sorted((tuple(row) for row in frame.collect()), key=str)


def test_lines_give_the_rows_of_one_process(spark, extractor, feed):
    items = read_lines(spark, [str(feed)])
    assert items.rdd.getNumPartitions() > 1

    assert there(extract(distinct(items, 4), SETTINGS)) == here(extractor, feed)


def test_a_killed_worker_changes_nothing(spark, extractor, feed, tmp_path):
    mark = str(tmp_path / "mark")

    def killed_once(frames: Iterator) -> Iterator:
        for frame in frames:
            if "a5 " in "".join(frame["name"]) and not os.path.exists(mark):  # noqa: PTH110 - runs in a worker
                open(mark, "w").close()  # noqa: PTH123
                os.kill(os.getpid(), signal.SIGKILL)
            yield frame

    items = distinct(read_lines(spark, [str(feed)]), 4)
    rows = there(extract(items.mapInPandas(killed_once, schema=items.schema), SETTINGS))

    assert Path(mark).exists()
    assert rows == here(extractor, feed)


def test_an_article_over_the_limit_of_time_is_an_error_and_the_rest_is_read(spark, tmp_path):
    rows = [
        {"id": "short", "text": "A storm killed 4 people."},
        {"id": "long", "text": "It killed 12, she said. " * 20_000},
    ]
    file = tmp_path / "feed.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)))

    found = extract(distinct(read_lines(spark, [str(file)]), 1), SETTINGS, max_seconds=4).collect()

    assert sorted((row["article_id"], row["error"]) for row in found) == [("long", "CX992"), ("short", None)]


def test_a_table_gives_the_rows_of_its_lines(spark, extractor, tmp_path):
    rows = [{"id": f"t{n}", "body": f"A storm killed {n + 3} people in Ruse.", "meta": n} for n in range(4)]
    lines = tmp_path / "feed.jsonl"
    lines.write_text("\n".join(json.dumps({"id": row["id"], "text": row["body"]}) for row in rows))
    spark.createDataFrame([*rows, {"id": "none", "body": None, "meta": 0}]).write.parquet(str(tmp_path / "table"))

    items = read_table(spark.read.parquet(str(tmp_path / "table")), fields={"text": "body"})
    found = {row["article_id"]: json.loads(row["document"]) for row in extract(distinct(items, 2), SETTINGS).collect()}

    assert found.pop("none")["code"] == "CX908"
    expected = {row[0]: json.loads(row[-1]) for row in here(extractor, lines)}
    for each in expected.values():
        each["article"]["path"] = None
    assert found == expected


def test_archives_and_packed_files_are_read_whole(spark, extractor, tmp_path):
    texts = [f"A storm killed {n + 3} people in Ruse, the police said." for n in range(3)]
    packed = tmp_path / "feed.jsonl.gz"
    packed.write_bytes(gzip.compress("\n".join(json.dumps({"text": text}) for text in texts).encode()))
    crawl, gone = tmp_path / "crawl.warc.gz", tmp_path / "gone.warc.gz"
    crawl.write_bytes(gzip.compress(make_warc()))

    rows = there(extract(distinct(read_archives(spark, [str(packed), str(crawl), str(gone)]), 2), SETTINGS))

    assert [row for row in rows if row[-3] is None] == here(extractor, packed, crawl)
    assert sum(row[5] == str(crawl) for row in rows) == 2
    assert [row[-3] for row in rows if row[-3] is not None] == ["CX901"]


def test_events_are_compared_as_one_process_compares_them(spark, feed):
    rows = extract(distinct(read_lines(spark, [str(feed)]), 4), SETTINGS).cache()
    settings = CompareSettings()
    events: dict[str, list[str]] = defaultdict(list)
    for row in rows.where("error is null").collect():
        for event, document in by_event(row["document"], settings):
            events[event].append(document)

    found = there(compare_events(rows, settings, partitions=3))

    assert len(found) > 2
    assert found == sorted((tuple(compare_event(*each, settings).values()) for each in events.items()), key=str)
    assert sum(row[3] + row[4] for row in found) > 0, "some figures of one event cannot both hold"


def test_files_are_named_as_a_user_names_them():
    assert local_name("file:///a%20b/c.jsonl") == "/a b/c.jsonl"
    assert local_name("s3a://bucket/c%20d.jsonl") == "s3a://bucket/c%20d.jsonl"


def test_the_example_of_the_documentation_runs(spark, feed, tmp_path, monkeypatch):
    page = (Path(__file__).parents[2] / "docs" / "spark.md").read_text(encoding="utf-8")
    [example] = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(tmp_path)
    local = example.replace('"feed.jsonl"', repr(str(feed))).replace('"figures"', repr(str(tmp_path / "figures")))

    exec(local.replace('"conflicts"', repr(str(tmp_path / "conflicts"))), {"spark": spark})  # noqa: S102 - our own page

    assert spark.read.parquet(str(tmp_path / "figures")).count() == 26
    assert spark.read.parquet(str(tmp_path / "conflicts")).count() > 0
