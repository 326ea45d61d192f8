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
        among_total: All that stands between a part and its total: "thirty children were among the 85 dead".
        leading_of: Ends the words before a total whose parts follow: "Of the 31 climbers, 24 walked out".
        leading_among: The same where a verb follows: "Among the 85 dead were 30 children".
        of_those: Follows a part of an earlier total: "Sixteen of them were minors".
        of_the_noun: Follows a part of an earlier total; the group is its noun: "Six of the murders".
        of_those_first: Opens a sentence about parts of an earlier total: "Of those, 16 were minors".
        persons: Nouns for people of any kind.
        dead: Nouns for those of a toll.
        state: Follows a part without a noun: "52 were hurt, nine seriously".
        equals: Ends the words before a share that only compares: "the sum equals half of the 40 million of last year".
        the_other: Ends the words before what is left of a total: "four of the nine were found … the other five".
        told: A sentence that opens the list of the parts of the total before it.
        ends: Where the parts of a total end.
        revised: A word of revision between two figures.
        corrected: One that says that the old figure was wrong or is out of date.
        given_before: Words that make a figure one that was given before: "had earlier said".
        later: Between such a figure and the new one.
    """

    opens: re.Pattern[str]
    share_of: re.Pattern[str]
    of_them: re.Pattern[str]
    before_total: re.Pattern[str]
    among_total: re.Pattern[str]
    leading_of: re.Pattern[str]
    leading_among: re.Pattern[str]
    of_those: re.Pattern[str]
    of_the_noun: re.Pattern[str]
    of_those_first: re.Pattern[str]
    persons: re.Pattern[str]
    dead: re.Pattern[str]
    state: re.Pattern[str]
    equals: re.Pattern[str]
    the_other: re.Pattern[str]
    told: re.Pattern[str]
    ends: re.Pattern[str]
    revised: re.Pattern[str]
    corrected: re.Pattern[str]
    given_before: re.Pattern[str]
    later: re.Pattern[str]


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
        before_total=_any_case(rf"\s*(?:\w+\s+){{0,2}}?(?:out\s+)?of\s+(?:{every})?\s*(?:[\w'’]+\s+)?$"),
        among_total=_any_case(rf"\s(?:[\w-]+\s){{0,10}}(?:were|are|was|is)\s+among\s+(?:{every})?\s*(?:\w+\s+)?$"),
        leading_of=_any_case(rf"(?:^|[.;,]\s*|\bthat\s+|\n)(?:out\s+)?of\s+(?:{every})?\s*(?:\w+\s+)?$"),
        leading_among=_any_case(rf"(?:^|[.;,]\s*|\bthat\s+|\n)among\s+(?:{every})\s*(?:\w+\s+)?$"),
        of_those=_any_case(rf"\s+(?:\w+\s+)?of\s+(?:{pronoun})(?=\s+(?!{words['person']})|[,.;]|$)"),
        of_the_noun=_any_case(r"\s+(?:\w+\s+)?of\s+(?:the|these|those)\s+(?P<group>[a-z][\w-]+)\b"),
        of_those_first=_any_case(rf"(?:of|among)\s+(?:{pronoun})(?=\s*,|\s+\d|\s+(?:were|are|was|is)\b)"),
        persons=_any_case(words["person"]),
        dead=_any_case(words["dead"]),
        state=_any_case(rf"\s+(?:{words['state']})\b"),
        equals=_any_case(rf"\b(?:{words['equal']})\s+(?:to\s+)?$"),
        the_other=_any_case(rf"\bthe\s+(?:{words['rest']}),?\s+$"),
        told=_any_case(rf"\b(?:{words['told']})\b[^.]*:\s*$"),
        ends=_any_case(rf"[.!?;]\s|\s(?:--|—|–)\s|\b(?:{words['contrast']})\b"),
        revised=_any_case(rf"\b(?:{words['revision']}|{words['correction']})\b"),
        corrected=_any_case(rf"\b(?:{words['correction']})\b"),
        given_before=_any_case(
            rf"\b(?:(?:{words['earlier']})\s+(?:{words['reported']})|(?:{words['reported']})\s+(?:{words['earlier']}))\b"
        ),
        later=_any_case(rf"\b(?:{words['later']})\b"),
    )


def _any_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def load_part_wording() -> PartWording:
    """The words of the lexicon."""
    return make_part_wording(read_entries(lexicon_folder() / "part_words.toml", PartEntry))
