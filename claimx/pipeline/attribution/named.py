"""Collect the sources that the words around a figure name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from claimx.pipeline.quotes.frames import Frame
from claimx.pipeline.quotes.nounphrases import noun_phrase
from claimx.pipeline.speakers.phrases import PRONOUNS
from claimx.pipeline.speakers.vocabulary import SpeakerWords

TELLING = frozenset(
    {"say", "announce", "report", "show", "answer", "believe", "forecast", "warn", "accuse", "deny", "hope"}
)
"""What one does to be the source of a figure; who demands or rejects one is not."""

MEASURING = frozenset(
    {"poll", "survey", "study", "report", "analysis", "census", "data", "statistics", "estimate", "audit", "count", "tally"}
)
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


def named_sources(doc: Doc, frames: Sequence[Frame], words: SpeakerWords) -> list[Named]:
    """All sources of a document with what they vouch for."""
    out = list(_from_frames(doc, frames))
    out += _from_documents(doc, words)
    return out


def _from_frames(doc: Doc, frames: Sequence[Frame]) -> Iterator[Named]:
    for frame in frames:
        if frame.source is None or frame.meaning not in TELLING:
            continue
        source = _without_relative(doc, frame.source)
        if source is not None:
            yield Named(source, frame.pieces)


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


def _from_documents(doc: Doc, words: SpeakerWords) -> Iterator[Named]:
    """ "In the latest census, a third of the homes …": the census tells."""
    for token in doc:
        if token.lower_ not in INTO or token.dep_ != "prep":
            continue
        thing = next((child for child in token.children if child.dep_ == "pobj"), None)
        if thing is None or thing.lemma_.lower() not in MEASURING or token.head.pos_ not in {"VERB", "AUX"}:
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
