"""What crosses processes: an article goes in as a mapping, and a row of strings and numbers comes out.

No Doc and no object of ours leaves a process; a row has the whole document as JSON in one of its cells.
"""

import json
from collections.abc import Mapping
from typing import Literal, TypedDict, final

from claimx.batch.items import ArchivedPage
from claimx.codec import decode_document, encode
from claimx.errors import CodecError
from claimx.records import Article, Comparison, ErrorRecord, Extraction, Note
from claimx.sources import Loaded
from claimx.workflow.unread import error_record

Reason = Literal["language", "length", "no article"]
"""Why an input is left out, though nothing went wrong."""


@final
class ArticleRow(TypedDict):
    """An article as it is handed to another process.

    Attributes:
        article: The record, as in JSON.
        notes: Notes on how it was read, as in JSON.
    """

    article: Mapping[str, str | None]
    notes: list[Mapping[str, str | int | None]]


@final
class PageRow(TypedDict):
    """A page of an archive as it is handed to another process.

    Attributes:
        path: Its archive.
        url: Its address.
        content: Its bytes.
        packing: How these are packed.
        charset: The encoding that its server declares.
    """

    path: str
    url: str | None
    content: bytes
    packing: str
    charset: str | None


class ResultRow(TypedDict):
    """What was found in an article, or why nothing could be.

    Attributes:
        article_id: The article's id.
        source: Its outlet.
        published: Its date or time.
        title: Its headline.
        url: Where it was published.
        path: The file that it was read from.
        language: ISO 639-1 code of its language.
        claims: How many claims it has.
        quotes: How many quotes it has.
        error: Code of what went wrong; None where nothing did.
        left_out: Why it was not read, though nothing went wrong; None where it was.
        document: The extraction or the error record, as JSON on one line; empty where it was left out.
    """

    article_id: str | None
    source: str | None
    published: str | None
    title: str | None
    url: str | None
    path: str | None
    language: str | None
    claims: int
    quotes: int
    error: str | None
    left_out: str | None
    document: str


def input_row(given: Loaded | ArchivedPage) -> ArticleRow | PageRow:
    """Write an input as plain values."""
    if isinstance(given, Loaded):
        return article_row(given)
    raw = given.raw
    return {
        "path": given.path,
        "url": raw.url,
        "content": raw.content,
        "packing": raw.packing,
        "charset": raw.charset,
    }


def article_row(loaded: Loaded) -> ArticleRow:
    """Write an article as plain values."""
    return {
        "article": loaded.article.model_dump(mode="json"),
        "notes": [note.model_dump(mode="json") for note in loaded.notes],
    }


def loaded_of(row: ArticleRow) -> Loaded:
    """The article of plain values."""
    return Loaded(Article.model_validate(row["article"]), tuple(Note.model_validate(note) for note in row["notes"]))


NOTHING: ResultRow = {
    "article_id": None,
    "source": None,
    "published": None,
    "title": None,
    "url": None,
    "path": None,
    "language": None,
    "claims": 0,
    "quotes": 0,
    "error": None,
    "left_out": None,
    "document": "",
}


def left_out_row(
    reason: Reason, *, path: str | None = None, url: str | None = None, name: str | None = None
) -> ResultRow:
    """The row of an input that is not wanted.

    Args:
        reason: Why it is not.
        path: The file that it was read from.
        url: Where it was published.
        name: The article's id, where it was read so far.
    """
    return {**NOTHING, "article_id": name, "url": url, "path": path, "left_out": reason}


def row_of(record: Extraction | ErrorRecord) -> ResultRow:
    """Write what was found as plain values; what no JSON can hold becomes an error."""
    try:
        document = encode(record).decode()
    except CodecError as err:
        record = error_record(err)
        document = encode(record).decode()
    return _row_about(record, document)


def row_of_document(document: str) -> ResultRow:
    """The row of what was written as JSON on a line: an extraction or an error record.

    Raises:
        CodecError: If it is none of these.
    """
    return _row_about(_record_in(document), document)


def record_of(row: ResultRow) -> Extraction | ErrorRecord:
    """The record that a row was made of.

    Raises:
        CodecError: If its document is not one of these.
    """
    return _record_in(row["document"])


def _record_in(document: str) -> Extraction | ErrorRecord:
    record = decode_document(json.loads(document)).record
    if isinstance(record, Comparison):
        raise CodecError("a row holds a comparison", remedy="write it again with claimx extract")
    return record


def _row_about(record: Extraction | ErrorRecord, document: str) -> ResultRow:
    if isinstance(record, ErrorRecord):
        named = record.input
        return {**NOTHING, "article_id": named.id, "path": named.path, "error": record.code, "document": document}
    article = record.article
    return {
        "article_id": article.id,
        "source": article.source,
        "published": article.published,
        "title": article.title,
        "url": article.url,
        "path": article.path,
        "language": article.language,
        "claims": len(record.claims),
        "quotes": len(record.quotes),
        "error": None,
        "left_out": None,
        "document": document,
    }
