"""What of an article is read: one list for the pipeline, the library and the command line."""

from typing import Literal

Tier = Literal["full", "figures"]
"""`full` reads all of an article; `figures` the sentences that may state a figure, and its beginning."""
