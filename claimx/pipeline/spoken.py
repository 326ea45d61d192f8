"""Which entries of the lexicon made the quotations and the speakers of a document."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claimx.lexicon.cues import CueVerbs
from claimx.lexicon.packs import EntryName
from claimx.lexicon.speakers import LONGEST_NOUN, SpeakerNounKind
from claimx.pipeline.layers import Frame, Layers, SpeakerLayer
from claimx.pipeline.quotes.tokens import TokenIndex
from claimx.pipeline.quotes.words import CueWords, Sense
from claimx.pipeline.speakers.vocabulary import SpeakerWords
from claimx.records.speaker import SpeakerKind

BEARERS: dict[SpeakerNounKind, frozenset[SpeakerKind]] = {"role": frozenset({"person", "collective"})}
"""Speakers whom nouns of a kind name; other kinds are those of their speakers."""


def spoken_entries(doc: Doc, cues: CueWords, speakers: SpeakerWords) -> frozenset[EntryName]:
    """Name the entries that show in what was read.

    A cue word shows where it is the cue of a quotation, or tells a figure whose source was found; a noun for speakers
    in the words that name a speaker of its kind.

    Args:
        doc: A document that the whole pipeline has read.
        cues: Cue words.
        speakers: Words for speakers.
    """
    layers, index = Layers.of(doc), TokenIndex(doc)
    found: set[EntryName] = set()
    spans = {(index.at(each.cue.start), index.at(each.cue.end - 1) + 1) for each in layers.quotes if each.cue}
    spans |= {frame.cue for frame in layers.frames if frame.shape == "figure" and _has_source(layers, frame, index)}
    for first, last in sorted(spans):
        found |= set(_cue_entries(doc, first, last, cues))
    for speaker in layers.speakers:
        found |= set(_noun_entries(doc, index, speaker, speakers))
    return frozenset(found)


def _has_source(layers: Layers, frame: Frame, index: TokenIndex) -> bool:
    """Whether a figure among the words of a frame has a source."""
    told = zip(layers.candidates, layers.sources, strict=False)
    return any(sources and frame.holds(index.at(candidate.start)) for candidate, sources in told)


def _cue_entries(doc: Doc, first: int, last: int, cues: CueWords) -> Iterator[EntryName]:
    written = " ".join(token.lower_ for token in doc[first:last])
    phrases = [entry.id for entry in cues.phrases if entry.phrase == written]
    for name in phrases:
        yield "cue_phrase", name
    sense = None if phrases else _sense(doc[first], cues)
    for entry in sense.entries if sense is not None else ():
        yield "cue_verb" if isinstance(entry, CueVerbs) else "cue_noun", entry.id


def _sense(cue: Token, cues: CueWords) -> Sense | None:
    """What a cue means: the tagger takes some verbs for nouns, where they tell of nothing."""
    noun = cues.noun(cue) if cue.pos_ == "NOUN" else None
    return noun or cues.verb(cue)


def _noun_entries(doc: Doc, index: TokenIndex, speaker: SpeakerLayer, words: SpeakerWords) -> Iterator[EntryName]:
    for mention in speaker.mentions:
        start, end = index.at(mention.start), index.at(mention.end - 1) + 1
        for first in range(start, end):
            for last in range(first + 1, min(end, first + LONGEST_NOUN) + 1):
                noun = words.noun(" ".join(token.text for token in doc[first:last]))
                if noun is not None and speaker.kind in BEARERS.get(noun.kind, {noun.kind}):
                    yield "speaker_noun", noun.entry
