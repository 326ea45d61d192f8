"""A source and what it vouches for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimx.pipeline.quotes.nounphrases import noun_phrase
from claimx.pipeline.speakers.vocabulary import SpeakerWords

BEHIND = 4
"""Tokens behind "at" or "as" among which a number stands, hedges included."""

NAME = 5
"""Tokens behind a comma in which a name ends."""

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})


@dataclass(frozen=True, slots=True)
class Named:
    """A source and the tokens that it vouches for; token indices, half-open."""

    source: tuple[int, int]
    pieces: tuple[tuple[int, int], ...]

    @property
    def size(self) -> int:
        """How many tokens it vouches for; the smaller, the nearer."""
        return sum(end - start for start, end in self.pieces)

    def holds(self, start: int, end: int) -> bool:
        """Whether it vouches for a figure."""
        return any(first <= start and end <= last for first, last in self.pieces)


def runs_of(indices: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Token indices as stretches without gaps, in order."""
    runs: list[tuple[int, int]] = []
    for index in sorted(indices):
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return tuple(runs)


def rest_of(head: Token, *without: Token) -> tuple[tuple[int, int], ...]:
    """What depends on a word, less some branches."""
    left_out = {each.i for branch in without for each in branch.subtree}
    return runs_of(each.i for each in head.subtree if each.i not in left_out)


def can_tell(doc: Doc, source: tuple[int, int], words: SpeakerWords) -> bool:
    """Whether a phrase can believe or find something: "the raid saw four men flee" has nobody who does."""
    head = doc[source[0] : source[1]].root
    if head.ent_type_ in NAMED or head.pos_ in {"PROPN", "PRON"}:
        return True
    return words.noun(head.lower_) is not None


def tells_number(preposition: Token) -> bool:
    """Whether a number stands behind "at" or "as": "put the loss at 31 beams", not "spoke at the fair of 31 towns"."""
    beside = preposition.doc[preposition.i + 1 : preposition.i + 1 + BEHIND]
    return any(token.pos_ == "NUM" for token in beside)


def subject_token(verb: Token, kinds: Sequence[str] = ("nsubj",)) -> Token | None:
    """The subject of a verb, None where it has none of its own."""
    return next((child for child in verb.children if child.dep_ in kinds), None)


def with_name(doc: Doc, source: tuple[int, int]) -> tuple[int, int]:
    """A description with the name right behind it: "a hospital spokesman, Imre Volt"; token indices, half-open."""
    start, end = source
    if end + 1 >= len(doc) or doc[end].text != ",":
        return source
    name = next((doc[index] for index in range(end + 1, min(end + NAME, len(doc))) if doc[index].dep_ == "appos"), None)
    described = name is not None and start <= name.head.i < end and doc[start:end].root.pos_ == "NOUN"
    if name is None or not described or name.ent_type_ != "PERSON":
        return source
    first, last = noun_phrase(name)
    return (start, last) if first == end + 1 else source
