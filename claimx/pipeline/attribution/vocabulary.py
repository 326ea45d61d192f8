"""The lexicon's words about sources in the shape in which the rules look them up."""

from dataclasses import dataclass
from functools import cache, cached_property

from claimx.lexicon.lexicon import load_lexicon
from claimx.lexicon.packs import Pack
from claimx.pipeline.speakers.vocabulary import SpeakerWords, load_speaker_words


@dataclass(frozen=True)
class SourceVocabulary:
    """Words about sources.

    Attributes:
        speakers: Words for speakers.
        measuring: Documents that figures are found in.
        polls: Those whose shares go on over paragraphs.
        forecasts: Figures whose owner is their source.
        giving: What such a document does to a figure: "the count has Lind at 40 percent".
        inquiries: Searches into something, which tell what they find.
        finding: What they do then.
        additive: Openings of a sentence that adds to the one before.
        citing: Verbs by which a source names its own.
        shares: Words of phrases that count those asked and name nobody.
        provided: What a sentence calls the figure that it has just given.
        decrees: Verbs whose object holds figures that are not the speaker's.
        anaphors: First words of a sentence that goes on about the figures before.
        other_times: First words of one that turns to others.
    """

    speakers: SpeakerWords
    measuring: frozenset[str]
    polls: frozenset[str]
    forecasts: frozenset[str]
    giving: frozenset[str]
    inquiries: frozenset[str]
    finding: frozenset[str]
    additive: frozenset[str]
    citing: frozenset[str]
    shares: frozenset[str]
    provided: frozenset[str]
    decrees: frozenset[str]
    anaphors: frozenset[str]
    other_times: frozenset[str]

    @cached_property
    def read(self) -> frozenset[str]:
        """What figures are read in: polls, and the nouns for documents."""
        return self.polls | {word for word, noun in self.speakers.nouns.items() if noun.kind == "document"}


@cache
def load_source_vocabulary(packs: tuple[Pack, ...] = ()) -> SourceVocabulary:
    """The words of the lexicon and of packs."""
    words = load_lexicon(packs=packs).source_words_for
    return SourceVocabulary(
        speakers=load_speaker_words(packs),
        measuring=words("measuring"),
        polls=words("poll"),
        forecasts=words("forecast"),
        giving=words("giving"),
        inquiries=words("inquiry"),
        finding=words("finding"),
        additive=words("additive"),
        citing=words("citing"),
        shares=words("share"),
        provided=words("provided"),
        decrees=words("decree"),
        anaphors=words("anaphor"),
        other_times=words("other_time"),
    )
