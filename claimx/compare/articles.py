"""The articles of a comparison: each once, in an order of their own, and as the document lists them."""

from collections.abc import Iterable

from claimx.compare.naming import order_of
from claimx.records.article import Article
from claimx.records.comparison import ComparedArticle
from claimx.records.extraction import Extraction


def by_date(article: Article | ComparedArticle) -> tuple[str, ...]:
    """A key that sorts articles by date, those without one last, then by their names."""
    return (article.published or "9999", *order_of(article))


def distinct(extractions: Iterable[Extraction]) -> tuple[Extraction, ...]:
    """The extractions by date, outlet and id, without second copies of one article."""
    ordered = sorted(extractions, key=lambda each: by_date(each.article))
    seen: set[tuple[str, str | None, str | None]] = set()
    kept = []
    ids: set[tuple[str, str]] = set()
    for extraction in ordered:
        article = extraction.article
        key = (article.text_sha256, article.source, article.published)
        if key not in seen and (article.id, article.text_sha256) not in ids:
            kept.append(extraction)
        seen.add(key)
        ids.add((article.id, article.text_sha256))
    return tuple(kept)


def show_article(article: Article) -> ComparedArticle:
    """An article as a comparison lists it."""
    return ComparedArticle(
        id=article.id,
        source=article.source,
        published=article.published,
        published_from=article.published_from,
        title=article.title,
        url=article.url,
        path=article.path,
        text_sha256=article.text_sha256,
    )
