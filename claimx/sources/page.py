"""A file that holds one article, read where it can do no harm."""

from claimx.sources.apart import Request, read_one_apart
from claimx.sources.formats import Format
from claimx.sources.interface import Page
from claimx.sources.text import read_text


def read_page(kind: Format, content: bytes, path: str | None, charset: str | None = None) -> Page:
    """Read a file that holds one article: plain text here, everything else in a process of its own.

    Args:
        kind: Its format, one that holds one article.
        content: Its bytes.
        path: Its name, for messages.
        charset: The encoding that its sender declares.

    Raises:
        SourceError: If no article can be read, or reading takes more than it may.
    """
    if kind is Format.TEXT:
        return read_text(content, path, charset)
    return read_one_apart(Request(kind.value, content, path, charset))
