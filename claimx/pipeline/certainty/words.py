"""The lexicon's words about certainty in the shape in which the rules look them up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from claimx.lexicon.certainty import CertaintyEntry, CertaintyKind
from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.records.claim import Certainty


@dataclass(frozen=True, slots=True)
class CertaintyWords:
    """Words that say how sure a text is.

    Attributes:
        by_kind: What the words of each kind make of a figure.
        take_objects: Verbs that doubt their object too.
        spare_subjects: Verbs that do not doubt those of whom they are said in the passive.
        raise_subjects: Verbs whose subject is that of their infinitive.
        unless: Objects that take the doubt out of a verb.
        through: Objects of a verb whose clause it doubts.
    """

    by_kind: Mapping[CertaintyKind, Mapping[str, Certainty]]
    take_objects: frozenset[str]
    spare_subjects: frozenset[str]
    raise_subjects: frozenset[str]
    unless: Mapping[str, frozenset[str]]
    through: Mapping[str, frozenset[str]]

    def of(self, kind: CertaintyKind) -> Mapping[str, Certainty]:
        """The words of one kind."""
        return self.by_kind.get(kind, {})


def make_certainty_words(entries: Iterable[CertaintyEntry]) -> CertaintyWords:
    """Put lexicon entries together by kind and word."""
    every = tuple(entries)
    by_kind: dict[CertaintyKind, dict[str, Certainty]] = {}
    for entry in every:
        by_kind.setdefault(entry.kind, {}).update(dict.fromkeys(entry.words, entry.certainty))
    return CertaintyWords(
        by_kind=by_kind,
        take_objects=frozenset(word for entry in every if entry.objects for word in entry.words),
        spare_subjects=frozenset(word for entry in every if entry.spares_subject for word in entry.words),
        raise_subjects=frozenset(word for entry in every if entry.raises for word in entry.words),
        unless={word: frozenset(entry.unless) for entry in every for word in entry.words},
        through={word: frozenset(entry.through) for entry in every for word in entry.words},
    )


@cache
def load_certainty_words() -> CertaintyWords:
    """The words of the lexicon."""
    return make_certainty_words(read_entries(lexicon_folder() / "certainty.toml", CertaintyEntry))
