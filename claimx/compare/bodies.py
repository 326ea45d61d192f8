"""Official bodies by whatever name: a kind of body and its place are one source."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from claimx.compare.folding import POSSESSIVE, content, little, singular, words
from claimx.compare.places import Place, country_code, country_name, relate_places
from claimx.compare.who import populations
from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.lexicon.places import PlaceEntry
from claimx.lexicon.provenance import BodyKind, body_kinds

WORLD, GOVERNMENT = "world", "government"
RUN_BY = re.compile(r"\b\w+[-‐‑](?:run|led|controlled|held|backed|affiliated|appointed|based)\b", re.IGNORECASE)
"""Of "the Front-run town's health ministry" the Front is no place."""

INITIALS = re.compile(r"\b(?:[A-Z]\.\s?){2,}")
"""The U.S. Navy is of the US, and of no place called U."""

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Body:
    """An official body.

    Attributes:
        kind: What the kind is called in reports.
        place: Where it is in charge; None where that is not known.
        where: The place in words.
        world: It is of no country.
        generic: Its words may mean any body whose kind holds them.
    """

    kind: str
    place: Place | None = None
    where: str | None = None
    world: bool = False
    generic: bool = False

    @property
    def name(self) -> str:
        """The place, where it is known, and the kind: "Gaza Strip health ministry"."""
        return f"{self.where} {self.kind}" if self.where and not self.world else self.kind

    def is_one_with(self, other: "Body") -> bool:
        """Whether two names can be one body's: one kind, and places of which one may lie in the other."""
        alike = self.kind == other.kind
        if self.generic or other.generic:
            alike = alike or content(self.kind) <= content(other.kind) or content(other.kind) <= content(self.kind)
        if not alike or self.world or other.world:
            return alike
        return relate_places(self.place, other.place).relation != "different"


@dataclass(frozen=True, slots=True)
class _Named:
    """A place by its words."""

    place: Place
    where: str


def read_body(phrase: str, *, person: str = "", near: tuple[Place, str] | None = None) -> Body | None:
    """The body that a phrase names.

    Args:
        phrase: The source as the text names it: "Palestinian health officials".
        person: The name of whoever speaks for it: its words are no place.
        near: The place of the figure and its name: that of a body without one.
    """
    plain = POSSESSIVE.sub("", RUN_BY.sub(" ", INITIALS.sub(_joined, phrase)))
    raw = WORD.findall(plain)
    folded = [_fold(word) for word in raw]
    found = _longest(folded)
    if found is None:
        return None
    kind, start, end = found
    if set(kind.unless) & set(folded):
        return None
    if kind.place is not None:
        return _fixed(kind, kind.place)
    names = frozenset(words(person))
    rest = [word for word in (*raw[:start], "", *raw[end:]) if not set(words(word)) & names or not word]
    named = read_named_place(rest)
    if kind.needs_place and (named is None or _says_more(kind, rest, named)):
        return None
    if named is None and near is not None:
        named = _Named(*near)
    return Body(kind.name, named.place if named else None, named.where if named else None, generic=kind.generic)


def _joined(initials: re.Match[str]) -> str:
    return re.sub(r"[.\s]", "", initials.group()) + " "


def read_government(phrase: str) -> Body | None:
    """The government that a country's name stands for: "Israel said"; None where the phrase says more."""
    named = read_named_place(WORD.findall(POSSESSIVE.sub("", phrase)))
    if named is None or named.place.country is None or content(phrase) - content(named.where):
        return None
    return Body(GOVERNMENT, named.place, named.where)


def _fixed(kind: BodyKind, place: str) -> Body:
    """The body of words that mean one body only: "the Pentagon", "UNICEF"."""
    if place == WORLD:
        return Body(kind.name, world=True)
    named = _country(place)
    return Body(kind.name, named.place, named.where)


def _says_more(kind: BodyKind, rest: Sequence[str], named: _Named) -> bool:
    """Whether words beside the body and its place make it another: "Kenyan human rights officials"."""
    said = {each for word in rest for each in words(word)}
    return bool(said - little() - set(kind.beside) - set(words(named.where)) - _peoples_words(rest))


def read_named_place(tokens: Sequence[str]) -> _Named | None:
    """The first place among words: a people's country, an alias, a country, or a name that no map need know.

    Args:
        tokens: Words as written; an empty one parts those that do not stand together.
    """
    code = next(iter(_nations(" ".join(tokens))), None)
    if code is not None:
        return _country(code)
    for run in _capitalized(tokens):
        for length in range(len(run), 0, -1):
            for first in range(len(run) - length + 1):
                known = _known(" ".join(run[first : first + length]))
                if known is not None:
                    return known
        return _Named(Place(content(" ".join(run))), " ".join(run))
    return None


def _known(name: str) -> _Named | None:
    alias = _aliases().get(name.casefold())
    if alias is not None:
        return alias
    code = country_code(name) if content(name) else None
    return _country(code) if code else None


@cache
def _country(code: str) -> _Named:
    """A country by the name that news has for it: Syria, not the Syrian Arab Republic."""
    known = sorted(
        each.where for each in _aliases().values() if each.place.whole_country and each.place.country == code
    )
    name = known[0] if known else country_name(code)
    return _Named(Place(content(country_name(code)), code, whole_country=True), name)


def _nations(phrase: str) -> tuple[str, ...]:
    """ISO 3166 codes of the peoples that a phrase names."""
    nations = populations().nations
    return tuple(nations[tag] for tag in populations().groups_in(phrase) if tag in nations)


def _peoples_words(tokens: Sequence[str]) -> frozenset[str]:
    return frozenset(each for token in tokens if token and _nations(token) for each in words(token))


def _capitalized(tokens: Iterable[str]) -> list[list[str]]:
    """Runs of names among words; little words and those that only describe a body are none."""
    runs: list[list[str]] = [[]]
    for token in tokens:
        named = token[:1].isupper() and token.casefold() not in little() | _plain_words()
        if named:
            runs[-1].append(token)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(word for kind in body_kinds() for word in kind.beside)


@cache
def _aliases() -> Mapping[str, _Named]:
    entries = read_entries(lexicon_folder() / "places.toml", PlaceEntry)
    return {
        word.casefold(): _Named(
            Place(content(entry.name), entry.code, whole_country=entry.sort == "country"), entry.name
        )
        for entry in entries
        if entry.kind == "alias" and entry.name
        for word in entry.words
    }


def _fold(word: str) -> str:
    return singular(next(iter(words(word)), ""))


@cache
def _phrases() -> Mapping[str, Sequence[tuple[tuple[str, ...], BodyKind]]]:
    """Phrases for bodies by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], BodyKind]]] = {}
    for kind in body_kinds():
        for phrase in kind.words:
            folded = tuple(singular(word) for word in words(phrase))
            found.setdefault(folded[0], []).append((folded, kind))
    return {first: sorted(each, key=lambda one: (-len(one[0]), one[0])) for first, each in found.items()}


def _longest(folded: Sequence[str]) -> tuple[BodyKind, int, int] | None:
    """The longest phrase for a body among words, the first of several: its kind and half-open place.

    In "officials at the Orsa hospital" the officials are those of the hospital.
    """
    found: list[tuple[bool, int, int, BodyKind]] = []
    for start, word in enumerate(folded):
        for phrase, kind in _phrases().get(word, ()):
            if tuple(folded[start : start + len(phrase)]) == phrase:
                found.append((kind.needs_place, -len(phrase), start, kind))
                break
    if not found:
        return None
    _, length, start, kind = min(found, key=lambda each: each[:3])
    return kind, start, start - length
