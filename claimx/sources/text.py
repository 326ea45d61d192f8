"""Plain text and Markdown: the text is the article. Markdown's marks are left where they are, so that offsets hold."""

from claimx.sources.decode import decode
from claimx.sources.interface import Page


def read_text(content: bytes, path: str | None) -> Page:
    """Read a file of plain text or Markdown.

    Args:
        content: Its bytes.
        path: Its name, for messages.

    Raises:
        SourceError: If it is not text.
    """
    text, notes = decode(content, path)
    return Page(text=text, notes=notes)
