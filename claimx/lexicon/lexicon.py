"""All the words that claimx goes by, loaded once."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from os import PathLike

from claimx.lexicon.cues import CueNouns, CuePhrase, CueVerbs
from claimx.lexicon.layout import LayoutEntry
from claimx.lexicon.load import EntryT, lexicon_folder, read_entries
from claimx.lexicon.metrics import MetricLexicon, NounEntry, SettingEntry, index_metrics, shipped_metrics
from claimx.lexicon.numbers import NumberLexicon, read_number_lexicon
from claimx.lexicon.overlay import Overlaid, Words, overlay
from claimx.lexicon.packs import Pack, read_packs
from claimx.lexicon.populations import Populations, read_populations, shipped_groups
from claimx.lexicon.series import SeriesEntry
from claimx.lexicon.source_words import SourceWords, SourceWordUse
from claimx.lexicon.speakers import Agencies, SpeakerNouns, Titles


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language, one field for each file.

    Attributes:
        version: Hash of all the files, those of packs too: tells two runs with different words apart.
        cue_verbs: Verbs that introduce what somebody says; of two entries with a word the first tells its sense.
        cue_nouns: Nouns that do.
        cue_phrases: Phrases that name a source.
        titles: Words before and within names.
        speaker_nouns: Common nouns for those who speak.
        source_words: Small lists about quotations and sources.
        agencies: News agencies and broadcasters.
        layout: Page furniture and captions.
        metrics: What tells what a number counts.
        series: What each metric is.
        populations: What counted people are.
        numbers: Number words, hedges, units and the like.
    """

    version: str
    cue_verbs: tuple[CueVerbs, ...]
    cue_nouns: tuple[CueNouns, ...]
    cue_phrases: tuple[CuePhrase, ...]
    titles: tuple[Titles, ...]
    speaker_nouns: tuple[SpeakerNouns, ...]
    agencies: tuple[Agencies, ...]
    source_words: tuple[SourceWords, ...]
    layout: tuple[LayoutEntry, ...]
    metrics: MetricLexicon
    series: Mapping[str, SeriesEntry]
    populations: Populations
    numbers: NumberLexicon

    @property
    def pointed_titles(self) -> frozenset[str]:
        """Titles with a point that ends no sentence, as written: "Sgt.", "SGT."."""
        words = [word for entry in self.titles for word in entry.pointed]
        return frozenset(f"{written}." for word in words for written in (word.capitalize(), word.upper()))

    def source_words_for(self, use: SourceWordUse) -> frozenset[str]:
        """The words of one use."""
        return frozenset(word for entry in self.source_words if entry.use == use for word in entry.words)


def _version(language: str, packs: Iterable[Pack]) -> str:
    digest = hashlib.sha256()
    folder = lexicon_folder(language)
    for file in sorted((*folder.iterdir(), *(folder / "metrics").iterdir()), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    for pack in packs:
        digest.update(pack.digest.encode())
    return digest.hexdigest()[:12]


def load_lexicon(language: str = "en", packs: Iterable[Pack] = ()) -> Lexicon:
    """Load every lexicon file of a language, once.

    Args:
        language: Which language.
        packs: Words of other domains, laid over those that ship.

    Raises:
        LexiconError: If a file or an entry is not what it must be.
    """
    return _load_once(language, tuple(packs))


def load_packs(folders: Iterable[str | PathLike[str]]) -> tuple[Pack, ...]:
    """Read packs and hold their entries to their form, so that a mistake is said before the first article is read.

    Args:
        folders: Folders of TOML files, a later one over an earlier one.

    Raises:
        LexiconError: If a folder, a file or an entry is not what it must be.
    """
    packs = read_packs(folders)
    if packs:
        load_lexicon(packs=packs)
    return packs


def lay_packs(packs: Iterable[Pack], language: str = "en") -> Overlaid:
    """Lay packs over the words that ship; what is wrong in them is told and not raised.

    Raises:
        LexiconError: If a file that ships is not what it must be.
    """
    folder = lexicon_folder(language)
    shipped = Words(
        metrics=shipped_metrics(language),
        nouns=_by_id(folder / "nouns.toml", NounEntry),
        series=_by_id(folder / "series.toml", SeriesEntry),
        groups={name: ("populations.toml", entry) for name, entry in shipped_groups(language).items()},
        cue_verbs=_by_id(folder / "cue_verbs.toml", CueVerbs),
        cue_nouns=_by_id(folder / "cue_nouns.toml", CueNouns),
        cue_phrases=_by_id(folder / "cue_phrases.toml", CuePhrase),
        speaker_nouns=_by_id(folder / "speaker_nouns.toml", SpeakerNouns),
    )
    return overlay(shipped, packs, spoken_for=read_populations(language).words)


def _by_id(file: Traversable, kind: type[EntryT]) -> dict[str, tuple[str, EntryT]]:
    return {entry.id: (file.name, entry) for entry in read_entries(file, kind)}


def _entries(held: Mapping[str, tuple[str, EntryT]]) -> tuple[EntryT, ...]:
    return tuple(entry for _, entry in held.values())


@cache
def _load_once(language: str, packs: tuple[Pack, ...]) -> Lexicon:
    """Behind a function of its own: to a cache, `load()` and `load("en")` are two different calls."""
    folder = lexicon_folder(language)
    laid = lay_packs(packs, language)
    if laid.problems:
        raise laid.problems[0]
    words = laid.words
    series = {name: entry for name, (_, entry) in words.series.items()}
    return Lexicon(
        version=_version(language, packs),
        cue_verbs=_entries(words.cue_verbs),
        cue_nouns=_entries(words.cue_nouns),
        cue_phrases=_entries(words.cue_phrases),
        titles=read_entries(folder / "titles.toml", Titles),
        speaker_nouns=_entries(words.speaker_nouns),
        source_words=read_entries(folder / "source_words.toml", SourceWords),
        agencies=read_entries(folder / "agencies.toml", Agencies),
        layout=read_entries(folder / "layout.toml", LayoutEntry),
        metrics=index_metrics(
            _entries(words.metrics),
            _entries(words.nouns),
            read_entries(folder / "metric_words.toml", SettingEntry),
            series.values(),
        ),
        series=series,
        populations=read_populations(language, {name: entry for name, (_, entry) in words.groups.items()}),
        numbers=read_number_lexicon(language),
    )
