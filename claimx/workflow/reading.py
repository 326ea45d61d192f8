"""From what a user gives, files by name or records, to what is to be extracted from or compared."""

import os
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path

from claimx.errors import ClaimxError, SourceError
from claimx.records import Article, ErrorRecord, Extraction, Note
from claimx.sources import Details, FieldMap, Found, Limits, Loaded, Manifests, discover
from claimx.workflow.beginning import ByteStream
from claimx.workflow.files import FileReader
from claimx.workflow.unread import error_record

SAME_AGAIN = "CX911"

Item = str | os.PathLike[str] | Article | Extraction
"""What can be given: a file, folder, pattern, address or `-` by name, or a record."""

Tell = Callable[[Note], None]
"""Takes a note that belongs to no record."""


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """How inputs are read.

    Attributes:
        flags: What the user says of the one input.
        manifest: A manifest that stands elsewhere than beside the files.
        field_map: Which keys of JSON objects hold an article's fields.
        limits: How much is read.
        stdin: What `-` is.
        stdin_name: What it is called; nothing where None.
    """

    flags: Details = field(default_factory=lambda: Details(origin="flag"))
    manifest: Path | None = None
    field_map: FieldMap = field(default_factory=FieldMap)
    limits: Limits = field(default_factory=Limits)
    stdin: ByteStream | None = None
    stdin_name: str | None = None


def read_inputs(
    items: Iterable[Item], settings: ReadSettings, tell: Tell = lambda _: None
) -> Iterator[Loaded | Extraction | ErrorRecord]:
    """Read whatever is given, in its order.

    Args:
        items: Names of files, folders, patterns and addresses, `-`, or records.
        settings: How to read them.
        tell: Gets a note for what was left out of a feed or an archive.

    Yields:
        Articles, extractions as they stand in claimx's own JSON, and error records.

    Raises:
        ManifestError: If a manifest is broken or names a file that is not there.
        ClaimxError: If what is said of one input is said with several.
    """
    found: Iterable[Found | SourceError | Loaded | Extraction] = _find(items)
    said = [each.name for each in fields(Details) if each.name != "origin" and getattr(settings.flags, each.name)]
    manifests = Manifests()
    if settings.manifest or said:
        found = list(found)
        if said and len(found) > 1:
            raise ClaimxError(
                f"--{said[0]} is for one input, and there are {len(found)}",
                remedy="write a manifest.toml that says it for each file",
            )
        paths = [each.path for each in found if isinstance(each, Found) and each.path]
        manifests = Manifests(settings.manifest, paths)
    files = FileReader(
        settings.flags, settings.field_map, settings.limits, settings.stdin, tell, stdin_name=settings.stdin_name
    )
    for each in found:
        if isinstance(each, SourceError):
            yield error_record(each)
        elif isinstance(each, Found):
            yield from files.read(each, manifests.details_of(each.path, each.folder) if each.path else None)
        else:
            yield each


def once(
    inputs: Iterable[Loaded | Extraction | ErrorRecord], key: Callable[[Article], Hashable], tell: Tell
) -> Iterator[Loaded | Extraction | ErrorRecord]:
    """Keep the first of the articles that are one and the same.

    Args:
        inputs: What was read.
        key: What makes two articles the same.
        tell: Gets a note for each that is left out.
    """
    seen: dict[Hashable, str] = {}
    for each in inputs:
        if isinstance(each, ErrorRecord):
            yield each
            continue
        first = seen.get(key(each.article))
        if first is None:
            seen[key(each.article)] = _name(each.article)
            yield each
        else:
            message = f"{_name(each.article)} is the same article as {first}; it is kept once"
            tell(Note(code=SAME_AGAIN, level="info", message=message))


def _find(items: Iterable[Item]) -> Iterator[Found | SourceError | Loaded | Extraction]:
    for item in items:
        if isinstance(item, Article):
            yield Loaded(item)
        elif isinstance(item, Extraction):
            yield item
        else:
            yield from discover([os.fspath(item)])


def _name(article: Article) -> str:
    return f"{article.path} ({article.id})" if article.path else article.id
