"""Collect the sources that the words around a figure name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from claimx.pipeline.attribution.closing import closing_sources
from claimx.pipeline.attribution.documents import documents_named
from claimx.pipeline.attribution.sentences import Sentences
from claimx.pipeline.attribution.source import Named, can_tell, tells_number
from claimx.pipeline.attribution.telling import AS, TELLING, told_besides
from claimx.pipeline.attribution.vocabulary import SourceVocabulary
from claimx.pipeline.clauses import has_subject
from claimx.pipeline.layers import Frame
from claimx.pipeline.quotes.nounphrases import noun_phrase
from claimx.pipeline.quotes.words import CueWords
from claimx.pipeline.speakers.phrases import PRONOUNS

HELD = frozenset({"believe", "forecast", "hope"})
"""What only people, bodies and documents do; the verbs have other senses too."""

RELATIVES = frozenset({"which", "who", "where", "whose", "when"})

LOOSE = frozenset({"object", "figure"})
"""Shapes whose words are an object, and what is said of it: "reported the hole at 12 metres"."""


def named_sources(
    doc: Doc, sentences: Sentences, frames: Sequence[Frame], cues: CueWords, words: SourceVocabulary
) -> list[Named]:
    """All sources of some sentences with what they vouch for.

    Args:
        doc: The document.
        sentences: The sentences.
        frames: Its acts of speech.
        cues: Cue words.
        words: Words about sources.
    """
    inside = {index for start, end in sentences for index in range(start, end)}
    frames = [frame for frame in frames if frame.cue[0] in inside]
    out = list(_from_frames(doc, (_as_forecast(doc, frame, cues) for frame in frames), words))
    out += documents_named(doc, sentences, words, {frame.cue[0] for frame in frames})
    out += told_besides(doc, sentences, cues, words)
    out += closing_sources(doc, sentences, cues, words)
    return [each for each in out if not (_is_share(doc, each.source, words) or _is_self(doc, each.source))]


def _is_share(doc: Doc, source: tuple[int, int], words: SourceVocabulary) -> bool:
    """Whether a phrase is itself a share of those asked: "45 percent of voters said" names nobody.

    "The third brigade reports" names somebody.
    """
    return any(doc[index].lower_ in words.shares and doc[index].dep_ != "amod" for index in range(*source))


def _is_self(doc: Doc, source: tuple[int, int]) -> bool:
    """Whether whoever is quoted, or the article, speaks of itself: “We have counted 31 bodies,” said the chief."""
    return source[1] - source[0] == 1 and PRONOUNS.get(doc[source[0]].lower_, (None, ""))[1] == "self"


def _as_forecast(doc: Doc, frame: Frame, cues: CueWords) -> Frame:
    """Who "expects output to grow" wants it; who "expects that output will grow" forecasts it."""
    sense = cues.verb(doc[frame.cue[0]])
    if frame.meaning != "want" or frame.shape != "clause" or sense is None:
        return frame
    forecasts = any(entry.meaning == "forecast" for entry in sense.entries)
    return replace(frame, meaning="forecast") if forecasts else frame


def _from_frames(doc: Doc, frames: Iterable[Frame], words: SourceVocabulary) -> Iterator[Named]:
    for frame in frames:
        demanded = frame.meaning == "demand" and frame.shape == "clause"
        if frame.source is None or (frame.meaning not in TELLING and not demanded):
            continue
        source = _without_relative(doc, frame.source)
        if source is None or (frame.meaning in HELD and not can_tell(doc, source, words.speakers)):
            continue
        if doc[source[1] - 1].lower_ == "to":
            continue  # "plans to demonstrate that 40 mills closed" are no source
        if frame.meaning in HELD and frame.shape in {"infinitive", "object_infinitive"}:
            continue
        if frame.shape in LOOSE and doc[frame.cue[0]].lemma_.lower() == "show" and not _is_document(doc, source, words):
            continue
        yield Named(source, tuple(_near_pieces(doc, frame, words)))


def _is_document(doc: Doc, source: tuple[int, int], words: SourceVocabulary) -> bool:
    """Whether a phrase names what figures are read in: a survey shows 40 homes, a mayor shows courage."""
    head = doc[source[0] : source[1]].root
    noun = words.speakers.noun(head.lower_)
    return head.lemma_.lower() in words.measuring or (noun is not None and noun.kind == "document")


def _near_pieces(doc: Doc, frame: Frame, words: SourceVocabulary) -> Iterator[tuple[int, int]]:
    """What a frame vouches for: of an object, a plan or a warning not what a clause after a comma adds of its own.

    "He warned against a raid on Sabha, where 40,000 people live": the 40,000 are the article's. So is what a second
    subject did: "Police found one survivor, and 20 bodies have been taken away".
    """
    cue = doc[frame.cue[0]]
    decrees = frame.shape == "object" and cue.lemma_.lower() in words.decrees
    others = [child.left_edge.i for child in cue.rights if child.dep_ == "conj" and has_subject(child)]
    for start, end in frame.pieces:
        if frame.shape != "clause" and start in others:
            continue
        stop = end
        if frame.shape in {"object", "preposition", "infinitive", "object_infinitive", "figure"}:
            stop = next(
                (i for i in range(start + 1, end) if doc[i].lower_ in RELATIVES and doc[i - 1].text == ","), end
            )
        if frame.shape != "clause":
            stop = min([stop, *(other for other in others if other > start)])
        if decrees:
            stop = min(stop, next((i for i in range(start, end) if doc[i].pos_ == "ADP"), end))
        if stop > start:
            yield start, stop
    if frame.shape in LOOSE and not decrees:
        for child in cue.rights:
            if child.dep_ == "prep" and child.lower_ in AS and tells_number(child):
                yield child.left_edge.i, child.right_edge.i + 1


def _without_relative(doc: Doc, source: tuple[int, int]) -> tuple[int, int] | None:
    """The noun that "who" or "which" stands for."""
    token = doc[source[0]]
    if source[1] - source[0] > 1 or PRONOUNS.get(token.lower_, (None, ""))[1] != "relative":
        return source
    clause = token.head
    for _ in range(4):
        if clause.dep_ == "relcl":
            start, end = noun_phrase(clause.head, outside=clause.left_edge.i)
            return (start, end) if not start <= token.i < end else None
        clause = clause.head
    return None
