"""Which entries of the lexicon made the quotations and the speakers of a document."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claimx.lexicon.cues import CueNouns, CueVerbs
from claimx.lexicon.packs import EntryName
from claimx.lexicon.speakers import LONGEST_NOUN, SpeakerNounKind
from claimx.pipeline.layers import Frame, Layers, SpeakerLayer
from claimx.pipeline.quotes.complements import complement_of
from claimx.pipeline.quotes.tokens import TokenIndex
from claimx.pipeline.quotes.words import CueWords, Sense
from claimx.pipeline.speakers.vocabulary import SpeakerWords
from claimx.records.speaker import SpeakerKind

BEARERS: dict[SpeakerNounKind, frozenset[SpeakerKind]] = {"role": frozenset({"person", "collective"})}
"""Speakers whom nouns of a kind name; other kinds are those of their speakers."""


def spoken_entries(doc: Doc, cues: CueWords, speakers: SpeakerWords) -> frozenset[EntryName]:
    """Name the entries that show in what was read.

    A cue word shows where it is the cue of a quotation, or tells a figure whose source was found, in an entry that
    takes what follows there: in "said the road was open" of "say" the entry for clauses. A noun for speakers shows in
    the words that name a speaker of its kind.

    Args:
        doc: A document that the whole pipeline has read.
        cues: Cue words.
        speakers: Words for speakers.
    """
    layers, index = Layers.of(doc), TokenIndex(doc)
    found: set[EntryName] = set()
    for quote in layers.quotes:
        if quote.cue is not None:
            first, last = index.at(quote.cue.start), index.at(quote.cue.end - 1) + 1
            found |= set(_cue_entries(doc, first, last, cues, marked=quote.kind != "indirect"))
    for frame in layers.frames:
        if frame.shape == "figure" and _has_source(layers, frame, index):
            found |= set(_cue_entries(doc, *frame.cue, cues, marked=False))
    for speaker in layers.speakers:
        found |= set(_noun_entries(doc, index, speaker, speakers))
    return frozenset(found)


def _has_source(layers: Layers, frame: Frame, index: TokenIndex) -> bool:
    """Whether a figure among the words of a frame has a source."""
    told = zip(layers.candidates, layers.sources, strict=False)
    return any(sources and frame.holds(index.at(candidate.start)) for candidate, sources in told)


def _cue_entries(doc: Doc, first: int, last: int, cues: CueWords, *, marked: bool) -> Iterator[EntryName]:
    written = " ".join(token.lower_ for token in doc[first:last])
    phrases = [entry.id for entry in cues.phrases if entry.phrase == written]
    for name in phrases:
        yield "cue_phrase", name
    cue = doc[first]
    noun = cues.noun(cue) if cue.pos_ == "NOUN" else None
    verb = None if phrases or noun is not None else cues.verb(cue)  # the tagger takes some verbs for nouns
    for entry in noun.entries if noun is not None else ():
        yield "cue_noun", entry.id
    for entry in _fitting(cue, verb, marked=marked) if verb is not None else ():
        yield "cue_verb", entry.id


def _fitting(verb: Token, sense: Sense, *, marked: bool) -> list[CueVerbs | CueNouns]:
    """The entries of a verb that take what follows it; all, where none says so."""
    complement = complement_of(verb, sense)
    follows = ({complement.follows} if complement is not None else set()) | ({"quote"} if marked else set())
    return [each for each in sense.entries if follows & {*each.complements, *each.prepositions}] or list(sense.entries)


def _noun_entries(doc: Doc, index: TokenIndex, speaker: SpeakerLayer, words: SpeakerWords) -> Iterator[EntryName]:
    for mention in speaker.mentions:
        start, end = index.at(mention.start), index.at(mention.end - 1) + 1
        for first in range(start, end):
            for last in range(first + 1, min(end, first + LONGEST_NOUN) + 1):
                noun = words.noun(" ".join(token.text for token in doc[first:last]))
                if noun is not None and speaker.kind in BEARERS.get(noun.kind, {noun.kind}):
                    yield "speaker_noun", noun.entry
