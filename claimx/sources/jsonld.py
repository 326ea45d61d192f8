"""What a page says of its article to search engines: headline, outlet, date and address in JSON-LD."""

import html
import json
import re
from collections.abc import Iterator, Mapping

from claimx.sources.interface import Details
from claimx.sources.metadata import parse_published

SCRIPT = re.compile(r"""<script\b[^>]{0,200}\btype\s*=\s*["']?application/ld\+json["']?[^>]{0,200}>""", re.IGNORECASE)
END = re.compile("</script", re.IGNORECASE)
MAX_CHARS = 200_000
"""What is longer is no description of one article."""
ARTICLE = re.compile(r"(?:\w*Article|\w*BlogPosting|Report)")
WRAPPERS = ("@graph", "mainEntity")
"""Where the article stands in an object that is no article itself. Lists of other articles stand elsewhere."""


def read_json_ld(page: str, title: str | None, url: str | None) -> Details:
    """Read what is said of the article of a page.

    Args:
        page: The markup.
        title: The headline as found otherwise, which tells the article among several.
        url: Its address as found otherwise, for the same.

    Returns:
        What is said; nothing where nothing is said, or it is of several articles and none is this one.
    """
    articles = [each for script in _scripts(page) for each in _articles(_decoded(script))]
    if len(articles) > 1:
        articles = [each for each in articles if _is_this(each, title, url)][:1]
    if not articles:
        return Details(origin="metadata")
    article = articles[0]
    published = parse_published(_text(article, "datePublished") or "")
    return Details(
        origin="metadata",
        source=_name(article.get("publisher")),
        title=_text(article, "headline"),
        url=_text(article, "url"),
        published=published and published[: len("2026-03-04")],
    )


def _scripts(page: str) -> Iterator[str]:
    """What the scripts hold; the page is read once, however many of them are never closed."""
    place = 0
    while (start := SCRIPT.search(page, place)) and (end := END.search(page, start.end())):
        if end.start() - start.end() <= MAX_CHARS:
            yield page[start.end() : end.start()]
        place = end.end()


def _is_this(article: Mapping[str, object], title: str | None, url: str | None) -> bool:
    """Whether it is the article of the page; that neither of them has an address does not make them one."""
    return (title is not None and _text(article, "headline") == title) or (
        url is not None and _text(article, "url") == url
    )


def _decoded(script: str) -> object:
    try:
        value: object = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None
    return value


def _articles(value: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    if isinstance(value, list):
        for each in value:
            if isinstance(each, Mapping):
                yield from _articles(each, depth)
    elif isinstance(value, Mapping):
        kinds = value.get("@type")
        if any(isinstance(kind, str) and ARTICLE.fullmatch(kind) for kind in _listed(kinds)):
            yield value
        elif depth < len(WRAPPERS):
            for key in WRAPPERS:
                yield from _articles(value.get(key), depth + 1)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _name(publisher: object) -> str | None:
    """The outlet: an organization, the first of several, or its bare name."""
    first = next(iter(_listed(publisher)), None)
    if isinstance(first, Mapping):
        return _text(first, "name")
    return first.strip() or None if isinstance(first, str) else None


def _text(item: Mapping[str, object], key: str) -> str | None:
    value = item.get(key)
    return html.unescape(value).strip() or None if isinstance(value, str) else None
