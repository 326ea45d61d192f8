"""Words as a comparison sees them: folded, singular-ish, without the little ones."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from claimx.lexicon.comparing import word_set

POSSESSIVE = re.compile(r"['\u2019]s\b|(?<=s)['\u2019]")


def little() -> frozenset[str]:
    """Words that tell nothing of what a name, a unit or a group is."""
    return word_set("little")


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """Lower-case words without diacritics and possessives, in order; hyphens split."""
    plain = unicodedata.normalize("NFKD", POSSESSIVE.sub("", text).casefold())
    return tuple(re.findall(r"\w+", "".join(char for char in plain if not unicodedata.combining(char))))


def singular(word: str) -> str:
    """A rough singular, for matching only: `cables` and `cable` give the same."""
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "dies" is no plural of "dy"
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:  # noqa: PLR2004 - "gas"
        return word[:-1]
    return word


@lru_cache(maxsize=8192)
def content(text: str) -> frozenset[str]:
    """The words that say something, singular."""
    dropped = little()
    return frozenset(singular(word) for word in words(text) if word not in dropped)


def overlap(one: Iterable[str], other: Iterable[str]) -> float:
    """Shared words over all words (Jaccard); 0 where one side has none."""
    first, second = frozenset(one), frozenset(other)
    both = first | second
    return len(first & second) / len(both) if first and second else 0.0


def fold_unit(unit: str) -> str:
    """The head of a unit: a submarine cable is a cable; "kilometre per hour" is one unit."""
    said = [singular(word) for word in words(unit)]
    return " ".join(said) if "per" in said else "".join(said[-1:])
