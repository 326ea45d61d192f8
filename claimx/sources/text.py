"""Plain text and Markdown: the text is the article. Markdown's marks are left where they are, so that offsets hold."""

from claimx.sources.decode import decode
from claimx.sources.interface import Page


def read_text(content: bytes, path: str | None, charset: str | None = None) -> Page:
    """Read a file of plain text or Markdown.

    Args:
        content: Its bytes.
        path: Its name, for messages.
        charset: The encoding that its sender declares.

    Raises:
        SourceError: If it is not text.
    """
    text, notes = decode(content, path, declared=charset)
    return Page(text=text, notes=notes)
