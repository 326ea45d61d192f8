"""The same reading on a cluster: articles out of JSONL, Parquet or web archives, rows into Parquet, by Apache Spark.

Each step takes and gives a data frame, so that a job may put its own between them. What is read and found is what one
machine reads and finds, row for row.
"""

from claimx.batch.spark.comparing import compare_events
from claimx.batch.spark.extracting import extract
from claimx.batch.spark.items import distinct, read_archives, read_lines, read_table

__all__ = ["compare_events", "distinct", "extract", "read_archives", "read_lines", "read_table"]
