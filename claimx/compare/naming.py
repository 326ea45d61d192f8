"""What an article is called where its text plays no part: a name that an edit does not change."""

from pathlib import PurePath

from claimx.records.article import Article
from claimx.records.base import content_id


def name_article(article: Article) -> str:
    """The outlet; else the id that the input gave, the address, the file's name or the headline; else the hash.

    A draft has no outlet, and its own id is a hash of its text: by that every edit would make it another article.
    """
    hashed = content_id("a", article.source, article.published, article.text_sha256)
    given = article.id if article.id != hashed else None
    file = PurePath(article.path).name if article.path else None
    return article.source or given or article.url or file or article.title or article.id
