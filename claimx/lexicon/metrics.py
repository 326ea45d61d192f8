"""Which words tell what a number counts: the metric lexicon, one TOML file for each domain."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import Field, model_validator

from claimx.errors import LexiconError
from claimx.lexicon.entry import Entry
from claimx.lexicon.inflect import noun_forms, past_participle, verb_forms
from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.lexicon.series import SeriesEntry

Counted = Literal["person", "being", "animal", "thing", "any"]
Role = Literal["object", "subject", "noun", "weak_noun", "of", "toll", "state"]
ROLES: tuple[Role, ...] = ("object", "subject", "noun", "weak_noun", "of", "toll", "state")
NOUN_ROLES: frozenset[Role] = frozenset({"noun", "weak_noun", "toll"})
"""Triggers of several words end, in these roles, at the noun that is looked up."""


class MetricEntry(Entry):
    """Words of one kind that give one metric.

    A verb is written `kill`, or with irregular forms `take:took:taken`; a noun `raid`, or with an irregular plural
    `body:bodies`.

    Attributes:
        metric: What is counted.
        rank: Of two entries that fire at the same place, the lower one holds.
        object_verbs: Verbs that do it to what is counted: "killed 40", "40 were killed", "40 people killed in".
        subject_verbs: Verbs that the counted do: "40 died".
        nouns: Nouns that are themselves counted: "40 deaths".
        weak_nouns: The same, where no verb says better: "500 troops", but "500 troops were killed".
        of_nouns: Nouns with the counted after "of": "the death of 40".
        tolls: Nouns for a count that the figure is the value of: "the death toll rose to 40".
        states: Adjectives and set phrases: "40 dead", "40 are missing", "40 without power".
        counted: Whether persons are counted, or things; `being` takes nouns that the lexicon does not know for persons.
        with_words: One of these words or phrases must stand in the clause: "took 40 people hostage".
        near: One of these must stand in the sentence.
        topic: One of these must stand in the sentence or not far before it.
        heads: The counted noun must be one of these.
        not_heads: The counted noun must be none of these.
        idle: Fires only where the counted do nothing: "200 prisoners", but not "200 prisoners stormed the gate".
        unless: None of these words or phrases may stand in the sentence.
        hint: Only hints at the metric, wherever it stands: what else is said comes first.
        context: Whether the nearest word of either kind must speak of hostages or of prisoners.
    """

    metric: str
    rank: int = 50
    object_verbs: tuple[str, ...] = ()
    subject_verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    weak_nouns: tuple[str, ...] = ()
    of_nouns: tuple[str, ...] = ()
    tolls: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    counted: Counted = "any"
    with_words: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    topic: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    not_heads: frozenset[str] = frozenset()
    idle: bool = False
    hint: bool = False
    unless: frozenset[str] = frozenset()
    context: Literal["hostage", "prisoner"] | None = None

    @model_validator(mode="after")
    def _has_a_trigger(self) -> "MetricEntry":
        if not any(
            (self.object_verbs, self.subject_verbs, self.nouns, self.weak_nouns, self.of_nouns, self.tolls, self.states)
        ):
            msg = "no trigger: give at least one verb, noun or state"
            raise ValueError(msg)
        return self

    def forms(self) -> Iterable[tuple[Role, str]]:
        """Every trigger in every form that it may be written in, lower case, with its role."""
        for verb in self.object_verbs:
            yield from (("object", form) for form in verb_forms(verb))
            yield "state", past_participle(verb)
        for verb in self.subject_verbs:
            yield from (("subject", form) for form in verb_forms(verb))
        for noun in self.nouns:
            yield from (("noun", form) for form in noun_forms(noun))
        for noun in self.weak_nouns:
            yield from (("weak_noun", form) for form in noun_forms(noun))
        for noun in self.of_nouns:
            yield from (("of", form) for form in noun_forms(noun))
        for noun in self.tolls:
            yield from (("toll", form) for form in noun_forms(noun))
        yield from (("state", state) for state in self.states)


class NounEntry(Entry):
    """Nouns of one class.

    Attributes:
        kind: `person` counts in people; `animal` is no casualty; `uncounted` makes no claim.
        words: Nouns, with irregular plurals as `singular:plural`.
    """

    kind: Literal["person", "animal", "uncounted"]
    words: tuple[str, ...] = Field(min_length=1)


class SettingEntry(Entry):
    """Words that tell what a figure is about without being a trigger themselves.

    Attributes:
        words: The words, lower case, in every form that counts.
    """

    words: frozenset[str] = Field(min_length=1)


@dataclass(frozen=True)
class MetricLexicon:
    """The metric entries by the words that trigger them.

    Attributes:
        entries: All entries, in order: the order is the rank where two triggers stand at the same place.
        triggers: For each role, the entries by form.
        nouns: Class of each noun form.
        settings: Lists of words by name: polls, money, hostages.
        longest: Number of words of the longest trigger.
        edges: For each role, the words that a trigger begins with (of nouns, the words that it ends in), each with the
            numbers of words that those triggers have, the greatest first.
        things: Metrics whose unit is the counted noun; the others count people.
    """

    entries: tuple[MetricEntry, ...]
    triggers: Mapping[Role, Mapping[str, tuple[MetricEntry, ...]]]
    nouns: Mapping[str, str]
    settings: Mapping[str, frozenset[str]]
    longest: int
    edges: Mapping[Role, Mapping[str, tuple[int, ...]]]
    things: frozenset[str] = frozenset()

    def find(self, role: Role, form: str) -> tuple[MetricEntry, ...]:
        """The entries that a word triggers in a role."""
        return self.triggers[role].get(form, ())


def index_metrics(
    entries: Iterable[MetricEntry],
    nouns: Iterable[NounEntry],
    settings: Iterable[SettingEntry],
    series: Iterable[SeriesEntry] = (),
) -> MetricLexicon:
    """Put entries in order of their triggers."""
    kept = tuple(entries)
    triggers: dict[Role, dict[str, tuple[MetricEntry, ...]]] = {role: {} for role in ROLES}
    for entry in kept:
        for role, form in entry.forms():
            held = triggers[role].get(form, ())
            if entry not in held:
                triggers[role][form] = (*held, entry)
    classes = {form: entry.kind for entry in nouns for word in entry.words for form in noun_forms(word)}
    longest = max((form.count(" ") + 1 for forms in triggers.values() for form in forms), default=1)
    edges = {role: _edges(forms, -1 if role in NOUN_ROLES else 0) for role, forms in triggers.items()}
    return MetricLexicon(
        entries=kept,
        triggers=triggers,
        nouns=classes,
        settings={entry.id: entry.words for entry in settings},
        longest=longest,
        edges=edges,
        things=frozenset(entry.id for entry in series if entry.counts == "things"),
    )


def _edges(forms: Iterable[str], edge: int) -> dict[str, tuple[int, ...]]:
    """The first or last words of forms, each with the numbers of words of its forms, the greatest first."""
    sizes: dict[str, set[int]] = {}
    for form in forms:
        words = form.split(" ")
        sizes.setdefault(words[edge], set()).add(len(words))
    return {word: tuple(sorted(each, reverse=True)) for word, each in sizes.items()}


def shipped_metrics(language: str = "en") -> dict[str, tuple[str, MetricEntry]]:
    """Read the metric files that ship.

    Args:
        language: Which language.

    Returns:
        By id, the name of the file and the entry.

    Raises:
        LexiconError: If an entry is malformed or an id occurs twice.
    """
    folder = lexicon_folder(language) / "metrics"
    entries: dict[str, tuple[str, MetricEntry]] = {}
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        for entry in read_entries(file, MetricEntry) if file.name.endswith(".toml") else ():
            if entry.id in entries:
                raise LexiconError(
                    f"{file.name}, entry {entry.id}: the id occurs twice", remedy="rename one of the two"
                )
            entries[entry.id] = (file.name, entry)
    return entries
