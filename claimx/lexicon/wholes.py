"""What tells the whole that a percentage is of: "85 percent of the population", and "a population of 2.2 million"."""

import re
from functools import cache, cached_property

from claimx.lexicon.entry import Entry
from claimx.lexicon.load import lexicon_folder, read_entries


class WholeEntry(Entry):
    """A kind of whole.

    Attributes:
        unit: Its unit; None for one that is called by its unit: "60 percent of the schools".
        of: Words for it beside a percentage, singular; none where its unit says it.
        before: Words right before a figure that make it the whole.
        after: Words right after one.
    """

    unit: str | None = None
    of: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def states(self, text: str, start: int, end: int) -> bool:
        """Whether words around a figure make it the whole.

        Args:
            text: The sentence.
            start: Where the figure begins in it.
            end: Where it ends.
        """
        before, after = self._patterns
        return bool((before and before.search(text[:start])) or (after and after.match(text[end:])))

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
        led, followed = _any_of(self.before), _any_of(self.after)
        return (
            re.compile(rf"\b(?:{led})\s+(?:[a-z]+\s+)?$", re.IGNORECASE) if led else None,
            re.compile(rf"(?<!\s)\s+(?:{followed})\b", re.IGNORECASE) if followed else None,
        )


def _any_of(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda each: (-len(each), each)))


@cache
def read_wholes(language: str = "en") -> tuple[WholeEntry, ...]:
    """Read `wholes.toml`.

    Raises:
        LexiconError: If an entry is malformed.
    """
    return read_entries(lexicon_folder(language) / "wholes.toml", WholeEntry)
