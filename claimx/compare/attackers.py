"""Whether an article says that the attacker is among the dead or the hurt, so that some counts may hold him."""

import re
from functools import cache

from claimx.lexicon.comparing import alternatives
from claimx.records.article import Article


@cache
def _attacker_died() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('attacker-died')})\b", re.IGNORECASE)


@cache
def _attacker_hurt() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('attacker-hurt')})\b", re.IGNORECASE)


def attacker_died(article: Article) -> bool:
    """Whether an article says that the attacker is dead too, so that some counts of the dead may hold him."""
    return bool(_attacker_died().search(_whole_text(article)))


def attacker_hurt(article: Article) -> bool:
    """Whether an article says that the attacker was shot or hurt too, so that some counts of the hurt may hold him."""
    return bool(_attacker_hurt().search(_whole_text(article)))


def _whole_text(article: Article) -> str:
    return f"{article.title or ''}\n{article.text or ''}"
