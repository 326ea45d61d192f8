"""The lexicon's words about parts in the shape in which the rules look for them: patterns over the text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.lexicon.parts import PartEntry, PartUse


@dataclass(frozen=True, slots=True)
class PartWording:
    """Patterns for what stands between and beside figures; none is case-sensitive.

    Attributes:
        opens: Ends the words before a part: "60 inmates, including 17 women".
        share_of: Ends the words before a share: "3,000 families fled; of these 20% are back".
        of_them: Follows a part: "19 were held, six of them students".
        before_total: All that stands between a part and its total: "twelve of the 40 miners".
        leading_of: Ends the words before a total whose parts follow: "Of the 31 climbers, 24 walked out".
        the_other: Ends the words before what is left of a total: "four of the nine were found … the other five".
        told: A sentence that opens the list of the parts of the total before it.
        ends: Where the parts of a total end.
        revised: A word of revision between two figures.
    """

    opens: re.Pattern[str]
    share_of: re.Pattern[str]
    of_them: re.Pattern[str]
    before_total: re.Pattern[str]
    leading_of: re.Pattern[str]
    the_other: re.Pattern[str]
    told: re.Pattern[str]
    ends: re.Pattern[str]
    revised: re.Pattern[str]


def make_part_wording(entries: Iterable[PartEntry]) -> PartWording:
    """Put the words of lexicon entries into patterns."""
    words: dict[PartUse, str] = {}
    for entry in entries:
        either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in entry.words)
        words[entry.use] = f"{words[entry.use]}|{either}" if entry.use in words else either
    pronoun, every = words["pronoun"], words["all"]
    return PartWording(
        opens=_any_case(
            rf"\b(?:{words['opener']}|(?<=[,;—–]\s)of\s+(?:{pronoun})|(?<=and\s)of\s+(?:{pronoun}))"
            r"\b(?!.*,\s*and\b)[^.“”\"]{0,40}$"
        ),
        share_of=_any_case(rf"\bof\s+(?:{pronoun})\b[^.]{{0,12}}$"),
        of_them=_any_case(r"\s+(?:\w+\s+)?(?:of|among)\s+(?:them|whom|which)\b"),
        before_total=_any_case(rf"\s*(?:\w+\s+){{0,2}}?(?:out\s+)?of\s+(?:{every})?\s*(?:\w+\s+)?$"),
        leading_of=_any_case(rf"(?:^|[.;,]\s*|\bthat\s+)of\s+(?:{every})?\s*(?:\w+\s+)?$"),
        the_other=_any_case(rf"\bthe\s+(?:{words['rest']})\s+$"),
        told=_any_case(rf"\b(?:{words['told']})\b[^.]*:\s*$"),
        ends=_any_case(rf"[.!?;]\s|\b(?:{words['contrast']})\b"),
        revised=_any_case(rf"\b(?:{words['revision']})\b"),
    )


def _any_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def load_part_wording() -> PartWording:
    """The words of the lexicon."""
    return make_part_wording(read_entries(lexicon_folder() / "part_words.toml", PartEntry))
