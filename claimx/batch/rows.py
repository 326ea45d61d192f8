"""From inputs to rows, both of plain values: the one function that every runner calls, in whatever process it runs.

No Doc and no object of ours leaves a process: an article goes in as a mapping, and what was found comes out as a row
whose cells are strings and numbers, with the whole document as JSON in one of them.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from typing import Literal, TypedDict, final

from claimx.batch.items import ArchivedPage
from claimx.codec import decode_document, encode
from claimx.errors import CodecError, SourceError, located
from claimx.records import Article, Comparison, ErrorInput, ErrorRecord, Extraction, Note
from claimx.sources import Limits, Loaded, load_article, without_surrogates
from claimx.sources.interface import MAX_ARTICLE_CHARS, MAX_FILE_BYTES, NO_ARTICLE
from claimx.sources.warc import RawPage, page_of
from claimx.workflow import Extractor, ExtractSettings
from claimx.workflow.files import error_record
from claimx.workflow.run import INTERNAL

Reason = Literal["language", "length", "no article"]
"""Why an input is left out, though nothing went wrong."""


@dataclass(frozen=True, slots=True)
class RowSettings:
    """All that decides what becomes of an input: plain values, so that another process can be told them as JSON.

    Attributes:
        extract: What decides what is found in an article.
        languages: ISO 639-1 codes of the languages that are read; all where empty.
        min_chars: Shorter articles are left out.
        max_file_bytes: The largest page.
        max_article_chars: The longest article of a page.
    """

    extract: ExtractSettings
    languages: tuple[str, ...] = ()
    min_chars: int = 0
    max_file_bytes: int = MAX_FILE_BYTES
    max_article_chars: int = MAX_ARTICLE_CHARS

    @property
    def limits(self) -> Limits:
        """How much of a page is read."""
        return Limits(max_file_bytes=self.max_file_bytes, max_article_chars=self.max_article_chars)

    def to_text(self) -> str:
        """Write them as JSON; equal settings give the same text."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def of_text(cls, text: str) -> "RowSettings":
        """The settings of such a text."""
        values = json.loads(text)
        extract = values.pop("extract")
        extract["lexicon"] = tuple(extract["lexicon"])
        values["languages"] = tuple(values["languages"])
        return cls(ExtractSettings(**extract), **values)


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


def extract_rows(inputs: Iterable[ArticleRow | PageRow], settings: RowSettings) -> list[ResultRow]:
    """Read articles and pages; the pipeline is loaded once in a process.

    Args:
        inputs: The articles and pages.
        settings: What decides what becomes of them.

    Returns:
        A row for each input, in their order.

    Raises:
        ModelError, LexiconError: If the pipeline cannot be loaded.
    """
    return [_row_for(each, settings) for each in inputs]


def _row_for(given: ArticleRow | PageRow, settings: RowSettings) -> ResultRow:
    if "article" in given:
        loaded = loaded_of(given)
    else:
        try:
            loaded = _loaded_of_page(given, settings.limits)
        except SourceError as err:
            if err.code == NO_ARTICLE:
                return _row(path=given["path"], url=given["url"], left_out="no article")
            return row_of(error_record(err))
        except Exception as err:  # noqa: BLE001 - of a year of pages one will be what no library foresaw
            return row_of(_internal_error(err, given))
    reason = unwanted(loaded.article, settings)
    if reason is not None:
        return _row(article_id=loaded.article.id, path=loaded.article.path, url=loaded.article.url, left_out=reason)
    return row_of(load(settings.extract).extract(loaded))


def _internal_error(err: Exception, page: PageRow) -> ErrorRecord:
    what = f"internal error while reading the page {page['url']}: {type(err).__name__}: {err}"
    return ErrorRecord(
        input=ErrorInput(path=page["path"], id=page["url"]),
        code=INTERNAL,
        message=without_surrogates(located(what, page["path"])),
        remedy="this is a bug in claimx: please report it with the page",
    )


def unwanted(article: Article, settings: RowSettings) -> Reason | None:
    """Why an article is not to be read; None where it is."""
    text = article.text or ""
    if len(text) < settings.min_chars:
        return "length"
    if settings.languages:
        from claimx.pipeline.language import language_of

        return None if language_of(text) in settings.languages else "language"
    return None


@cache
def load(settings: ExtractSettings) -> Extractor:
    """Prepare the pipeline, once in a process."""
    return settings.extractor()


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


def _loaded_of_page(row: PageRow, limits: Limits) -> Loaded:
    raw = RawPage(row["url"], row["content"], row["packing"], row["charset"])
    page = page_of(raw, row["path"], limits)
    return load_article(page.text, (page.details,), path=row["path"], notes=page.notes, limits=limits)


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


def _row(
    *,
    document: str = "",
    claims: int = 0,
    quotes: int = 0,
    error: str | None = None,
    left_out: Reason | None = None,
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
        "left_out": left_out,
        "document": document,
    }
