"""Inputs into articles, on the executors: lines of JSONL, rows of a table, pages of web archives."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from claimx.batch.rows import article_row
from claimx.batch.spark.columns import ITEM, frame_of
from claimx.codec import encode
from claimx.errors import InputError, SourceError, located
from claimx.records import ErrorRecord, Extraction
from claimx.sources import Details, FieldMap, Limits, Loaded, article_of
from claimx.sources.jsonl import FIELDS
from claimx.workflow.beginning import ByteStream
from claimx.workflow.extracting import article_in
from claimx.workflow.files import FileReader
from claimx.workflow.unread import error_record

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame, SparkSession

GROUP = 200
"""Articles that are handed on together."""

Given = Loaded | Extraction | ErrorRecord


def read_lines(
    spark: "SparkSession",
    paths: Sequence[str],
    *,
    fields: Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> "DataFrame":
    """Read JSONL; large files are split, and each line keeps its number all the same.

    Args:
        spark: The session.
        paths: Files, folders and patterns, wherever Spark can read them.
        fields: Field of an article to key of the objects.
        limits: How long an article may be.

    Returns:
        Items.
    """
    from pyspark.sql import functions

    lines = (
        spark.read.option("lineSep", "\n")  # as everywhere in claimx; Spark would end a line at a return too
        .text(list(paths))
        .select(
            functions.col("value").cast("binary").alias("content"),
            functions.col("_metadata.file_path").alias("file"),
            functions.col("_metadata.file_block_start").alias("block"),
        )
    )
    counted = lines.groupBy("file", "block").count().orderBy("file", "block").collect()
    before = _lines_before((row["file"], row["block"], row["count"]) for row in counted)
    keys, bounds = dict(fields or {}), limits or Limits()

    def read(frames: Iterator["pd.DataFrame"]) -> Iterator["pd.DataFrame"]:
        reader = FileReader(Details(origin="flag"), FieldMap(keys), bounds, None)
        seen: dict[tuple[str, int], int] = {}

        def items() -> Iterator[Mapping[str, object]]:
            for frame in frames:
                for content, file, block in zip(frame["content"], frame["file"], frame["block"], strict=True):
                    number = seen[file, block] = seen.get((file, block), before[file, block]) + 1
                    path = local_name(file)
                    for each in reader.read_line(bytes(content), path, number):
                        yield item_of(each, path, number)

        yield from _frames(items())

    return lines.mapInPandas(read, schema=ITEM)


def read_table(
    table: "DataFrame", *, fields: Mapping[str, str] | None = None, limits: Limits | None = None
) -> "DataFrame":
    """Read articles out of the columns of a table, as Parquet holds them.

    Args:
        table: A row an article, with the columns of JSONL: id, text, title, published, source, url; but for text, each
            may be left out.
        fields: Field of an article to column.
        limits: How long an article may be.

    Returns:
        Items.
    """
    keys, bounds = dict(fields or {}), limits or Limits()
    wanted = [keys.get(name, name) for name in FIELDS]
    chosen = table.select(*[each for each in wanted if each.split(".")[0] in table.columns])

    def read(frames: Iterator["pd.DataFrame"]) -> Iterator["pd.DataFrame"]:
        for frame in frames:
            values = json.loads(frame.to_json(orient="records", date_format="iso"))
            yield from _frames(_item_of_value(value, FieldMap(keys), bounds) for value in values)

    return chosen.mapInPandas(read, schema=ITEM)


def read_archives(spark: "SparkSession", paths: Sequence[str], *, limits: Limits | None = None) -> "DataFrame":
    """Read files that hold many articles and cannot be split: web archives, or anything else that claimx reads.

    Each file is one task, and is read as it comes: a gigabyte of WARC takes no more memory than its largest page.

    Args:
        spark: The session.
        paths: Files, by names that executors can open: of a file system that all share, or hdfs://, s3:// and the like.
        limits: How large a page and an article may be.

    Returns:
        Items.
    """
    bounds = limits or Limits()
    files = spark.createDataFrame([(path,) for path in paths], "path string").repartition(max(1, len(paths)), "path")

    def read(frames: Iterator["pd.DataFrame"]) -> Iterator["pd.DataFrame"]:
        reader = FileReader(Details(origin="flag"), FieldMap(), bounds, None)
        for frame in frames:
            for path in frame["path"]:
                yield from _frames(_items_of_file(reader, path))

    return files.mapInPandas(read, schema=ITEM)


def distinct(items: "DataFrame", partitions: int | None = None) -> "DataFrame":
    """Keep the first of articles with one id and one text, and spread the articles over the cluster.

    Args:
        items: Items.
        partitions: Into how many pieces of work; by default eight for each core.

    Returns:
        Items.
    """
    from pyspark.sql import functions

    number = partitions or 8 * items.sparkSession.sparkContext.defaultParallelism
    first = functions.min(functions.struct("path", "place", "document")).alias("first")
    kept = items.repartition(number, "name").groupBy("name").agg(first)
    return kept.select("first.path", "first.place", "name", "first.document")


def item_of(given: Given, path: str | None, place: int) -> Mapping[str, object]:
    """An item of what a file holds.

    Args:
        given: An article, an extraction that is read anew, or an error.
        path: The file.
        place: The line in it, or its number.
    """
    each = article_in(given)
    if isinstance(each, Loaded):
        name = f"{each.article.id} {each.article.text_sha256}"
        document = json.dumps(article_row(each), ensure_ascii=False)
    else:
        name = f"{path}:{place}"
        document = encode(each).decode()
    return {"path": path or "", "place": place, "name": name, "document": document}


def local_name(file: str) -> str:
    """A file as a user names it: Spark's `file:///a%20b` is `/a b`; other addresses stay as they are."""
    parts = urlsplit(file)
    return unquote(parts.path) if parts.scheme == "file" else file


