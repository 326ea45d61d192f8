"""The columns of the data frames, in Spark's own words, so that no type depends on what is in a column."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandas import DataFrame

ITEM = "path string, place long, name string, document string"
"""An article that was read, or an error: its file, its line or its number in it, a name that it shares with its copies,
and the article or the error record as JSON."""

RESULT = (
    "article_id string, source string, published string, title string, url string, path string, language string,"
    " claims int, quotes int, error string, left_out string, document string"
)
"""As `ResultRow`."""

COMPARISON = (
    "event string, articles int, figures int, conflict int, tension int, update int, agree int, single int,"
    " findings int, document string"
)
"""As `EventRow`."""


def names_of(columns: str) -> list[str]:
    """The names of some columns."""
    return [each.split()[0] for each in columns.split(",")]


def frame_of(rows: Sequence[Mapping[str, object]], columns: str) -> "DataFrame":
    """Rows as a data frame of pandas; whole numbers stay whole, for no cell of theirs is empty."""
    from pandas import DataFrame

    return DataFrame(rows, columns=names_of(columns))
