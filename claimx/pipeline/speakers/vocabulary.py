"""The lexicon's words for speakers in the shape in which the rules look them up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from claimx.lexicon.calendar import CalendarEntry
from claimx.lexicon.gazetteer import Gazetteer, load_gazetteer
from claimx.lexicon.lexicon import load_lexicon
from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.lexicon.packs import Pack
from claimx.lexicon.speakers import Gender, SpeakerNounKind, SpeakerNouns
from claimx.textual.names import NameWords


@dataclass(frozen=True, slots=True)
class SpeakerNoun:
    """What a common noun says of its bearer.

    Attributes:
        kind: Role of a person, or the sort of body.
        same: The noun under which look-alikes are one: "spokesperson" for "spokeswoman".
        entry: Id of the lexicon entry that holds it.
        gender: Of the bearer, where the noun tells it.
    """

    kind: SpeakerNounKind
    same: str
    entry: str
    gender: Gender | None = None


@dataclass(frozen=True)
class SpeakerWords:
    """Words for speakers.

    Attributes:
        names: Titles and particles.
        sure_titles: Titles that nobody but a person bears.
        pointed_titles: Titles with a point, which nobody but a person bears either: "Gen.", but not General Motors.
        genders: Titles that tell the gender.
        given: First names that tell it.
        nouns: Common nouns by their singular and plural, in lower case.
        agencies: Names of news agencies and broadcasters.
        days: Names of weekdays and months in lower case; the tagger takes them into names.
        nations: ISO codes of countries by adjective, in lower case.
        gazetteer: Places.
        personal: What a person writes in their own voice.
        bodies: Nouns that stand for any body.
        trades: Those of them that a body with another such noun in its name cannot be.
        headline: Small words that no name but a headline writes with a capital.
    """

    names: NameWords
    sure_titles: frozenset[str]
    pointed_titles: frozenset[str]
    genders: Mapping[str, Gender]
    given: Mapping[str, Gender]
    nouns: Mapping[str, SpeakerNoun]
    agencies: frozenset[str]
    days: frozenset[str]
    nations: Mapping[str, str]
    gazetteer: Gazetteer
    personal: frozenset[str]
    bodies: frozenset[str]
    trades: frozenset[str]
    headline: frozenset[str]
    unnamed: frozenset[str]

    def nation(self, word: str) -> str | None:
        """The country that an adjective or a place name belongs to: NO for "Norwegian", "Norway" and "Oslo"."""
        code = self.nations.get(word.casefold())
        if code is not None:
            return code
        spot = self.gazetteer.find(word) if word[:1].isupper() else None
        return spot.country if spot is not None and spot.sort in {"country", "territory", "city"} else None

    def is_country(self, name: str) -> bool:
        """Whether a name is a country's or a territory's."""
        spot = self.gazetteer.find(name) if name[:1].isupper() else None
        return spot is not None and spot.sort in {"country", "territory"}

    def noun(self, word: str) -> SpeakerNoun | None:
        """What a noun says of its bearer."""
        return self.nouns.get(word.casefold().rstrip("."))


def _plural(noun: str) -> str:
    if ":" in noun:
        return noun.split(":")[1]
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")


def country_name(code: str) -> str | None:
    """The common English name of a country by its ISO 3166 code."""
    import pycountry

    country = pycountry.countries.get(alpha_2=code)
    if country is None:
        return None
    name = str(getattr(country, "common_name", country.name))
    return name.split(",", maxsplit=1)[0]


@cache
def load_speaker_words(packs: tuple[Pack, ...] = ()) -> SpeakerWords:
    """The words of the lexicon and of packs."""
    lexicon = load_lexicon(packs=packs)
    titles = {word for entry in lexicon.titles if entry.part == "title" for word in entry.words}
    particles = {word for entry in lexicon.titles if entry.part == "particle" for word in entry.words}
    return SpeakerWords(
        names=NameWords(frozenset(titles), frozenset(particles)),
        sure_titles=frozenset(word for entry in lexicon.titles if entry.sure for word in entry.words),
        pointed_titles=lexicon.pointed_titles,
        genders={
            word: entry.gender
            for entry in lexicon.titles
            if entry.gender and entry.part == "title"
            for word in entry.words
        },
        given={
            word: entry.gender
            for entry in lexicon.titles
            if entry.gender and entry.part == "given"
            for word in entry.words
        },
        nouns=_nouns(lexicon.speaker_nouns),
        agencies=frozenset(name for entry in lexicon.agencies for name in entry.names),
        days=_days(),
        nations=_nations(),
        gazetteer=load_gazetteer(),
        personal=lexicon.source_words_for("personal"),
        bodies=lexicon.source_words_for("body"),
        trades=lexicon.source_words_for("trade"),
        headline=lexicon.source_words_for("headline"),
        unnamed=lexicon.source_words_for("unnamed"),
    )


def _nouns(entries: Iterable[SpeakerNouns]) -> dict[str, SpeakerNoun]:
    """Nouns by singular and plural; one of several entries goes by the first."""
    nouns: dict[str, SpeakerNoun] = {}
    plurals: dict[str, str] = {}
    for entry in entries:
        for written in entry.nouns:
            noun = written.split(":")[0]
            plurals.setdefault(noun, _plural(written))
            nouns.setdefault(noun, SpeakerNoun(entry.kind, entry.same or noun, entry.id, entry.gender))
    for noun, read in sorted(nouns.items()):
        if read.kind not in {"collective", "anonymous"}:
            many: SpeakerNounKind = "collective" if read.kind == "role" else read.kind
            nouns.setdefault(plurals[noun], SpeakerNoun(many, read.same, read.entry, read.gender))
    return nouns


def _days() -> frozenset[str]:
    entries = read_entries(lexicon_folder() / "calendar.toml", CalendarEntry)
    return frozenset(word for entry in entries if entry.kind in {"weekday", "month"} for word in entry.words)


def _nations() -> dict[str, str]:
    populations = load_lexicon().populations
    return {
        word: populations.nations[tag] for word, tag in sorted(populations.words.items()) if tag in populations.nations
    }
