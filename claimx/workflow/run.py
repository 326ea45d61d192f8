"""The two jobs: extract from articles, and compare what they say.

spaCy is imported when the first article has to be read, so comparing JSON never loads it. What cannot be read becomes
an error record in its place, and the rest goes on.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from claimx.errors import CodecError, located
from claimx.lexicon.packs import Pack
from claimx.records import Article, Comparison, ErrorInput, ErrorRecord, Extraction, Note
from claimx.sources import Loaded
from claimx.workflow.beside import Beside
from claimx.workflow.files import error_record
from claimx.workflow.reading import Item, ReadSettings, Tell, once, read_inputs

if TYPE_CHECKING:
    from claimx.compare import CompareSettings, Selection
    from claimx.pipeline.read import Reader

NOT_FOUND = "CX913"
MOST_NAMED = 12
NAMES = {"metric": "metric", "where": "place", "event": "event"}
INTERNAL = "CX990"
NOTHING = Beside()


@cache
def _load(model: str | None, *, quantities: bool, packs: tuple[Pack, ...] = ()) -> "Reader":
    """Load the pipeline, once in a process: reading an article changes nothing in it."""
    from claimx.pipeline.read import Reader

    return Reader(model, quantities=quantities, packs=packs)


class Extractor:
    """The pipeline, loaded when the first article needs it.

    Args:
        model: Package name or path of another base model.
        quantities: Whether extractions list every number expression.
        keep_text: Whether extractions hold the article's text.
        packs: Words of other domains.
        strict: Whether a bug in reading one article is raised; otherwise it becomes an error record.
        on_load: Called before the pipeline is loaded, which takes a second.
    """

    def __init__(
        self,
        *,
        model: str | None = None,
        quantities: bool = False,
        keep_text: bool = True,
        packs: Iterable[Pack] = (),
        strict: bool = False,
        on_load: Callable[[], None] = lambda: None,
    ) -> None:
        self._model = model
        self._quantities = quantities
        self._keep_text = keep_text
        self._packs = tuple(packs)
        self._strict = strict
        self._on_load = on_load

    @cached_property
    def _reader(self) -> "Reader":
        self._on_load()
        return _load(self._model, quantities=self._quantities, packs=self._packs)

    def extract(self, loaded: Loaded) -> Extraction | ErrorRecord:
        """Read one article.

        Raises:
            ModelError: If the base model is missing or is not the verified one.
        """
        reader, article = self._reader, loaded.article
        try:
            extraction = reader.read_one(article)
        except Exception as err:
            if self._strict:
                raise
            return ErrorRecord(
                input=ErrorInput(path=article.path, id=article.id),
                code=INTERNAL,
                message=located(f"internal error while reading the article: {type(err).__name__}: {err}", article.path),
                remedy="this is a bug in claimx: please report it with the article",
            )
        changes: dict[str, object] = {"notes": (*loaded.notes, *extraction.notes)}
        if not self._keep_text:
            changes["article"] = extraction.article.model_copy(update={"text": None})
        return extraction.model_copy(update=changes)


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison, and what it was made of.

    Attributes:
        comparison: What was found.
        extractions: What was compared.
        errors: What could not be read.
    """

    comparison: Comparison
    extractions: tuple[Extraction, ...]
    errors: tuple[ErrorRecord, ...]


