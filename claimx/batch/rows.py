"""From articles to rows, both of plain values: the one function that every runner calls, in whatever process it runs.

No Doc and no object of ours leaves a process: an article goes in as a mapping, and what was found comes out as a row
whose cells are strings and numbers, with the whole document as JSON in one of them.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import cache
from typing import TypedDict

from claimx.codec import decode_document, encode
from claimx.errors import CodecError
from claimx.records import Article, Comparison, ErrorRecord, Extraction, Note
from claimx.sources import Loaded
from claimx.workflow import Extractor, ExtractSettings
from claimx.workflow.files import error_record


class ArticleRow(TypedDict):
    """An article as it is handed to another process.

    Attributes:
        article: The record, as in JSON.
        notes: Notes on how it was read, as in JSON.
    """

    article: Mapping[str, str | None]
    notes: list[Mapping[str, str | int | None]]


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
        document: The extraction or the error record, as JSON on one line.
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
    document: str


def extract_rows(articles: Iterable[ArticleRow], settings: ExtractSettings) -> list[ResultRow]:
    """Read articles; the pipeline is loaded once in a process.

    Args:
        articles: The articles.
        settings: What decides what is found in them.

    Returns:
        A row for each article, in their order.

    Raises:
        ModelError, LexiconError: If the pipeline cannot be loaded.
    """
    extractor = load(settings)
    return [row_of(extractor.extract(loaded_of(each))) for each in articles]


@cache
def load(settings: ExtractSettings) -> Extractor:
    """Prepare the pipeline, once in a process."""
    return settings.extractor()


def article_row(loaded: Loaded) -> ArticleRow:
    """Write an article as plain values."""
    return {
        "article": loaded.article.model_dump(mode="json"),
        "notes": [note.model_dump(mode="json") for note in loaded.notes],
    }


def loaded_of(row: ArticleRow) -> Loaded:
    """The article of plain values."""
    return Loaded(Article.model_validate(row["article"]), tuple(Note.model_validate(note) for note in row["notes"]))


def row_of(record: Extraction | ErrorRecord) -> ResultRow:
    """Write what was found as plain values; what no JSON can hold becomes an error."""
    try:
        document = encode(record).decode()
    except CodecError as err:
        record = error_record(err)
        document = encode(record).decode()
    if isinstance(record, ErrorRecord):
        return _row(article_id=record.input.id, path=record.input.path, error=record.code, document=document)
    article = record.article
    return _row(
        article_id=article.id,
        source=article.source,
        published=article.published,
        title=article.title,
        url=article.url,
        path=article.path,
        language=article.language,
        claims=len(record.claims),
        quotes=len(record.quotes),
        document=document,
    )


def record_of(row: ResultRow) -> Extraction | ErrorRecord:
    """The record that a row was made of.

    Raises:
        CodecError: If its document is not one of these.
    """
    record = decode_document(json.loads(row["document"])).record
    if isinstance(record, Comparison):
        raise CodecError("a row holds a comparison", remedy="write it again with claimx extract")
    return record


def settings_text(settings: ExtractSettings) -> str:
    """Write settings as JSON; equal settings give the same text."""
    return json.dumps(asdict(settings), sort_keys=True)


def settings_of(text: str) -> ExtractSettings:
    """The settings of such a text."""
    values = json.loads(text)
    return ExtractSettings(**{**values, "lexicon": tuple(values["lexicon"])})


def _row(
    *,
    document: str,
    claims: int = 0,
    quotes: int = 0,
    error: str | None = None,
    **about: str | None,
) -> ResultRow:
    return {
        "article_id": about.get("article_id"),
        "source": about.get("source"),
        "published": about.get("published"),
        "title": about.get("title"),
        "url": about.get("url"),
        "path": about.get("path"),
        "language": about.get("language"),
        "claims": claims,
        "quotes": quotes,
        "error": error,
        "document": document,
    }
