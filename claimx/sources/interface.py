"""What every reader of an input format takes and gives."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

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
LEFT_OUT = "CX914"
MISSING_EXTRA = "CX915"
NOT_FETCHED = "CX916"
BROKEN = "CX917"

MAX_FILE_BYTES = 10 * 1024 * 1024
MAX_ARTICLE_CHARS = 1_000_000
MAX_SECONDS = 30.0
MAX_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read; what is larger is refused with an error that names the setting.

    Attributes:
        max_file_bytes: Largest file that holds one article, and largest page of a collection.
        max_article_chars: Longest text of one article, in code points; parsing needs about a gigabyte for a million.
        max_seconds: Longest time that fetching an address may take, all in all.
        max_redirects: How often an address may lead to another one.
    """

    max_file_bytes: int = MAX_FILE_BYTES
    max_article_chars: int = MAX_ARTICLE_CHARS
    max_seconds: float = MAX_SECONDS
    max_redirects: int = MAX_REDIRECTS


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


class Reader(Protocol):
    """Reads a format that holds one article in a file."""

    def __call__(self, content: bytes, path: str | None, charset: str | None = None, /) -> Page:
        """Read a file.

        Args:
            content: Its bytes.
            path: Its name, for messages.
            charset: The encoding that whoever sent it declares, where the format does not say itself.

        Raises:
            SourceError: If no article can be read.
        """
        ...


CollectionReader = Callable[[BinaryIO, str | None, Limits], Iterator[Page | SourceError | Note]]
"""Reads a format that holds several articles: yields each, an error in the place of one that cannot be read, and notes
on what was left out. The second argument is the name of the file for messages. Raises SourceError."""


def refuse(
    what: str, *, remedy: str, code: str, path: str | None, line: int | None = None, input_id: str | None = None
) -> SourceError:
    """Build the error for an input that cannot be read; its message begins with the place."""
    return SourceError(located(what, path, line), remedy=remedy, code=code, path=path, line=line, input_id=input_id)
