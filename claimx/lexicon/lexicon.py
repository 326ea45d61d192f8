"""All the words that claimx goes by, loaded once."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from os import PathLike

from claimx.lexicon.cues import CueNouns, CuePhrase, CueVerbs
from claimx.lexicon.layout import LayoutEntry
from claimx.lexicon.load import lexicon_folder, read_entries
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
        cue_verbs: Verbs that introduce what somebody says.
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
    """Lay packs over the metric words that ship; what is wrong in them is told and not raised.

    Raises:
        LexiconError: If a file that ships is not what it must be.
    """
    folder = lexicon_folder(language)
    shipped = Words(
        metrics=shipped_metrics(language),
        nouns={entry.id: ("nouns.toml", entry) for entry in read_entries(folder / "nouns.toml", NounEntry)},
        series={entry.id: ("series.toml", entry) for entry in read_entries(folder / "series.toml", SeriesEntry)},
        groups={name: ("populations.toml", entry) for name, entry in shipped_groups(language).items()},
    )
    return overlay(shipped, packs, spoken_for=read_populations(language).words)


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
        cue_verbs=read_entries(folder / "cue_verbs.toml", CueVerbs),
        cue_nouns=read_entries(folder / "cue_nouns.toml", CueNouns),
        cue_phrases=read_entries(folder / "cue_phrases.toml", CuePhrase),
        titles=read_entries(folder / "titles.toml", Titles),
        speaker_nouns=read_entries(folder / "speaker_nouns.toml", SpeakerNouns),
        source_words=read_entries(folder / "source_words.toml", SourceWords),
        agencies=read_entries(folder / "agencies.toml", Agencies),
        layout=read_entries(folder / "layout.toml", LayoutEntry),
        metrics=index_metrics(
            (entry for _, entry in words.metrics.values()),
            (entry for _, entry in words.nouns.values()),
            read_entries(folder / "metric_words.toml", SettingEntry),
            series.values(),
        ),
        series=series,
        populations=read_populations(language, {name: entry for name, (_, entry) in words.groups.items()}),
        numbers=read_number_lexicon(language),
    )
