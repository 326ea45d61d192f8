"""Articles into rows on the executors, by the function that reads them everywhere."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from claimx.batch.extracting import RowSettings, extract_rows
from claimx.batch.pool import Pool
from claimx.batch.rows import ResultRow, loaded_of, row_of
from claimx.batch.spark.columns import RESULT, frame_of
from claimx.codec import decode_document
from claimx.records import ErrorRecord
from claimx.sources import Loaded

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame

GROUP = 20
"""Rows that are handed on together; an extraction is a few times as large as its article."""


def extract(items: "DataFrame", settings: RowSettings, *, max_seconds: float | None = None) -> "DataFrame":
    """Read articles.

    Args:
        items: Items, as `read_lines` and its like give them.
        settings: What decides what becomes of them; folders of words must be on every executor.
        max_seconds: Longest time for one article. Where it is given, each Python worker reads in a process beside it,
            so that an article that takes longer, or takes all memory, is an error and not the end of the job.

    Returns:
        A row for each item, by the columns of `ResultRow`.
    """
    text = settings.to_text()

    def read(frames: Iterator["pd.DataFrame"]) -> Iterator["pd.DataFrame"]:
        documents = (document for frame in frames for document in frame["document"])
        if max_seconds is None:
            rows = _rows(documents, RowSettings.of_text(text))
        else:
            rows = _pool(text, max_seconds).rows(map(_given, documents))
        held: list[ResultRow] = []
        for row in rows:
            held.append(row)
            if len(held) == GROUP:
                yield frame_of(held, RESULT)
                held = []
        if held:
            yield frame_of(held, RESULT)

    return items.mapInPandas(read, schema=RESULT)


@cache
def _pool(settings: str, max_seconds: float) -> Pool:
    """The process beside a Python worker; it stays from task to task, as the worker does."""
    return Pool(settings, 1, max_seconds=max_seconds, stay=True)


def _rows(documents: Iterable[str], settings: RowSettings) -> Iterator[ResultRow]:
    for document in documents:
        value = json.loads(document)
        if "article" in value:
            yield from extract_rows([value], settings)
        else:
            yield row_of(_error(value))


def _given(document: str) -> Loaded | ErrorRecord:
    value = json.loads(document)
    return loaded_of(value) if "article" in value else _error(value)


def _error(value: dict[str, object]) -> ErrorRecord:
    record = decode_document(value).record
    if not isinstance(record, ErrorRecord):
        msg = "an item holds neither an article nor an error"
        raise TypeError(msg)
    return record
