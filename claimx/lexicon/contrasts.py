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
    """

    axis: str
    words: tuple[str, ...] = Field(min_length=1)
    narrows: bool = False
    picks: bool = False
    strict: bool = False


def read_contrasts(language: str = "en") -> tuple[Contrast, ...]:
    """Read `contrasts.toml`.

    Raises:
        LexiconError: If an entry is malformed.
    """
    return read_entries(lexicon_folder(language) / "contrasts.toml", Contrast)
