"""What packs add to the words that ship: an entry is new, takes the place of one with its id, or extends it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError

from claimx.errors import LexiconError
from claimx.lexicon.cues import CueNouns, CuePhrase, CueVerbs
from claimx.lexicon.entry import Entry
from claimx.lexicon.load import problem_with
from claimx.lexicon.metrics import MetricEntry, NounEntry
from claimx.lexicon.packs import Kind, Pack, Table, check_words
from claimx.lexicon.populations import Population, plural
from claimx.lexicon.series import SeriesEntry
from claimx.lexicon.speakers import SpeakerNouns

EntryT = TypeVar("EntryT", bound=Entry)

EXTEND = "extend"
"""The field that adds an entry's lists to those of the entry whose id it has."""


@dataclass(frozen=True, slots=True)
class Added:
    """An entry of a pack as it holds in the end.

    Attributes:
        table: Where it stands.
        entry: The entry, with what it extends.
        over: The file whose entry it replaces or extends, if there is one.
    """

    table: Table
    entry: Entry
    over: str | None


@dataclass(frozen=True)
class Words:
    """Entries by id, with the file that each is from."""

    metrics: Mapping[str, tuple[str, MetricEntry]]
    nouns: Mapping[str, tuple[str, NounEntry]]
    series: Mapping[str, tuple[str, SeriesEntry]]
    groups: Mapping[str, tuple[str, Population]]
    cue_verbs: Mapping[str, tuple[str, CueVerbs]]
    cue_nouns: Mapping[str, tuple[str, CueNouns]]
    cue_phrases: Mapping[str, tuple[str, CuePhrase]]
    speaker_nouns: Mapping[str, tuple[str, SpeakerNouns]]


@dataclass(frozen=True)
class Overlaid:
    """What ships together with what packs add.

    Attributes:
        words: All entries.
        added: Those of packs, in their order.
        problems: What is wrong in the packs; an entry with a problem is left out.
    """

    words: Words
    added: tuple[Added, ...]
    problems: tuple[LexiconError, ...]


def overlay(shipped: Words, packs: Iterable[Pack], *, spoken_for: Mapping[str, str]) -> Overlaid:
    """Lay packs over the words that ship, a later one over an earlier one.

    Args:
        shipped: The words that ship.
        packs: The packs.
        spoken_for: Words for groups of people and for peoples, with the tags that they stand for.
    """
    layers = _Layers(shipped, packs)
    metrics = layers.lay("entry", shipped.metrics, MetricEntry)
    nouns = layers.lay("noun", shipped.nouns, NounEntry)
    series = layers.lay("metric", shipped.series, SeriesEntry)
    groups = layers.lay("population", shipped.groups, Population)
    words = Words(
        metrics,
        nouns,
        series,
        groups,
        cue_verbs=layers.lay("cue_verb", shipped.cue_verbs, CueVerbs, leading=True),
        cue_nouns=layers.lay("cue_noun", shipped.cue_nouns, CueNouns, leading=True),
        cue_phrases=layers.lay("cue_phrase", shipped.cue_phrases, CuePhrase, leading=True),
        speaker_nouns=layers.lay("speaker_noun", shipped.speaker_nouns, SpeakerNouns, leading=True),
    )
    for added in layers.added:
        try:
            _check(added, shipped, series, groups)
        except LexiconError as err:
            layers.problems.append(err)
    peoples = {word: tag for word, tag in spoken_for.items() if tag not in shipped.groups}
    layers.problems += _shared_words(layers.added, groups, peoples)
    return Overlaid(words, tuple(layers.added), tuple(layers.problems))


