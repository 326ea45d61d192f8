"""Words with which an article says that it was changed."""

import re
from functools import cache

from pydantic import Field

from claimx.lexicon.entry import Entry
from claimx.lexicon.load import lexicon_folder, read_entries


class CorrectionNote(Entry):
    """One way of saying it.

    Attributes:
        words: The words, in lower case.
        opens: Whether they stand at the beginning of a line only: "Correction: …".
    """

    words: tuple[str, ...] = Field(min_length=1)
    opens: bool = False

    def pattern(self) -> re.Pattern[str]:
        """What finds them in a line."""
        longest_first = sorted(self.words, key=lambda word: (-len(word), word))
        found = "|".join(re.escape(word) for word in longest_first)
        return re.compile(rf"^\W{{0,3}}(?:{found})" if self.opens else rf"(?<!\w)(?:{found})", re.IGNORECASE)


@cache
def correction_patterns() -> tuple[re.Pattern[str], ...]:
    """The patterns of all entries.

    Raises:
        LexiconError: If `correction_notes.toml` is malformed.
    """
    path = lexicon_folder() / "correction_notes.toml"
    return tuple(entry.pattern() for entry in read_entries(path, CorrectionNote))
