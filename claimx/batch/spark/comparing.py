"""Extractions into comparisons, event by event: grouped by Spark, compared by the functions that compare everywhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.batch.events import by_event, compare_event
from claimx.batch.spark.columns import COMPARISON, frame_of
from claimx.compare import CompareSettings

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame

KEYED = "event string, document string"


def compare_events(
    rows: "DataFrame", settings: CompareSettings | None = None, *, partitions: int | None = None
) -> "DataFrame":
    """Compare extractions, those of one event with one another; no figure is paired with every other.

    Args:
        rows: Rows of `extract`; what failed or was left out is passed over.
        settings: How to compare.
        partitions: Into how many pieces of work; by default eight for each core.

    Returns:
        A row for each event, by the columns of `EventRow`.
    """
    from pyspark.sql import functions

    text = (settings or CompareSettings()).model_dump_json()

    def take_apart(frames: Iterator["pd.DataFrame"]) -> Iterator["pd.DataFrame"]:
        chosen = CompareSettings.model_validate_json(text)
        for frame in frames:
            for document in frame["document"]:
                keyed = [{"event": event, "document": part} for event, part in by_event(document, chosen)]
                yield frame_of(keyed, KEYED)

    def compare(key: tuple[str], group: "pd.DataFrame") -> "pd.DataFrame":
        row = compare_event(key[0], group["document"], CompareSettings.model_validate_json(text))
        return frame_of([row], COMPARISON)

    number = partitions or 8 * rows.sparkSession.sparkContext.defaultParallelism
    found = rows.where(functions.expr("error is null and left_out is null")).select("document")
    keyed = found.mapInPandas(take_apart, schema=KEYED).repartition(number, "event")
    return keyed.groupBy("event").applyInPandas(compare, schema=COMPARISON)