class _Layers:
    """Lays the tables of each kind over one another, keeping what was added and what is wrong."""

    def __init__(self, shipped: Words, packs: Iterable[Pack]) -> None:
        self.shipped = shipped
        self.packs = tuple(packs)
        self.added: list[Added] = []
        self.problems: list[LexiconError] = []

    def lay(
        self, kind: Kind, shipped: Mapping[str, tuple[str, EntryT]], model: type[EntryT], *, leading: bool = False
    ) -> dict[str, tuple[str, EntryT]]:
        """Lay the tables of one kind.

        Args:
            kind: The kind.
            shipped: What lies below them.
            model: The type of its entries.
            leading: Whether new entries go before those below: of two that hold a word the first one tells its sense.
        """
        held = dict(shipped)
        for pack in self.packs:
            own: dict[str, Table] = {}
            below = frozenset(held)
            for table in (each for each in pack.tables if each.kind == kind):
                try:
                    entry = _typed(table, held, own, model)
                except LexiconError as err:
                    self.problems.append(err)
                    continue
                over = held.get(entry.id)
                held[entry.id] = (table.file, entry)
                own[entry.id] = table
                self.added.append(Added(table, entry, over[0] if over else None))
            if leading:
                held = {name: held[name] for name in sorted(held, key=below.__contains__)}
        return held


def _typed(
    table: Table, held: Mapping[str, tuple[str, EntryT]], own: Mapping[str, Table], model: type[EntryT]
) -> EntryT:
    if table.name in own:
        raise LexiconError(
            f"{table.place}: the id occurs twice, also in {own[table.name].file}", remedy="rename one of the two"
        )
    check_words(table)
    fields = dict(table.fields)
    extends = fields.pop(EXTEND, False)
    if extends is not True and extends is not False:
        raise LexiconError(f"{table.place}: {EXTEND}: neither true nor false", remedy="write extend = true")
    if extends:
        if table.name not in held:
            raise LexiconError(
                f"{table.place}: there is no such entry to extend", remedy="give its id as claimx lexicon list shows it"
            )
        fields = _joined(held[table.name][1], fields)
    try:
        return model.model_validate(fields)
    except ValidationError as err:
        raise problem_with(err, table.place, model) from err


def _joined(entry: Entry, fields: Mapping[str, object]) -> dict[str, object]:
    """The fields of an entry with those of its extension: lists are added, all else is replaced."""
    joined: dict[str, object] = entry.model_dump()
    for name, value in fields.items():
        before = joined.get(name)
        if isinstance(before, tuple | frozenset) and isinstance(value, list):
            joined[name] = [*sorted(before, key=str), *value] if isinstance(before, frozenset) else [*before, *value]
        else:
            joined[name] = value
    return joined


def _check(
    added: Added,
    shipped: Words,
    series: Mapping[str, object],
    groups: Mapping[str, tuple[str, Population]],
) -> None:
    entry, place = added.entry, added.table.place
    if isinstance(entry, MetricEntry) and entry.metric not in series:
        raise LexiconError(
            f"{place}: metric: there is no metric {entry.metric!r}",
            remedy=f"describe it in a [[metric]] with usual and counts, or take one of {', '.join(shipped.series)}",
        )
    if isinstance(entry, SeriesEntry) and entry.id in shipped.series:
        raise LexiconError(f"{place}: this metric ships with claimx", remedy="give the new metric another id")
    if isinstance(entry, Population):
        for named in (*entry.broader, *entry.disjoint):
            if named not in groups:
                raise LexiconError(f"{place}: there is no group {named!r}", remedy="name a group that is there")


def _shared_words(
    added: Iterable[Added], groups: Mapping[str, tuple[str, Population]], peoples: Mapping[str, str]
) -> Iterator[LexiconError]:
    """A word stands for one group: what packs say otherwise is wrong, whatever the order of the entries."""
    places = {each.entry.id: each.table.place for each in added if isinstance(each.entry, Population)}
    spoken_for = dict(peoples)
    for name in sorted(groups, key=lambda each: each in places):
        for word in groups[name][1].words:
            taken = next((tag for form in (word, plural(word)) if (tag := spoken_for.get(form, name)) != name), None)
            if taken is not None and name in places:
                what = f"{places[name]}: {word!r} stands for {taken} already"
                yield LexiconError(what, remedy="leave the word out")
            spoken_for |= dict.fromkeys((word, plural(word)), name)
