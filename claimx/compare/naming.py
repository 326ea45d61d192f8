"""What articles and claims are called: names that an edit elsewhere in the text does not change."""

from pathlib import PurePath

from claimx.records.article import Article
from claimx.records.base import content_id
from claimx.records.claim import Claim
from claimx.records.comparison import ComparedArticle


def name_article(article: Article) -> str:
    """The outlet; else the id that the input gave, the address, the file's name or the headline; else the hash.

    A draft has no outlet, and its own id is a hash of its text: by that every edit would make it another article.
    """
    file = PurePath(article.path).name if article.path else None
    return article.source or article.given_id or article.url or file or article.title or article.id


def order_of(article: Article | ComparedArticle) -> tuple[str, ...]:
    """A key that sorts articles, by the outlet and the names that come with them; by the text only where these tie."""
    names = (article.source, article.given_id, article.url, article.path, article.title, article.id)
    return (*(name or "" for name in names), article.text_sha256)


def claim_fingerprint(claim: Claim, article: Article) -> str:
    """Name a claim by its outlet, its sentence and where in it the figure stands: `k-` and 12 hexadecimal digits."""
    sentence = claim.sentence
    before = " ".join(sentence.text[: max(0, claim.start - sentence.start)].split())
    return content_id("k", name_article(article), " ".join(sentence.text.split()), len(before))
