"""Compare what articles and extractions say, with what stands in files beside them."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.records import Article, Comparison, ErrorRecord, Extraction
from claimx.sources import Loaded
from claimx.workflow.beside import Beside
from claimx.workflow.extractor import Extracting
from claimx.workflow.reading import Item, ReadSettings, Tell, once, read_inputs

if TYPE_CHECKING:
    from claimx.compare import CompareSettings
    from claimx.workflow.sidefiles import SideFiles

NOTHING = Beside()


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


def compare(  # noqa: PLR0913 - one keyword for each option
    items: Iterable[Item],
    settings: ReadSettings,
    extractor: Extracting,
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
    on_compare: Callable[[], None] = lambda: None,
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
        tell: Gets a note for each article that is given twice (the same text of the same outlet and day), for what is
            asked for and nowhere, and for rows of a reference that can hold no figure.
        watch: Gets each extraction and error record when it is there.
        on_compare: Called when all is read.

    Raises:
        ManifestError, ModelError: See `read_inputs` and `Extractor`.
        ClaimxError: If `since` is no date, a metric is unknown, a place or an event is empty, or a file in `beside` is
            not what it must be.
    """
    from claimx.compare import CompareSettings, Selection
    from claimx.workflow.asked import check_metrics, tell_of_nothing_found, tell_of_unknown_rows
    from claimx.workflow.sidefiles import read_beside

    items = list(items)
    chosen = Selection(metrics, tuple(where), tuple(events), since)
    side = read_beside(beside, tell)
    given = [_read_for_comparison(some, settings, extractor, tell, watch) for some in (items, drafts)]
    on_compare()
    corrected = [side.correct(some.extractions) for some in given]
    made = [some.extractions for some in corrected]
    whole = [each for some in made for each in some]
    check_metrics(metrics, extractor.packs, whole)
    tell_of_unknown_rows(side.reference, extractor.packs, whole, tell)
    if chosen:
        tell_of_nothing_found(chosen, whole, tell)
        made = [tuple(map(chosen.of, some)) for some in made]
    articles, own = made
    comparison = _compare_chosen(
        _as_given(articles, items) if revisions else articles,
        own,
        side,
        compare_settings or CompareSettings(),
        pairs=pairs,
        revisions=revisions,
    )
    errors = tuple(err for some in given for err in some.errors)
    comparison = side.shown(comparison, corrected, tell, whole=not errors)
    comparison = side.applied_to(comparison, tell, whole=not (chosen or errors))
    return Compared(comparison, (*articles, *own), errors)


def _compare_chosen(
    articles: Sequence[Extraction],
    drafts: Sequence[Extraction],
    side: "SideFiles",
    settings: "CompareSettings",
    *,
    pairs: bool,
    revisions: bool,
) -> Comparison:
    """Compare articles; of several versions of one the last, and say what changed before it."""
    from claimx.compare import compare_extractions
    from claimx.compare.revisions import chain_versions, with_revisions

    chains = chain_versions(articles) if revisions else [[each] for each in articles]
    comparison = compare_extractions(
        [chain[-1] for chain in chains],
        settings,
        pairs=pairs,
        drafts=drafts,
        reference=side.reference,
        known=side.known,
    )
    return with_revisions(comparison, chains, settings) if revisions else comparison


@dataclass(frozen=True, slots=True)
class _Read:
    extractions: list[Extraction]
    errors: list[ErrorRecord]


def _read_for_comparison(
    items: Iterable[Item],
    settings: ReadSettings,
    extractor: Extracting,
    tell: Tell,
    watch: Callable[[Extraction | ErrorRecord], None],
) -> _Read:
    read = _Read([], [])
    inputs = sorted(read_inputs(items, settings, tell), key=_extracted_first)
    kept = once(inputs, lambda article: (article.text_sha256, article.source, article.published), tell)
    for record in extractor.extract_all(kept):
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
