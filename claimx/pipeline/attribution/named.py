"""Collect the sources that the words around a figure name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from claimx.pipeline.attribution.vocabulary import SourceVocabulary
from claimx.pipeline.quotes.frames import Frame
from claimx.pipeline.quotes.nounphrases import noun_phrase
from claimx.pipeline.speakers.phrases import PRONOUNS
from claimx.pipeline.speakers.vocabulary import SpeakerWords

TELLING = frozenset(
    {"say", "announce", "report", "show", "answer", "believe", "forecast", "warn", "accuse", "deny", "hope"}
)
"""What one does to be the source of a figure; who demands or rejects one is not."""

HELD = frozenset({"believe", "forecast", "hope"})
"""What only people, bodies and documents do; the verbs have other senses too."""

RELATIVES = frozenset({"which", "who", "where", "whose", "when"})
INTO = frozenset({"in", "per", "from"})


@dataclass(frozen=True, slots=True)
class Named:
    """A source and the tokens that it vouches for."""

    source: tuple[int, int]
    pieces: tuple[tuple[int, int], ...]

    @property
    def size(self) -> int:
        """How many tokens it vouches for; the smaller, the nearer."""
        return sum(end - start for start, end in self.pieces)

    def holds(self, start: int, end: int) -> bool:
        """Whether it vouches for a figure."""
        return any(first <= start and end <= last for first, last in self.pieces)


def named_sources(doc: Doc, frames: Sequence[Frame], words: SourceVocabulary) -> list[Named]:
    """All sources of a document with what they vouch for."""
    out = list(_from_frames(doc, frames, words))
    out += _from_documents(doc, words, {frame.cue[0] for frame in frames})
    out += _from_forecasts(doc, words)
    out += _from_providers(doc, words)
    return out


def _from_frames(doc: Doc, frames: Sequence[Frame], words: SourceVocabulary) -> Iterator[Named]:
    for frame in frames:
        demanded = frame.meaning == "demand" and frame.shape == "clause"
        if frame.source is None or (frame.meaning not in TELLING and not demanded):
            continue
        source = _without_relative(doc, frame.source)
        if source is None or (frame.meaning in HELD and not _can_hold(doc, source, words.speakers)):
            continue
        if frame.meaning in HELD and frame.shape in {"infinitive", "object_infinitive"}:
            continue
        yield Named(source, tuple(_near_pieces(doc, frame, words)))


def _can_hold(doc: Doc, source: tuple[int, int], words: SpeakerWords) -> bool:
    """Whether a source can believe or find something: "the raid saw four men flee" has none."""
    head = doc[source[0] : source[1]].root
    if head.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or head.pos_ in {"PROPN", "PRON"}:
        return True
    return words.noun(head.lower_) is not None


def _near_pieces(doc: Doc, frame: Frame, words: SourceVocabulary) -> Iterator[tuple[int, int]]:
    """What a frame vouches for: of an object, a plan or a warning not what a clause after a comma adds of its own.

    "He warned against a raid on Sabha, where 40,000 people live": the 40,000 are the article's.
    """
    for start, end in frame.pieces:
        stop = end
        if frame.shape in {"object", "preposition", "infinitive", "object_infinitive", "figure"}:
            stop = next(
                (i for i in range(start + 1, end) if doc[i].lower_ in RELATIVES and doc[i - 1].text == ","), end
            )
        if frame.shape == "object" and doc[frame.cue[0]].lemma_.lower() in words.decrees:
            stop = min(stop, next((i for i in range(start, end) if doc[i].pos_ == "ADP"), end))
        if stop > start:
            yield start, stop


def _from_forecasts(doc: Doc, words: SourceVocabulary) -> Iterator[Named]:
    """Forecasts: "The fund raised its forecast by 0.2 points": the forecast's owner tells."""
    for token in doc:
        if token.lemma_.lower() not in words.forecasts or token.pos_ != "NOUN":
            continue
        owner = next((child for child in token.children if child.dep_ == "poss"), None)
        if owner is None:
            continue
        verb = token.head
        while verb.head != verb and verb.pos_ not in {"VERB", "AUX"}:
            verb = verb.head
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if owner.pos_ == "PRON" and subject is not None:
            owner = subject
        start, end = noun_phrase(owner, outside=verb.i if owner.i < verb.i else token.i)
        rest = _runs([each.i for each in verb.subtree if not start <= each.i < end])
        if rest:
            yield Named((start, end), rest)


def _from_providers(doc: Doc, words: SourceVocabulary) -> Iterator[Named]:
    """Providers: "The raid killed 40, although the figure given by the army is disputed": the army tells."""
    for token in doc:
        if token.lemma_.lower() not in words.provided or token.i == token.sent.start:
            continue
        clause = next((child for child in token.rights if child.dep_ == "acl" and child.tag_ == "VBN"), None)
        agent = next((child for child in clause.children if child.dep_ == "agent"), None) if clause else None
        provider = next((child for child in agent.children if child.dep_ == "pobj"), None) if agent else None
        if provider is not None:
            yield Named(noun_phrase(provider), ((token.sent.start, token.left_edge.i),))


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


def _from_documents(doc: Doc, words: SourceVocabulary, cues: set[int]) -> Iterator[Named]:
    """Documents: in "In the latest census, a third of the homes …" the census tells."""
    for token in doc:
        if token.lower_ not in INTO or token.dep_ != "prep":
            continue
        thing = next((child for child in token.children if child.dep_ == "pobj"), None)
        if thing is None or thing.lemma_.lower() not in words.measuring or token.head.pos_ not in {"VERB", "AUX"}:
            continue
        if token.head.i in cues:  # "he said in a report": he says it
            continue
        start, end = noun_phrase(thing)
        own = set(range(token.i, thing.right_edge.i + 1))
        rest = _runs([each.i for each in token.head.subtree if each.i not in own])
        if rest:
            yield Named((start, end), rest)


def _runs(indices: Sequence[int]) -> tuple[tuple[int, int], ...]:
    runs: list[tuple[int, int]] = []
    for index in sorted(indices):
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return tuple(runs)
