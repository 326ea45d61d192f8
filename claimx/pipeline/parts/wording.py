"""The lexicon's words about parts in the shape in which the rules look for them: patterns over the text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache

from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.lexicon.parts import PartEntry, PartUse


@dataclass(frozen=True, slots=True)
class PartWording:
    """Patterns for what stands between and beside figures; none is case-sensitive.

    Attributes:
        opens: Between a total and a part: "60 inmates, including 17 women". The group is what follows the opener.
        share_of: Ends the words before a share: "3,000 families fled; of these 20% are back".
        of_them: Follows a part: "19 were held, six of them students".
        before_total: All that stands between a part and its total: "twelve of the 40 miners".
        among_total: All that stands between a part and its total: "thirty children were among the 85 dead".
        leading_of: Ends the words before a total whose parts follow: "Of the 31 climbers, 24 walked out".
        leading_among: The same where a verb follows: "Among the 85 dead were 30 children".
        of_those: Follows a part of an earlier total: "Sixteen of them were minors".
        of_the_noun: Follows a part of an earlier total; the group is its noun: "Six of the murders".
        among_the_noun: The same: "Twelve tourists were among the dead".
        noun_holds: Before a part of an earlier total; the group is its noun: "The dead included 12 tourists".
        of_those_first: Opens a sentence about parts of an earlier total: "Of those, 16 were minors".
        persons: Nouns for people of any kind.
        victims: Nouns for those of a toll of any kind.
        dead: Nouns for those of a toll of the dead.
        hurt: Nouns for those of a toll of the injured.
        state: Follows a part without a noun: "52 were hurt, nine seriously".
        alive: The same of those who live: "nine seriously", not "nine fatally".
        others: Follows a figure that is no part of the one before: "including a guard, 14 others were hurt".
        equals: Ends the words before a share that only compares: "the sum equals half of the 40 million of last year".
        the_other: Ends the words before what is left of a total: "four of the nine were found … the other five".
        summed: Ends the words before a total that its parts precede: "In all, 40 people died".
        sums_up: Follows such a total: "40 in all".
        told: A sentence that opens the list of the parts of the total before it.
        ends: Where the parts of a total end.
        relation: Ends the words before a figure that only places what is counted: "members of the group of 8".
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
    among_the_noun: re.Pattern[str]
    noun_holds: re.Pattern[str]
    of_those_first: re.Pattern[str]
    persons: re.Pattern[str]
    victims: re.Pattern[str]
    dead: re.Pattern[str]
    hurt: re.Pattern[str]
    state: re.Pattern[str]
    alive: re.Pattern[str]
    others: re.Pattern[str]
    equals: re.Pattern[str]
    the_other: re.Pattern[str]
    summed: re.Pattern[str]
    sums_up: re.Pattern[str]
    told: re.Pattern[str]
    ends: re.Pattern[str]
    relation: re.Pattern[str]
    revised: re.Pattern[str]
    corrected: re.Pattern[str]
    given_before: re.Pattern[str]
    later: re.Pattern[str]


_SHAPES = {
    "opens": (
        r"\b(?:«opener»|(?<=[,;—–]\s)of\s+(?:«pronoun»)|(?<=and\s)of\s+(?:«pronoun»))\b"
        r"(?P<tail>[^.;:“”\"]{0,120})$"
    ),
    "share_of": r"\bof\s+(?:«pronoun»)\b[^.]{0,12}$",
    "of_them": r"\s+(?:\w+\s+)?(?:of|among)\s+(?:them|whom|which)\b",
    "before_total": r"\s*(?:\w+\s+){0,2}?(?:out\s+)?of\s++(?:«all»)?\s*(?:[\w'’]+\s+)?$",
    "among_total": r"\s(?:[\w-]+\s){0,10}(?:were|are|was|is)\s+among\s++(?:«all»)?\s*(?:\w+\s+)?$",
    "leading_of": r"(?:^|[.;,:–—“\"‘]\s*|\b(?:that|and|but|while)\s+|\n)(?:out\s+)?of\s++(?:«all»)?\s*(?:\w+\s+)?$",
    "leading_among": r"(?:^|[.;,:–—“\"‘]\s*|\bthat\s+|\n)among\s+(?:«all»)\s*(?:\w+\s+)?$",
    "of_those": r"\s+(?:\w+\s+)?of\s+(?:«pronoun»)(?=\s+(?!«person»)|[,.;]|$)",
    "of_the_noun": r"\s+(?:\w+\s+)?of\s+(?:the|these|those)\s+(?P<group>[a-z][\w-]+)\b",
    "among_the_noun": (
        r"\s+(?:[\w'’-]+\s+){0,6}(?:were|are|was|is)\s+(?:also\s+)?among\s+(?:the|these|those)\s+"
        r"(?P<group>[a-z][\w-]+)\b"
    ),
    "noun_holds": (
        r"\b(?:among\s+(?:the|these|those)\s+(?P<among>[a-z][\w-]+)\s[^.;:,]{0,40}?\b(?:were|are|was|is)"
        r"|\b(?:the|these|those)\s+(?P<group>[a-z][\w-]+)\s+(?:also\s+)?(?:include|includes|included))\s[^.;:]{0,90}$"
    ),
    "of_those_first": r"(?:of|among)\s+(?:«pronoun»)(?=\s*,|\s+\d|\s+(?:were|are|was|is)\b)",
    "persons": r"«person»",
    "victims": r"«victim»",
    "dead": r"«dead»",
    "hurt": r"«hurt»",
    "state": r"\s+(?:«state»|«fatal»)\b",
    "alive": r"(?:\s+of\s+(?:them|whom))?\s+(?:«state»)\b",
    "others": r"\s+(?:«others»)\b",
    "equals": r"\b(?:«equal»)\s+(?:to\s+)?$",
    "the_other": r"\bthe\s+(?:«rest»),?\s+$",
    "summed": r"\b(?:«sum»)\b[^.;:]{0,60}$",
    "sums_up": r"(?:\s+\w+){0,3},?\s+(?:«sum»)\b",
    "told": r"\b(?:«told»)\b[^.]*:\s*$",
    "ends": r"[.!?;]\s|\s(?:--|—|–)\s|\b(?:«contrast»)\b",
    "relation": r"\w\s+(?:«relation»)\s+(?:(?:the|a|an|its|their|these|those)\s+)?$",
    "revised": r"\b(?:«revision»|«correction»)\b",
    "corrected": r"\b(?:«correction»)\b",
    "given_before": r"\b(?:(?:«earlier»)\s+(?:«reported»)|(?:«reported»)\s+(?:«earlier»))\b",
    "later": r"\b(?:«later»)\b",
}
"""What each pattern looks like; «use» stands for the words of that use."""

_USE = re.compile(r"«(\w+)»")


def make_part_wording(entries: Iterable[PartEntry]) -> PartWording:
    """Put the words of lexicon entries into patterns."""
    words: dict[PartUse, list[str]] = {}
    for entry in entries:
        words.setdefault(entry.use, []).extend(re.escape(word).replace(r"\ ", r"\s+") for word in entry.words)
    either = {str(use): "|".join(each) for use, each in words.items()}
    shapes = {name: _USE.sub(lambda use: either[use[1]], shape) for name, shape in _SHAPES.items()}
    return PartWording(**{each.name: re.compile(shapes[each.name], re.IGNORECASE) for each in fields(PartWording)})


@cache
def load_part_wording() -> PartWording:
    """The words of the lexicon."""
    return make_part_wording(read_entries(lexicon_folder() / "part_words.toml", PartEntry))
