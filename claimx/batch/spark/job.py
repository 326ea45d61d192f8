"""A whole job for `spark-submit`: articles in, rows and comparisons out as Parquet.

    spark-submit job.py [--warc | --table] [--fields text=body] [--no-compare] IN… OUT

Write a job of your own with the functions that this one calls where it needs other inputs, filters or joins.
"""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimx.batch.extracting import RowSettings
from claimx.batch.spark.comparing import compare_events
from claimx.batch.spark.extracting import extract
from claimx.batch.spark.items import distinct, read_archives, read_lines, read_table
from claimx.sources import FieldMap
from claimx.workflow import ExtractSettings

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

ROWS, COMPARISONS = "rows", "comparisons"
SECONDS = 120.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the job.

    Args:
        arguments: Of the command line.
    """
    from pyspark.sql import SparkSession

    options = _options(arguments)
    spark = SparkSession.builder.appName("claimx").getOrCreate()
    try:
        run(spark, options)
    finally:
        spark.stop()


def run(spark: "SparkSession", options: argparse.Namespace) -> None:
    """Read articles, write their rows, and compare those that were read.

    `OUT/rows` has a folder for each outcome, `found`, `failed` and `left out`, so that dead letters are looked up
    without reading the rest. It is written before anything is compared, so that comparing again needs no reading.

    Args:
        spark: The session.
        options: What `main` was told.
    """
    items = distinct(_read(spark, options), options.partitions)
    wanted = RowSettings(
        ExtractSettings(keep_text=not options.no_text), tuple(options.language), min_chars=options.min_chars
    )
    rows = extract(items, wanted, max_seconds=options.max_article_seconds)
    outcome = "case when error is not null then 'failed' when left_out is not null then 'left out' else 'found' end"
    outcome += " as outcome"
    rows.selectExpr("*", outcome).write.partitionBy("outcome").parquet(f"{options.output}/{ROWS}")
    if options.compare:
        found = spark.read.parquet(f"{options.output}/{ROWS}").where("outcome = 'found'")
        compare_events(found, partitions=options.partitions).write.parquet(f"{options.output}/{COMPARISONS}")


def _read(spark: "SparkSession", options: argparse.Namespace) -> "DataFrame":
    if options.warc:
        return read_archives(spark, options.inputs)
    if options.table:
        return read_table(spark.read.parquet(*options.inputs), fields=options.fields)
    return read_lines(spark, options.inputs, fields=options.fields)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Extract from articles and compare them, on Spark.")
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument("--warc", action="store_true", help="inputs are web archives; each is one task")
    kinds.add_argument("--table", action="store_true", help="inputs are Parquet, a row an article")
    parser.add_argument("--fields", type=_fields, default={}, help="other names of fields, as text=body,published=date")
    parser.add_argument("--language", action="append", default=[], metavar="CODE", help="read only this, as en")
    parser.add_argument("--min-chars", type=int, default=0, help="leave shorter articles out")
    parser.add_argument("--partitions", type=int, help="pieces of work; by default eight for each core")
    parser.add_argument(
        "--max-article-seconds", type=float, default=SECONDS, help="give up an article that takes longer"
    )
    parser.add_argument("--no-text", action="store_true", help="leave the articles' text out")
    parser.add_argument("--no-compare", dest="compare", action="store_false", help="write rows only")
    parser.add_argument("inputs", nargs="+", help="files, by names that executors can open")
    parser.add_argument("output", help="a folder that is not there yet")
    return parser.parse_args(arguments)


def _fields(written: str) -> dict[str, str]:
    return dict(FieldMap.parse(written).keys)


if __name__ == "__main__":
    main()
