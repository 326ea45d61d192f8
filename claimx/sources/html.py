"""A web page: its article without menus and advertisements, and what the page's metadata says of it."""

import logging
import re

from claimx.sources.decode import decode
from claimx.sources.interface import NO_ARTICLE, TOO_LARGE, Details, Page, refuse
from claimx.sources.jsonld import read_json_ld

DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,200}charset|\?xml[^>]{0,100}encoding)\s*=\s*+["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
HEAD_BYTES = 4096

MIN_WORDS = 5
"""Fewer are what is left of a menu."""

MAX_TAGS = 60_000
"""Long live reports have a third of it. The time that finding the article takes grows with the square: some seconds
here, minutes with ten times as many."""

DATES = {"original_date": True, "extensive_search": False, "min_date": "1990-01-01", "max_date": "2099-12-31"}
"""Only dates that the markup gives, and a fixed window: by default it ends today, and the clock would tell."""


def read_html(content: bytes, path: str | None, charset: str | None = None) -> Page:
    """Read the article of a web page.

    Args:
        content: Its bytes.
        path: Its name, for messages.
        charset: The encoding that its server declares; believed more than the page itself, as browsers do.

    Raises:
        SourceError: If it is not text, is too large, or holds no article.
    """
    declared = DECLARED.search(content[:HEAD_BYTES])
    text, notes = decode(content, path, declared=charset or (declared[1].decode("ascii") if declared else None))
    if text.count("<") > MAX_TAGS:
        raise refuse(
            f"the page has more than {MAX_TAGS:,} tags",
            remedy="save the article's text as a .txt file and give that",
            code=TOO_LARGE,
            path=path,
        )

    import trafilatura
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        found = trafilatura.bare_extraction(
            text, include_comments=False, with_metadata=True, date_extraction_params=dict(DATES)
        )
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - broken markup makes the library raise whatever it leads to, assertions among it
        found = None
    article = found.text.strip() if isinstance(found, Document) and found.text else ""
    if len(article.split()) < MIN_WORDS or not isinstance(found, Document):
        raise refuse(
            "no article was found on this page",
            remedy="save the article's text as a .txt file and give that",
            code=NO_ARTICLE,
            path=path,
        )
    said = read_json_ld(text, found.title, found.url)
    details = Details(
        origin="metadata",
        source=said.source or found.sitename or found.hostname,
        title=said.title or found.title,
        url=found.url or said.url,
        published=said.published or found.date,
    )
    return Page(text=article, details=details, notes=notes)