def _lines_before(blocks: Iterable[tuple[str, int, int]]) -> dict[tuple[str, int], int]:
    """How many lines stand in a file before each of its blocks."""
    before: dict[tuple[str, int], int] = {}
    last, total = "", 0
    for file, block, count in blocks:
        total = total if file == last else 0
        before[file, block] = total
        last, total = file, total + count
    return before


def _item_of_value(value: object, field_map: FieldMap, limits: Limits) -> Mapping[str, object]:
    try:
        return item_of(article_of(value, field_map, path=None, line=None, limits=limits), None, 0)
    except InputError as err:
        record = error_record(err)
        return {**item_of(record, None, 0), "name": f"{record.input.id} {record.message}"}


def _items_of_file(reader: FileReader, path: str) -> Iterator[Mapping[str, object]]:
    try:
        with _opened(path) as stream:
            for place, each in enumerate(reader.read_open(stream, path), 1):
                yield item_of(each, path, place)
    except (OSError, ValueError) as err:
        what = located(f"it cannot be read: {getattr(err, 'strerror', None) or err}", path)
        remedy = "see that all executors can open it under this name"
        yield item_of(error_record(SourceError(what, remedy=remedy, path=path)), path, 0)


def _opened(path: str) -> AbstractContextManager[ByteStream]:
    if "://" not in path:
        return open(path, "rb")  # noqa: PTH123 - the caller closes it
    from pyarrow import fs

    system, inside = fs.FileSystem.from_uri(path)
    stream: AbstractContextManager[ByteStream] = system.open_input_stream(inside, compression=None)
    return stream


def _frames(items: Iterable[Mapping[str, object]]) -> Iterator["pd.DataFrame"]:
    held: list[Mapping[str, object]] = []
    for each in items:
        held.append(each)
        if len(held) == GROUP:
            yield frame_of(held, ITEM)
            held = []
    if held:
        yield frame_of(held, ITEM)
