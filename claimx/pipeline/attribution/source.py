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


def as_written(doc: Doc, source: tuple[int, int]) -> tuple[int, int]:
    """A source as the text names it: with the name right behind it, without a time at its end.

    "a hospital spokesman, Imre Volt" and "Tarn Senator Ada Lind" are one source each; of "a report Monday" the report
    is one.

    Args:
        doc: The document.
        source: Token indices of the phrase, half-open.
    """
    start, end = source
    if doc[start:end].root.pos_ == "PROPN":
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].ent_type_ not in {"DATE", "TIME"}:
            end += 1
    last = end
    while last - 1 > start and doc[last - 1].ent_type_ in {"DATE", "TIME"}:
        last -= 1
    if doc[last - 1].pos_ in {"NOUN", "PROPN"}:
        end = last
    return _before_brackets(doc, start, end) or _with_name(doc, start, end)


def _before_brackets(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The name that square brackets only spell out: "Navcom [Coastal Forces Command] reports"."""
    spelled = start > 1 and end < len(doc) and doc[start - 1].text == "[" and doc[end].text == "]"
    named = spelled and doc[start - 2].pos_ in {"NOUN", "PROPN"}
    return (noun_phrase(doc[start - 2], outside=start - 1)[0], start - 1) if named else None


def _with_name(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """With the name behind a comma: the apposition of a description."""
    if end + 1 >= len(doc) or doc[end].text != ",":
        return start, end
    name = next((doc[index] for index in range(end + 1, min(end + NAME, len(doc))) if doc[index].dep_ == "appos"), None)
    if name is None or name.pos_ != "PROPN" or name.ent_type_ not in {"", "PERSON"}:
        return start, end
    described = start <= name.head.i < end and doc[start:end].root.ent_type_ != "PERSON"
    first, last = noun_phrase(name)
    return (start, last) if described and first == end + 1 else (start, end)
