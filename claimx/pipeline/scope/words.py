"""The words that the components of scope go by, put together from the lexicon."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from claimx.lexicon.calendar import CalendarEntry
from claimx.lexicon.event_kinds import EventKind
from claimx.lexicon.gazetteer import Gazetteer, load_gazetteer
from claimx.lexicon.inflect import noun_forms, verb_forms
from claimx.lexicon.lexicon import load_lexicon
from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.lexicon.places import PlaceSort, words_of
from claimx.textual.datewords import DateWords

DEEDS = frozenset({"violence", "war", "blast", "robbery"})
"""Families of events that states bring about."""


@dataclass(frozen=True)
class PlaceWords:
    """Names of places and the words around them.

    Attributes:
        gazetteer: Names to codes.
        generic: Phrases that point back, to the sort of place that they mean.
        world: Phrases for all of the earth, lower case.
        features_after: Words that make a place of the name before them, lower case.
        features_before: Phrases that make one of the name after them, lower case.
        buildings: Words for buildings and grounds that have names, lower case.
        town_buildings: Those that bear the name of their town: "Lima airport".
        parts: Words for parts of a place: "the coast of Oman" is at Oman.
        peoples: Words for peoples, lower case, to the country's code.
        inside: Prepositions that put something at a place.
        waters: Words for waters: where something sank tells less than the town it sank off.
        toward: Prepositions of goal and origin.
        actors: Words before which a place's name means people.
        settlements: Words for places before whose names "of" stands: "the village of Orsa".
        speech: Verbs of saying: where something was said is not where it was.
        talks: Words for what is held where it speaks of things elsewhere.
        namesakes: Words for what bears the name of a place and is not there: a treaty, a virus.
        partly: Words before a place where most of something was, and not all.
    """

    gazetteer: Gazetteer
    generic: Mapping[str, PlaceSort]
    world: frozenset[str]
    features_after: frozenset[str]
    features_before: frozenset[str]
    buildings: frozenset[str]
    town_buildings: frozenset[str]
    parts: frozenset[str]
    waters: frozenset[str]
    peoples: Mapping[str, str]
    inside: frozenset[str]
    toward: frozenset[str]
    actors: frozenset[str]
    settlements: frozenset[str]
    speech: frozenset[str]
    talks: frozenset[str]
    namesakes: frozenset[str]
    partly: frozenset[str]

    @cached_property
    def prepositions(self) -> frozenset[str]:
        """Prepositions that tell the role of a place."""
        return self.inside | self.toward


@dataclass(frozen=True)
class EventWords:
    """Words that name events.

    Attributes:
        nouns: Nouns and phrases, singular and plural, lower case, to the kind.
        verbs: Lemmas to the kind.
        longest: Words in the longest noun phrase.
        openers: First words of the noun phrases.
    """

    nouns: Mapping[str, EventKind]
    verbs: Mapping[str, EventKind]
    longest: int
    openers: frozenset[str]

    @cached_property
    def kinds(self) -> Mapping[str, EventKind]:
        """The kinds by their ids."""
        return {kind.id: kind for kind in (*self.nouns.values(), *self.verbs.values())}

    @cached_property
    def verb_forms(self) -> Mapping[str, frozenset[str]]:
        """Every form of the verbs, to the ids of their kinds."""
        out: dict[str, set[str]] = {}
        for verb, kind in self.verbs.items():
            for form in verb_forms(verb):
                out.setdefault(form, set()).add(kind.id)
        return {form: frozenset(ids) for form, ids in out.items()}

    @cached_property
    def deeds(self) -> frozenset[str]:
        """Nouns for what states bring about: a "U.S. airstrike" is seldom in the U.S."""
        return frozenset(noun for noun, kind in self.nouns.items() if kind.family in DEEDS)


def date_words(entries: Iterable[CalendarEntry]) -> DateWords:
    """Put the words of the calendar where the date patterns look for them."""
    by_kind: dict[str, dict[str, tuple[int, ...]]] = {}
    for entry in entries:
        by_kind.setdefault(entry.kind, {}).update(entry.words)
    return DateWords(
        months={word: value[0] for word, value in by_kind["month"].items()},
        weekdays={word: value[0] for word, value in by_kind["weekday"].items()},
        days={word: (value[0], value[1]) for word, value in by_kind["day"].items()},
        units={word: value[0] for word, value in by_kind["unit"].items()},
        numbers={word: value[0] for word, value in by_kind["number"].items()},
        since=tuple(by_kind["since"]),
        until=tuple(by_kind["until"]),
        before=tuple(by_kind["before"]),
        parts=by_kind["part"],
        ordinals={word: value[0] for word, value in by_kind["ordinal"].items()},
        clock=tuple(by_kind["clock"]),
        shifts={word: value[0] for word, value in by_kind["shift"].items()},
        onsets=tuple(by_kind["onset"]),
        neighbours={word: value[0] for word, value in by_kind["neighbour"].items()},
    )


@cache
def load_date_words(language: str = "en") -> DateWords:
    """The words of the calendar."""
    return date_words(read_entries(lexicon_folder(language) / "calendar.toml", CalendarEntry))


@cache
def load_place_words(language: str = "en") -> PlaceWords:
    """The gazetteer and the words around names of places."""
    gazetteer = load_gazetteer(language)
    entries = gazetteer.entries
    populations = load_lexicon(language).populations
    nations = populations.nations

    def lower(*words: str) -> frozenset[str]:
        return frozenset(word.casefold() for word in words)

    return PlaceWords(
        gazetteer=gazetteer,
        generic={
            word.casefold(): entry.refers
            for entry in entries
            if entry.kind == "generic" and entry.refers
            for word in entry.words
        },
        world=lower(*words_of(entries, "world")),
        features_after=lower(*words_of(entries, "feature_after")),
        features_before=lower(*words_of(entries, "feature_before")),
        parts=lower(*words_of(entries, "part_word")),
        waters=lower(*words_of(entries, "water_word")),
        peoples={word: nations[tag] for word, tag in populations.words.items() if tag in nations},
        buildings=lower(*words_of(entries, "building"), *words_of(entries, "town_building")),
        town_buildings=lower(*words_of(entries, "town_building")),
        inside=lower(*words_of(entries, "inside")),
        toward=lower(*words_of(entries, "toward")),
        actors=lower(*words_of(entries, "people_word")),
        settlements=lower(*words_of(entries, "settlement_word")),
        speech=lower(*words_of(entries, "speech_word")),
        talks=lower(*words_of(entries, "talk_word")),
        namesakes=lower(*words_of(entries, "namesake_word")),
        partly=lower(*words_of(entries, "partly_word")),
    )


@cache
def load_event_words(language: str = "en") -> EventWords:
    """The words that name events."""
    kinds = read_entries(lexicon_folder(language) / "event_kinds.toml", EventKind)
    nouns = {form: kind for kind in kinds for noun in kind.nouns for form in noun_forms(noun)}
    return EventWords(
        nouns=nouns,
        verbs={verb: kind for kind in kinds for verb in kind.verbs},
        longest=max(form.count(" ") + 1 for form in nouns),
        openers=frozenset(re.split(r"[ -]", form)[0] for form in nouns),
    )
