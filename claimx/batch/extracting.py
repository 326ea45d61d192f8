"""From inputs to rows: the one function that every runner calls, in whatever process it runs."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache

from claimx.batch.rows import ArticleRow, PageRow, Reason, ResultRow, left_out_row, loaded_of, row_of
from claimx.errors import ClaimxError, SourceError
from claimx.records import Article
from claimx.sources import Limits, Loaded, load_article
from claimx.sources.interface import MAX_ARTICLE_CHARS, MAX_FILE_BYTES, NO_ARTICLE
from claimx.sources.warc import RawPage, page_of
from claimx.workflow import Extractor, ExtractSettings
from claimx.workflow.unread import error_record, not_read


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
    """The row of one input, whatever happens: of a year of pages one will be what no library foresaw."""
    if "article" in given:
        what, path, name = "the article", given["article"]["path"], given["article"]["id"]
    else:
        what, path, name = f"the page {given['url']}", given["path"], given["url"]
    try:
        return _read_row(given, settings)
    except ClaimxError:  # keeps any article from being read, as a model that is missing
        raise
    except Exception as err:  # noqa: BLE001 - one article is not the run
        return row_of(not_read(err, what, path=path, name=name))


def _read_row(given: ArticleRow | PageRow, settings: RowSettings) -> ResultRow:
    if "article" in given:
        loaded = loaded_of(given)
    else:
        try:
            loaded = _loaded_of_page(given, settings.limits)
        except SourceError as err:
            if err.code == NO_ARTICLE:
                return left_out_row("no article", path=given["path"], url=given["url"])
            return row_of(error_record(err))
    reason = unwanted(loaded.article, settings)
    if reason is not None:
        return left_out_row(reason, path=loaded.article.path, url=loaded.article.url, name=loaded.article.id)
    return row_of(load(settings.extract).extract(loaded))


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


def _loaded_of_page(row: PageRow, limits: Limits) -> Loaded:
    raw = RawPage(row["url"], row["content"], row["packing"], row["charset"])
    page = page_of(raw, row["path"], limits)
    return load_article(page.text, (page.details,), path=row["path"], notes=page.notes, limits=limits)
