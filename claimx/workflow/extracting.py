"""Extract from articles: what cannot be read becomes an error record in its place, and the rest goes on."""

from collections.abc import Iterable, Iterator

from claimx.errors import CodecError, located
from claimx.records import ErrorRecord, Extraction
from claimx.sources import Loaded
from claimx.workflow.extractor import Extracting
from claimx.workflow.reading import Item, ReadSettings, Tell, once, read_inputs
from claimx.workflow.unread import error_record


def extract(
    items: Iterable[Item], settings: ReadSettings, extractor: Extracting, tell: Tell = lambda _: None
) -> Iterator[Extraction | ErrorRecord]:
    """Extract from everything that is given, one article after another.

    Args:
        items: As for `read_inputs`; an extraction is made anew from the article that it holds.
        settings: How to read them.
        extractor: The pipeline.
        tell: Gets a note for each article that is given twice.

    Yields:
        An extraction or an error record for each article.

    Raises:
        ManifestError, ModelError: See `read_inputs` and `Extractor`.
    """
    articles = (article_in(each) for each in read_inputs(items, settings, tell))
    yield from extractor.extract_all(once(articles, lambda article: (article.id, article.text_sha256), tell))


def article_in(given: Loaded | Extraction | ErrorRecord) -> Loaded | ErrorRecord:
    """The article that an extraction was made of, to be read anew; all else as it is."""
    if not isinstance(given, Extraction):
        return given
    if given.article.text is not None:
        return Loaded(given.article)
    path = given.article.path
    return error_record(
        CodecError(
            located("this extraction was written without the article's text", path),
            remedy="give the article itself",
            path=path,
            input_id=given.article.id,
        )
    )
