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
from claimx.tier import Tier
from claimx.workflow import comparing, extracting
from claimx.workflow.beside import Beside
from claimx.workflow.extractor import Extractor
from claimx.workflow.reading import Item, ReadSettings, Tell, read_inputs

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
    tagger: bool = True,
    tier: Tier = "full",
    cache: bool = False,
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
    tagger: bool = True,
    tier: Tier = "full",
    cache: bool = False,
    lexicon: Iterable[str | PathLike[str]] = (),
    on_error: Literal["record"],
) -> Iterator[Extraction | ErrorRecord]: ...


def extract(
    *items: Item,
    manifest: str | PathLike[str] | None = None,
    fields: Mapping[str, str] | None = None,
    model: str | None = None,
    quantities: bool = False,
    tagger: bool = True,
    tier: Tier = "full",
    cache: bool = False,
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
        tagger: Whether the trained tagger of quotations reads beside the rules; it reads only in the tier "full".
        tier: What of an article is read: all of it ("full"), or its beginning and the sentences that may state a figure
            ("figures"), which is faster and finds nearly the same figures.
        cache: Whether extractions are kept for the next call, and taken from earlier ones and from the runs of the
            command, in the folder that `claimx cache info` names; not with another model. What comes out is the same.
        lexicon: Folders with the words of other domains, as for `--lexicon`.
        on_error: Whether an input that cannot be read is raised, or becomes a record in its place and the rest goes on.

    Yields:
        An extraction for each article; error records only where `on_error` is "record".

    Raises:
        ClaimxError: If an input cannot be read, the base model is missing or damaged, or a pack is not what it must be.
    """
    extractor = Extractor(
        model=model, quantities=quantities, packs=load_packs(lexicon), tagger=tagger, tier=tier, cached=cache
    )
    records = extracting.extract(items, _settings(manifest, fields), extractor)
    return _raising(records) if on_error == "raise" else records


def compare(  # noqa: PLR0913 - one keyword for each option of the command
    *items: Item,
    settings: CompareSettings | None = None,
    pairs: bool = False,
    metrics: Iterable[str] = (),
    where: Iterable[str] = (),
    events: Iterable[str] = (),
    since: str | None = None,
    drafts: Iterable[Item] = (),
    revisions: bool = False,
    reference: Iterable[str | PathLike[str]] = (),
    corrections: str | PathLike[str] | None = None,
    baseline: str | PathLike[str] | None = None,
    previous: str | PathLike[str] | None = None,
    today: str | None = None,
    manifest: str | PathLike[str] | None = None,
    fields: Mapping[str, str] | None = None,
    model: str | None = None,
    tagger: bool = True,
    tier: Tier = "full",
    cache: bool = False,
    lexicon: Iterable[str | PathLike[str]] = (),
    tell: Tell = lambda _: None,
) -> Comparison:
    """Compare what articles and extractions say; articles are extracted first.

    Args:
        *items: Extractions, articles, or files, folders and patterns with either.
        settings: Tolerance, days and the like.
        pairs: Whether each group lists all its pairs.
        metrics: Compare only claims of these metrics; all where empty.
        where: Compare only claims of these places, by name or ISO code, and what lies in them.
        events: Compare only claims of events whose names have these words.
        since: Compare only claims that hold for this day or later.
        drafts: Texts of one's own, given as `items` are; each is held against these.
        revisions: Whether there are several versions of an article, of which the last is compared with others.
        reference: Files with official series and lists of approved figures.
        corrections: A file with corrections by hand.
        baseline: A file with findings that are accepted.
        previous: An earlier run, as JSON; what is new since then is marked, and only that counts for the exit code.
        today: The day for which entries of the baseline must hold; that of the newest article where None.
        manifest: As for `read_articles`.
        fields: As for `read_articles`.
        model: As for `extract`.
        tagger: As for `extract`.
        tier: As for `extract`.
        cache: As for `extract`.
        lexicon: As for `extract`.
        tell: Gets a note on what is not as it should be, yet stops nothing: a baseline entry that matches no finding.

    Returns:
        The comparison. Its `exit_code` is that of `--fail-on error`.

    Raises:
        ClaimxError: If an input or a file beside cannot be read, the base model is missing or damaged, or a pack is not
            what it must be.
    """
    compared = comparing.compare(
        items,
        _settings(manifest, fields),
        Extractor(model=model, packs=load_packs(lexicon), tagger=tagger, tier=tier, cached=cache),
        compare_settings=settings,
        pairs=pairs,
        metrics=frozenset(metrics),
        where=tuple(where),
        events=tuple(events),
        since=since,
        drafts=drafts,
        revisions=revisions,
        beside=Beside(
            baseline=_path(baseline),
            previous=_path(previous),
            corrections=_path(corrections),
            references=tuple(map(Path, reference)),
            today=today,
        ),
        tell=tell,
        watch=_refuse,
    )
    return compared.comparison


def _path(given: str | PathLike[str] | None) -> Path | None:
    return Path(given) if given is not None else None


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
