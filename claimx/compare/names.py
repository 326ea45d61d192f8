"""Names in an article, told by their capitals: what two articles about one event have in common."""

import calendar
import re

from claimx.compare.wording import LITTLE, content
from claimx.records.article import Article

CAPITAL = re.compile(r"\b[A-Z][\w\u2019'-]*")
AFTER_WORD = re.compile(r"[a-z,;\d]\s+[\"\u201c\u2018'(]?([A-Z][\w\u2019'-]*(?:\s+[A-Z][\w\u2019'-]*)*)")
CALENDAR = content(" ".join([*calendar.month_name, *calendar.day_name]))


def proper_names(article: Article) -> frozenset[str]:
    """Words that the article writes with a capital inside a sentence, and the capitalised words of its title.

    A word that only ever opens sentences may be any word.
    """
    inside = " ".join(AFTER_WORD.findall(article.text or ""))
    title = " ".join(CAPITAL.findall(article.title or ""))
    return content(f"{inside} {title}") - CALENDAR - LITTLE


def names_in(sentence: str, proper: frozenset[str]) -> frozenset[str]:
    """The proper names of an article that a sentence holds.

    Args:
        sentence: The sentence.
        proper: The names of its article.
    """
    return content(" ".join(CAPITAL.findall(sentence))) & proper
