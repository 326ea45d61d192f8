"""What a large run is given: articles, errors, and pages of archives that a worker is still to read.

Finding the article of a page takes as long as much of the reading after it, and a hostile page may take for ever; so
pages are found here and read where a limit of time can be held to.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimx.errors import InputError, SourceError
from claimx.opening import open_input
from claimx.records import ErrorRecord
from claimx.sources import Format, Found, Limits, Loaded, Manifests, discover, suffix_of
from claimx.sources.formats import SUFFIXES
from claimx.sources.gunzip import MAGIC as GZIPPED
from claimx.sources.gunzip import Gunzip
from claimx.sources.warc import RawPage, read_raw_pages, without_articles
from claimx.workflow.extracting import article_in
from claimx.workflow.files import FileReader
from claimx.workflow.reading import ReadSettings, Tell
from claimx.workflow.unread import error_record


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """A page that is still to be read.

    Attributes:
        raw: The page.
        path: Its archive, as the user named it.
    """

    raw: RawPage
    path: str


Item = Loaded | ArchivedPage | ErrorRecord


def read_items(names: Sequence[str], settings: ReadSettings, tell: Tell = lambda _: None) -> Iterator[Item]:
    """Read inputs as everywhere, but for the pages of web archives, which are only found.

    Args:
        names: Files, folders, patterns and addresses; `-` is standard input.
        settings: How to read them.
        tell: Gets a note for what was left out of a feed.

    Raises:
        ManifestError: If a manifest is broken or names a file that is not there.
    """
    found = list(discover(names))
    paths = [each.path for each in found if isinstance(each, Found) and each.path]
    manifests = Manifests(settings.manifest, paths if settings.manifest else ())
    files = FileReader(
        settings.flags, settings.field_map, settings.limits, settings.stdin, tell, stdin_name=settings.stdin_name
    )
    for each in found:
        if isinstance(each, SourceError):
            yield error_record(each)
            continue
        details = manifests.details_of(each.path, each.folder) if each.path else None
        if each.path and details is None and SUFFIXES.get(suffix_of(each.path.name)) is Format.WARC:
            yield from _pages_of(each, settings.limits)
        else:
            yield from map(article_in, files.read(each, details))


def _pages_of(found: Found, limits: Limits) -> Iterator[ArchivedPage | ErrorRecord]:
    name = found.name or ""
    if found.path is None:
        return
    try:
        with open_input(found.path) as stream:
            packed = stream.peek(len(GZIPPED)).startswith(GZIPPED)
            unpacked = io.BufferedReader(Gunzip(stream, name)) if packed else stream
            empty = True
            for raw in read_raw_pages(unpacked, name, limits):
                empty = False
                yield error_record(raw) if isinstance(raw, SourceError) else ArchivedPage(raw, name)
            if empty:
                yield error_record(without_articles(name, pages=0))
    except InputError as err:
        yield error_record(err)
    except OSError as err:
        what = f"{name}: it cannot be read: {err.strerror or err}"
        yield error_record(SourceError(what, remedy="check the path and its permissions", path=name))
