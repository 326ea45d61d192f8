"""claimx as a library: the two jobs as functions that take paths and records, and raise what goes wrong."""

from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Literal, TypeVar, overload

from claimx.compare import CompareSettings
from claimx.errors import SourceError
from claimx.lexicon.lexicon import load_packs
from claimx.records import Article, Comparison, ErrorRecord, Extraction
from claimx.sources import FieldMap, Loaded
from claimx.workflow import run
from claimx.workflow.reading import Item, ReadSettings, read_inputs

T = TypeVar("T")


def read_articles(
    *paths: str | PathLike[str],
    manifest: str | PathLike[str] | None = None,
    fields: Mapping[str, str] | None = None,
) -> Iterator[Article]:
    """Read articles from files, without extracting anything.

    Args:
        *paths: Files, folders and patterns, as on the command line.
        manifest: Outlet, date, address and headline by file name; by default `manifest.toml` in the folder of a file.
        fields: Field of an article to key of the JSON objects that hold one.

    Yields:
        The articles.

    Raises:
        ClaimxError: At the first input that cannot be read.
    """
    inputs: Iterator[Loaded | Extraction] = _raising(read_inputs(paths, _settings(manifest, fields)))
    for each in inputs:
        yield each.article


@overload
def extract(
    *items: Item,
    manifest: str | PathLike[str] | None = None,
    fields: Mapping[str, str] | None = None,
    model: str | None = None,
    quantities: bool = False,
    lexicon: Iterable[str | PathLike[str]] = (),
    on_error: Literal["raise"] = "raise",
) -> Iterator[Extraction]: ...


@overload
def extract(
    *items: Item,
    manifest: str | PathLike[str] | None = None,
    fields: Mapping[str, str] | None = None,
    model: str | None = None,
    quantities: bool = False,
    lexicon: Iterable[str | PathLike[str]] = (),
    on_error: Literal["record"],
) -> Iterator[Extraction | ErrorRecord]: ...


def extract(
    *items: Item,
    manifest: str | PathLike[str] | None = None,
    fields: Mapping[str, str] | None = None,
    model: str | None = None,
    quantities: bool = False,
    lexicon: Iterable[str | PathLike[str]] = (),
    on_error: Literal["raise", "record"] = "raise",
) -> Iterator[Extraction] | Iterator[Extraction | ErrorRecord]:
    """Extract who said what and every figure, one article after another.

    Args:
        *items: Articles, or files, folders and patterns with articles.
        manifest: As for `read_articles`.
        fields: As for `read_articles`.
        model: Another spaCy pipeline for English, a package or a folder.
        quantities: Whether extractions list every number expression.
        lexicon: Folders with the words of other domains, as for `--lexicon`.
        on_error: Whether an input that cannot be read is raised, or becomes a record in its place and the rest goes on.

    Yields:
        An extraction for each article; error records only where `on_error` is "record".

    Raises:
        ClaimxError: If an input cannot be read, the base model is missing or damaged, or a pack is not what it must be.
    """
    extractor = run.Extractor(model=model, quantities=quantities, packs=load_packs(lexicon))
    records = run.extract(items, _settings(manifest, fields), extractor)
    return _raising(records) if on_error == "raise" else records


def compare(
    *items: Item,
    settings: CompareSettings | None = None,
    pairs: bool = False,
    metrics: Iterable[str] = (),
    manifest: str | PathLike[str] | None = None,
    fields: Mapping[str, str] | None = None,
    model: str | None = None,
    lexicon: Iterable[str | PathLike[str]] = (),
) -> Comparison:
    """Compare what articles and extractions say; articles are extracted first.

    Args:
        *items: Extractions, articles, or files, folders and patterns with either.
        settings: Tolerance, days and the like.
        pairs: Whether each group lists all its pairs.
        metrics: Compare only claims of these metrics; all where empty.
        manifest: As for `read_articles`.
        fields: As for `read_articles`.
        model: As for `extract`.
        lexicon: As for `extract`.

    Returns:
        The comparison. Its `exit_code` is that of `--fail-on error`.

    Raises:
        ClaimxError: If an input cannot be read, the base model is missing or damaged, or a pack is not what it must be.
    """
    compared = run.compare(
        items,
        _settings(manifest, fields),
        run.Extractor(model=model, packs=load_packs(lexicon)),
        compare_settings=settings,
        pairs=pairs,
        metrics=frozenset(metrics),
        watch=_refuse,
    )
    return compared.comparison


def _settings(manifest: str | PathLike[str] | None, fields: Mapping[str, str] | None) -> ReadSettings:
    return ReadSettings(manifest=Path(manifest) if manifest else None, field_map=FieldMap(fields or {}))


def _raising(records: Iterable[T | ErrorRecord]) -> Iterator[T]:
    for record in records:
        _refuse(record)
        if not isinstance(record, ErrorRecord):
            yield record


def _refuse(record: object) -> None:
    if isinstance(record, ErrorRecord):
        place = record.input
        raise SourceError(
            record.message,
            remedy=record.remedy,
            code=record.code,
            path=place.path,
            line=place.line,
            input_id=place.id,
        )
