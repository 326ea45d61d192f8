"""Names in an article, told by their capitals: what two articles about one event have in common."""

import calendar
import re
from functools import lru_cache

from claimx.compare.folding import content, little, singular
from claimx.records.article import Article

CAPITAL = re.compile(r"\b[A-Z][\w\u2019'-]*")
AFTER_WORD = re.compile(r"[a-z,;\d]\s+[\"\u201c\u2018'(]?([A-Z][\w\u2019'-]*(?:\s+[A-Z][\w\u2019'-]*)*)")
LONGER_WORD = re.compile(r"[^\W\d_]{4,}")
CALENDAR = frozenset(singular(name.casefold()) for name in (*calendar.month_name, *calendar.day_name) if name)


def proper_names(article: Article) -> frozenset[str]:
    """Words that the article writes with a capital inside a sentence or in its title.

    A word that only ever opens sentences may be any word, and so may one of a line in which all have a capital.
    """
    lines = [line for line in (article.text or "").splitlines() if not _all_capitals(line)]
    inside = " ".join(AFTER_WORD.findall("\n".join(lines)))
    title = article.title or ""
    named = " ".join(CAPITAL.findall(title)) if not _all_capitals(title) else ""
    return frozenset(word for word in content(f"{inside} {named}") - CALENDAR - little() if len(word) > 1)


def _all_capitals(line: str) -> bool:
    """Whether a line is a headline with a capital on every longer word."""
    longer = LONGER_WORD.findall(line)
    return len(longer) > 2 and all(word[0].isupper() for word in longer)  # noqa: PLR2004 - a name may have two words


def names_in(sentence: str, proper: frozenset[str]) -> frozenset[str]:
    """The proper names of an article that a sentence holds.

    Args:
        sentence: The sentence.
        proper: The names of its article.
    """
    return content(" ".join(CAPITAL.findall(sentence))) & proper


MANY_SHARED, SHARE = 4, 0.35


@lru_cache(maxsize=4096)
def akin(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two articles have so many names in common that they rather tell one story.

    Two reports of one crash share the street, the victims and the sergeant who speaks; two crashes in one city share
    the city and its police.

    Args:
        one: The proper names of one.
        other: Those of the other.
    """
    shared = len(one & other)
    return shared >= MANY_SHARED and shared >= SHARE * min(len(one), len(other))
