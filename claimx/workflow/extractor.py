"""From an article to its extraction: kept by an earlier run, or read now."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from claimx.errors import InputError
from claimx.lexicon.lexicon import load_packs
from claimx.lexicon.packs import EntryName, Pack
from claimx.records import Article, ErrorRecord, Extraction
from claimx.sources import Loaded
from claimx.tier import Tier
from claimx.workflow.cache import ExtractionCache
from claimx.workflow.limits import check_claims
from claimx.workflow.loading import load_reader
from claimx.workflow.unread import error_record, not_read

if TYPE_CHECKING:
    from claimx.pipeline.read import Reader


@dataclass(frozen=True, slots=True)
class ExtractSettings:
    """All that decides what is found in an article: plain values, so that another process can be told them as JSON.

    Attributes:
        model: Package name or path of another base model.
        quantities: Whether extractions list every number expression.
        keep_text: Whether extractions hold the article's text.
        lexicon: Folders with words of other domains.
        tagger: Whether the trained tagger of quotations reads beside the rules.
        tier: What of an article is read.
        cached: Whether extractions are kept for the next run, and taken from earlier ones.
    """

    model: str | None = None
    quantities: bool = False
    keep_text: bool = True
    lexicon: tuple[str, ...] = ()
    tagger: bool = True
    tier: Tier = "full"
    cached: bool = False

    def extractor(self) -> "Extractor":
        """Prepare the pipeline that they describe.

        Raises:
            LexiconError: If a folder does not hold what it must.
        """
        return Extractor(
            model=self.model,
            quantities=self.quantities,
            keep_text=self.keep_text,
            packs=load_packs(self.lexicon),
            tagger=self.tagger,
            tier=self.tier,
            cached=self.cached,
        )


class Extracting(Protocol):
    """What reads articles, one after another or several at once."""

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The words of other domains."""
        ...

    def extract_all(self, given: Iterable[Loaded | Extraction | ErrorRecord]) -> Iterator[Extraction | ErrorRecord]:
        """As `Extractor.extract_all`."""
        ...


class Extractor:
    """The pipeline, loaded when the first article needs it.

    Args:
        model: Package name or path of another base model.
        quantities: Whether extractions list every number expression.
        keep_text: Whether extractions hold the article's text.
        packs: Words of other domains.
        tagger: Whether the trained tagger of quotations reads beside the rules.
        tier: What of an article is read; the tagger reads only in `full`.
        cached: Whether extractions are kept for the next run, and taken from earlier ones; not with another model,
            whose files are not looked at.
        strict: Whether a bug in reading one article is raised; otherwise it becomes an error record.
        on_load: Called before the pipeline is loaded, which takes a second.
        on_loaded: Called after that.
        on_recall: Called for each article that an earlier run read.
    """

    def __init__(  # noqa: PLR0913 - keyword-only, one for each option
        self,
        *,
        model: str | None = None,
        quantities: bool = False,
        keep_text: bool = True,
        packs: Iterable[Pack] = (),
        tagger: bool = True,
        tier: Tier = "full",
        cached: bool = False,
        strict: bool = False,
        on_load: Callable[[], None] = lambda: None,
        on_loaded: Callable[[], None] = lambda: None,
        on_recall: Callable[[], None] = lambda: None,
    ) -> None:
        self._model = model
        self._quantities = quantities
        self._keep_text = keep_text
        self._packs = tuple(packs)
        self._tagger = tagger and tier == "full"
        self._tier: Tier = tier
        self._cached = cached and model is None
        self._strict = strict
        self._on_load = on_load
        self._on_loaded = on_loaded
        self._on_recall = on_recall

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The words of other domains."""
        return self._packs

    @property
    def settings(self) -> ExtractSettings:
        """What decides what it finds."""
        return ExtractSettings(
            model=self._model,
            quantities=self._quantities,
            keep_text=self._keep_text,
            lexicon=tuple(pack.folder for pack in self._packs),
            tagger=self._tagger,
            tier=self._tier,
            cached=self._cached,
        )

    def load(self) -> None:
        """Load the pipeline now.

        Raises:
            ModelError: As `extract`.
        """
        _ = self._reader

    @cached_property
    def _reader(self) -> "Reader":
        self._on_load()
        reader = load_reader(
            self._model, quantities=self._quantities, packs=self._packs, tagger=self._tagger, tier=self._tier
        )
        self._on_loaded()
        return reader

    @cached_property
    def _kept(self) -> ExtractionCache | None:
        if not self._cached:
            return None
        packs = [pack.digest for pack in self._packs]
        return ExtractionCache([self._quantities, self._tagger, self._tier, packs])

    def _read(self, reader: "Reader", article: Article) -> Extraction:
        made = reader.read_one(article)
        check_claims(made)
        if self._kept:
            self._kept.put(article, made)
        return made

    def extract(self, loaded: Loaded) -> Extraction | ErrorRecord:
        """Read one article.

        Raises:
            ModelError: If the base model is missing or is not the verified one.
        """
        kept = self.recall(loaded)
        if kept is not None:
            return kept
        reader, article = self._reader, loaded.article  # what is wrong with the model is no bug in reading an article
        try:
            extraction = self._read(reader, article)
        except InputError as err:
            return error_record(err)
        except Exception as err:
            if self._strict:
                raise
            return not_read(err, "the article", path=article.path, name=article.id)
        return self._shown(extraction, loaded)

    def recall(self, loaded: Loaded) -> Extraction | None:
        """The extraction of an article that an earlier run kept; None where there is none."""
        extraction = self._kept.get(loaded.article) if self._kept else None
        if extraction is None:
            return None
        self._on_recall()
        return self._shown(extraction, loaded)

    def _shown(self, extraction: Extraction, loaded: Loaded) -> Extraction:
        changes: dict[str, object] = {"notes": (*loaded.notes, *extraction.notes)}
        if not self._keep_text:
            changes["article"] = extraction.article.model_copy(update={"text": None})
        return extraction.model_copy(update=changes)

    def spoken(self, loaded: Loaded) -> frozenset[EntryName]:
        """Name the entries of cue words and of nouns for speakers that show in an article.

        Raises:
            ModelError: As `extract`.
        """
        return self._reader.spoken(loaded.article)

    def extract_all(self, given: Iterable[Loaded | Extraction | ErrorRecord]) -> Iterator[Extraction | ErrorRecord]:
        """Read articles in their order, and pass on what has been read already.

        Args:
            given: Articles, extractions and error records.

        Raises:
            ModelError: As `extract`.
        """
        for each in given:
            yield self.extract(each) if isinstance(each, Loaded) else each
