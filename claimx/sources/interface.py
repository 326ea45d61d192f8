"""What every reader of an input format takes and gives."""

from collections.abc import Callable
from dataclasses import dataclass, field

from claimx.errors import SourceError, located
from claimx.records.article import Article, PublishedFrom
from claimx.records.extraction import Note

EMPTY = "CX902"
BINARY = "CX903"
TOO_LARGE = "CX904"
DECODED = "CX905"
NOTHING_FOUND = "CX906"
NO_ARTICLE = "CX907"
NOT_AN_ARTICLE = "CX908"
NO_DATE = "CX909"
REPLACED = "CX912"

MAX_FILE_BYTES = 10 * 1024 * 1024
MAX_ARTICLE_CHARS = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read; what is larger is refused with an error that names the setting.

    Attributes:
        max_file_bytes: Largest file of text, Markdown or HTML.
        max_article_chars: Longest text of one article, in code points; parsing needs about a gigabyte for a million.
    """

    max_file_bytes: int = MAX_FILE_BYTES
    max_article_chars: int = MAX_ARTICLE_CHARS


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of an article beside its text, from one place.

    Attributes:
        origin: What place that is.
        id: The input's own name for the article.
        source: The outlet.
        title: The headline.
        url: Where it was published.
        published: When, as it is written there.
    """

    origin: PublishedFrom
    id: str | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader makes of a file: the article's text, and what the file says of it.

    Attributes:
        text: The text, unchanged.
        details: What the file itself says; None where its format has no place for that.
        notes: What a user should know about how it was read.
    """

    text: str
    details: Details | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article ready for the pipeline, with what is to be noted about its reading."""

    article: Article
    notes: tuple[Note, ...] = field(default=())


Reader = Callable[[bytes, str | None], Page]
"""Reads the bytes of one file; the second argument is its name for messages. Raises SourceError."""


def refuse(
    what: str, *, remedy: str, code: str, path: str | None, line: int | None = None, input_id: str | None = None
) -> SourceError:
    """Build the error for an input that cannot be read; its message begins with the place."""
    return SourceError(located(what, path, line), remedy=remedy, code=code, path=path, line=line, input_id=input_id)
