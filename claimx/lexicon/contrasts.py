"""Words that tell two counts of the same things apart: destroyed and damaged, confirmed and suspected."""

from pydantic import Field

from claimx.lexicon.entry import Entry
from claimx.lexicon.load import lexicon_folder, read_entries


class Contrast(Entry):
    """One side of a contrast.

    Attributes:
        axis: What it is a side of; different sides of one axis exclude one another.
        words: Words that put a count on this side, in lower case.
        narrows: A count without the word is the wider one: the injured hold the seriously injured.
        picks: It picks some of the counted, and another text may pick others of them.
        strict: A count without the word is another count, even of the same number: the remaining 20, and 20.
        rules: Rules of metrics whose claims are on this side by what made them: "sent five to hospital".
        metrics: The only metrics of which it says something; all where there are none.
        nothing_of: Metrics of which it says nothing: all the dead died fatally.
    """

    axis: str
    words: tuple[str, ...] = Field(min_length=1)
    narrows: bool = False
    picks: bool = False
    strict: bool = False
    rules: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    nothing_of: tuple[str, ...] = ()

    def says_something_of(self, metric: str) -> bool:
        """Whether it tells counts of a metric apart.

        Args:
            metric: The metric.
        """
        return metric not in self.nothing_of and (not self.metrics or metric in self.metrics)


def read_contrasts(language: str = "en") -> tuple[Contrast, ...]:
    """Read `contrasts.toml`.

    Raises:
        LexiconError: If an entry is malformed.
    """
    return read_entries(lexicon_folder(language) / "contrasts.toml", Contrast)
