"""An article as it came in."""

import re
from typing import Literal, Self

from pydantic import field_validator, model_validator

from claimx.records.base import Record, content_id, text_sha256
from claimx.records.day import is_day

PublishedFrom = Literal["flag", "manifest", "field", "metadata", "text", "reference"]

_DATE = 10
"""Code points of a date."""

INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?")


class Article(Record):
    """One article; the same record stands inside an extraction.

    Attributes:
        id: The input's own id, else a hash of source, date and text.
        source: The outlet.
        title: The headline, where the input gives it beside the text.
        url: Where the article was published.
        path: The file that it was read from, as the user named it.
        published: A date (`2024-03-26`) or an RFC 3339 time.
        published_from: Where that date comes from.
        language: ISO 639-1 code of the text's language; filled in by the pipeline.
        text: The text, unchanged but for a dropped byte-order mark; None where it was left out of the JSON.
        text_sha256: SHA-256 of the text's UTF-8 bytes.
    """

    id: str
    source: str | None = None
    title: str | None = None
    url: str | None = None
    path: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    language: str | None = None
    text: str | None
    text_sha256: str

    @field_validator("published")
    @classmethod
    def _is_a_date(cls, published: str | None) -> str | None:
        if published is not None and not (
            is_day(published[:_DATE]) and (len(published) == _DATE or INSTANT.fullmatch(published))
        ):
            msg = f"{published!r} is neither a date (2024-03-26) nor an RFC 3339 time (2024-03-26T14:05:00Z)"
            raise ValueError(msg)
        return published

    @model_validator(mode="after")
    def _hash_is_of_the_text(self) -> Self:
        if self.text is not None and text_sha256(self.text) != self.text_sha256:
            msg = f"text_sha256 of article {self.id!r} is not the hash of its text"
            raise ValueError(msg)
        return self

    @property
    def given_id(self) -> str | None:
        """The id that the input gave; None where `id` is the hash that stands in for one."""
        return given_id(self.id, self.source, self.published, self.text_sha256)

    @property
    def published_date(self) -> str | None:
        """The day of `published`, `2024-03-26`."""
        return self.published[:10] if self.published else None


def given_id(name: str, source: str | None, published: str | None, digest: str) -> str | None:
    """The id of an article, unless it is the hash that stands in for one."""
    return name if name != _hashed_id(source, published, digest) else None


def _hashed_id(source: str | None, published: str | None, digest: str) -> str:
    return content_id("a", source, published, digest)


def make_article(
    text: str,
    *,
    id: str | None = None,  # noqa: A002 - the contract's name
    source: str | None = None,
    title: str | None = None,
    url: str | None = None,
    path: str | None = None,
    published: str | None = None,
    published_from: PublishedFrom | None = None,
) -> Article:
    """Build an article of a text: drops a byte-order mark, and names the article by its content where it has no id.

    Raises:
        pydantic.ValidationError: If `published` is no date.
    """
    text = text.removeprefix("\ufeff")
    digest = text_sha256(text)
    return Article(
        id=id or _hashed_id(source, published, digest),
        source=source,
        title=title,
        url=url,
        path=path,
        published=published,
        published_from=published_from if published else None,
        text=text,
        text_sha256=digest,
    )
