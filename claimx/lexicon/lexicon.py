"""All the words that claimx goes by, loaded once."""

import hashlib
from dataclasses import dataclass
from functools import cache

from claimx.lexicon.cues import CueNouns, CuePhrase, CueVerbs
from claimx.lexicon.layout import LayoutEntry
from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.lexicon.metrics import MetricLexicon, read_metrics
from claimx.lexicon.numbers import NumberLexicon, read_number_lexicon
from claimx.lexicon.populations import Populations, read_populations
from claimx.lexicon.source_words import SourceWords, SourceWordUse
from claimx.lexicon.speakers import Agencies, SpeakerNouns, Titles


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language, one field for each file.

    Attributes:
        version: Hash of all the files: tells two runs with different words apart.
        cue_verbs: Verbs that introduce what somebody says.
        cue_nouns: Nouns that do.
        cue_phrases: Phrases that name a source.
        titles: Words before and within names.
        speaker_nouns: Common nouns for those who speak.
        source_words: Small lists about quotations and sources.
        agencies: News agencies and broadcasters.
        layout: Page furniture and captions.
        metrics: What tells what a number counts.
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
    populations: Populations
    numbers: NumberLexicon

    def source_words_for(self, use: SourceWordUse) -> frozenset[str]:
        """The words of one use."""
        return frozenset(word for entry in self.source_words if entry.use == use for word in entry.words)


def _version(language: str) -> str:
    digest = hashlib.sha256()
    folder = lexicon_folder(language)
    for file in sorted((*folder.iterdir(), *(folder / "metrics").iterdir()), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


@cache
def load_lexicon(language: str = "en") -> Lexicon:
    """Load every lexicon file of a language.

    Raises:
        LexiconError: If a file or an entry is not what it must be.
    """
    folder = lexicon_folder(language)
    return Lexicon(
        version=_version(language),
        cue_verbs=read_entries(folder / "cue_verbs.toml", CueVerbs),
        cue_nouns=read_entries(folder / "cue_nouns.toml", CueNouns),
        cue_phrases=read_entries(folder / "cue_phrases.toml", CuePhrase),
        titles=read_entries(folder / "titles.toml", Titles),
        speaker_nouns=read_entries(folder / "speaker_nouns.toml", SpeakerNouns),
        source_words=read_entries(folder / "source_words.toml", SourceWords),
        agencies=read_entries(folder / "agencies.toml", Agencies),
        layout=read_entries(folder / "layout.toml", LayoutEntry),
        metrics=read_metrics(language),
        populations=read_populations(language),
        numbers=read_number_lexicon(language),
    )