def extract(
    items: Iterable[Item], settings: ReadSettings, extractor: Extractor, tell: Tell = lambda _: None
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
    articles = (_article_in(each) for each in read_inputs(items, settings))
    for each in once(articles, lambda article: (article.id, article.text_sha256), tell):
        yield extractor.extract(each) if isinstance(each, Loaded) else each


def compare(  # noqa: PLR0913 - one keyword for each option
    items: Iterable[Item],
    settings: ReadSettings,
    extractor: Extractor,
    *,
    compare_settings: "CompareSettings | None" = None,
    pairs: bool = False,
    metrics: frozenset[str] = frozenset(),
    where: Sequence[str] = (),
    events: Sequence[str] = (),
    since: str | None = None,
    drafts: Iterable[Item] = (),
    revisions: bool = False,
    beside: Beside = NOTHING,
    tell: Tell = lambda _: None,
    watch: Callable[[Extraction | ErrorRecord], None] = lambda _: None,
) -> Compared:
    """Compare what articles and extractions say.

    Args:
        items: As for `read_inputs`; articles are extracted first.
        settings: How to read them.
        extractor: The pipeline; not loaded when only extractions are given.
        compare_settings: How to compare.
        pairs: Whether each group lists all its pairs.
        metrics: Compare only claims of these metrics; all where empty.
        where: Compare only claims of these places, by name or ISO code, and what lies in them.
        events: Compare only claims of events whose names have these words.
        since: Compare only claims that hold for this day or later.
        drafts: Texts of one's own, as for `read_inputs`; each is held against all that is in `items`.
        revisions: Whether there are several versions of an article, of which the last is compared with others.
        beside: Files with what is accepted, what was found before and the like.
        tell: Gets a note for each article that is given twice: the same text of the same outlet and day.
        watch: Gets each extraction and error record when it is there.

    Raises:
        ManifestError, ModelError: See `read_inputs` and `Extractor`.
        ClaimxError: If `since` is no date, a place or an event is empty, or a file in `beside` is not what it must be.
    """
    from claimx.compare import CompareSettings, Selection, compare_extractions
    from claimx.compare.revisions import chain_versions, with_revisions
    from claimx.workflow.sidefiles import read_beside

    items = list(items)
    chosen = Selection(metrics, tuple(where), tuple(events), since)
    side = read_beside(beside, tell)
    read = _read_for_comparison(items, settings, extractor, tell, watch)
    own = _read_for_comparison(drafts, settings, extractor, tell, watch)
    corrected = [side.correct(some.extractions) for some in (read, own)]
    read, own = (_Read([*made.extractions], some.errors) for made, some in zip(corrected, (read, own), strict=True))
    if chosen:
        _tell_of_nothing_found(chosen, [*read.extractions, *own.extractions], tell)
        read, own = (_Read([chosen.of(each) for each in some.extractions], some.errors) for some in (read, own))
    chains = chain_versions(_as_given(read.extractions, items)) if revisions else []
    comparison = compare_extractions(
        [chain[-1] for chain in chains] if revisions else read.extractions,
        compare_settings or CompareSettings(),
        pairs=pairs,
        drafts=own.extractions,
        reference=side.reference,
        known=side.known,
    )
    comparison = with_revisions(comparison, chains, compare_settings or CompareSettings()) if revisions else comparison
    comparison = side.shown(comparison, corrected, tell, whole=not (read.errors or own.errors))
    comparison = side.applied_to(comparison, tell, whole=not (chosen or read.errors or own.errors))
    return Compared(comparison, (*read.extractions, *own.extractions), (*read.errors, *own.errors))


@dataclass(frozen=True, slots=True)
class _Read:
    extractions: list[Extraction]
    errors: list[ErrorRecord]


def _read_for_comparison(
    items: Iterable[Item],
    settings: ReadSettings,
    extractor: Extractor,
    tell: Tell,
    watch: Callable[[Extraction | ErrorRecord], None],
) -> _Read:
    read = _Read([], [])
    inputs = sorted(read_inputs(items, settings), key=_extracted_first)
    for each in once(inputs, lambda article: (article.text_sha256, article.source, article.published), tell):
        record = extractor.extract(each) if isinstance(each, Loaded) else each
        watch(record)
        if isinstance(record, Extraction):
            read.extractions.append(record)
        else:
            read.errors.append(record)
    return read


def _as_given(extractions: Iterable[Extraction], items: Sequence[Item]) -> list[Extraction]:
    """The extractions in the order in which the user named their files."""
    places = {os.fspath(item): place for place, item in enumerate(items) if isinstance(item, str | os.PathLike)}
    places |= {item.article.text_sha256: n for n, item in enumerate(items) if isinstance(item, Extraction)}
    places |= {item.text_sha256: place for place, item in enumerate(items) if isinstance(item, Article)}

    def place_of(extraction: Extraction) -> tuple[int, str]:
        article = extraction.article
        path = article.path or ""
        return (places.get(path, places.get(article.text_sha256, len(places))), path)

    return sorted(extractions, key=place_of)


def _extracted_first(given: Loaded | Extraction | ErrorRecord) -> tuple[int, str, str]:
    """An order that does not depend on that of the inputs: of two copies of one article, the same is always kept."""
    if isinstance(given, ErrorRecord):
        return (0, "", "")
    return (1 if isinstance(given, Extraction) else 2, given.article.id, given.article.path or "")


def _tell_of_nothing_found(chosen: "Selection", extractions: Iterable[Extraction], tell: Tell) -> None:
    """Say what was asked for and is nowhere, and what is there: a misspelt name would otherwise look like agreement."""
    for option, value, known in chosen.unmatched(extractions):
        if option == "since":
            message = f"there is no figure since {value}; the last is of {known[-1] if known else 'no date'}"
        else:
            shown = ", ".join(known[:MOST_NAMED]) + (f" and {len(known) - MOST_NAMED} more" * (len(known) > MOST_NAMED))
            message = f"there is no figure of the {NAMES[option]} {value!r}; there are figures of {shown or 'none'}"
        tell(Note(code=NOT_FOUND, level="warning", message=message))


def _article_in(given: Loaded | Extraction | ErrorRecord) -> Loaded | ErrorRecord:
    """The article that an extraction was made of, to be read anew."""
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
