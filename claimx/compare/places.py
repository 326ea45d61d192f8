"""Where two figures hold: the same place, one inside the other, or two places."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from claimx.compare.folding import content
from claimx.compare.who import populations
from claimx.records.group import ScopeRelation
from claimx.records.scope import Where

PLACE_CODE = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
"""An ISO 3166 code of a country or region."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place.

    Attributes:
        words: The words of its name.
        country: ISO 3166-1 code.
        region: ISO 3166-2 code.
        whole_country: It is the country itself.
        stated: The sentence of the figure names it; else it is carried over from the context.
    """

    words: frozenset[str]
    country: str | None = None
    region: str | None = None
    whole_country: bool = False
    stated: bool = True

    @property
    def certain(self) -> bool:
        """Whether the code is sure: a country's or region's, and not that of one of several towns of a name."""
        return self.whole_country or self.region is not None


@dataclass(frozen=True, slots=True)
class WhereRelation:
    """How the places of two figures relate, seen from the first.

    Attributes:
        relation: Equal, narrower, wider, unknown or different.
        sure: Codes tell it, of places that both sentences name.
        region_in_country: The narrower one is a coded region of the wider one, so its extent is known to be less.
    """

    relation: ScopeRelation
    sure: bool = True
    region_in_country: bool = False


SAME = WhereRelation("equal")


@cache
def _country_names(code: str) -> frozenset[frozenset[str]]:
    """The names of a country as sets of words; empty where the code is none."""
    import pycountry

    country = pycountry.countries.get(alpha_2=code)
    if country is None:
        return frozenset()
    names = [country.name, getattr(country, "common_name", ""), getattr(country, "official_name", "")]
    names += [country.name.split(",")[0], country.alpha_3]
    return frozenset(content(name) for name in names if name)


@cache
def country_code(name: str) -> str | None:
    """The ISO 3166 code of a country by its name; None where no country is called that."""
    import pycountry

    wanted = content(name)
    return next((each.alpha_2 for each in pycountry.countries if wanted in _country_names(each.alpha_2)), None)


@cache
def country_name(code: str) -> str:
    """The usual name of a country by its ISO 3166 code; the code itself where it is none."""
    import pycountry

    country = pycountry.countries.get(alpha_2=code)
    return str(getattr(country, "common_name", country.name)).split(",")[0] if country else code


REGIONS = (
    "western eastern northern southern middle european african asian american mediterranean atlantic pacific us uk"
)


@cache
def country_words() -> frozenset[str]:
    """Words of the names of countries and peoples: they tell no event from another."""
    import pycountry

    names = [name for each in pycountry.countries for name in (each.name, getattr(each, "common_name", ""))]
    return content(" ".join(names)) | content(" ".join(populations().nations)) | content(REGIONS)


def read_place(where: Where | None, named: str | None = None, *, stated: bool = True) -> Place | None:
    """The place of a claim, or else one that is only named.

    Args:
        where: The claim's place.
        named: The name of a place without a code, used where the claim has none.
        stated: Whether the sentence of the figure names it.
    """
    if where is None:
        return Place(content(named), stated=stated) if named and content(named) else None
    return _read(where.name, where.text, where.code or "", stated=stated)


@lru_cache(maxsize=8192)
def _read(name: str, text: str, code: str, *, stated: bool) -> Place | None:
    country, _, _ = code.partition("-")
    words = content(name) or content(text)
    if not words and not country:
        return None
    whole = bool(country) and country == code and words in _country_names(country)
    return Place(words, country or None, code if "-" in code else None, whole, stated)


def relate_places(one: Place | None, other: Place | None) -> WhereRelation:
    """How two places relate; a country holds its regions and cities, and "central Paris" lies in "Paris"."""
    return SAME if one is other and one is not None else _relate(one, other)


@lru_cache(maxsize=8192)
def _relate(one: Place | None, other: Place | None) -> WhereRelation:
    if one is None or other is None:
        return WhereRelation("unknown")
    if one.words == other.words:
        return WhereRelation("equal", sure=one.country == other.country)
    both_stated = one.stated and other.stated
    if one.country and other.country:
        if one.country != other.country:
            return WhereRelation("different", sure=both_stated and (one.certain or other.certain))
        related = _in_one_country(one, other)
        return WhereRelation(related.relation, related.sure and both_stated, related.region_in_country and both_stated)
    related = _by_words(one.words, other.words)
    if related.relation == "different" and (one.certain or other.certain):
        return WhereRelation("unknown", sure=False)  # an unmapped county may lie in the country that the other names
    return related


def _in_one_country(one: Place, other: Place) -> WhereRelation:
    if one.whole_country and other.whole_country:
        return WhereRelation("equal")
    if one.whole_country or other.whole_country:
        inner = other if one.whole_country else one
        coded = inner.region is not None
        return WhereRelation("wider" if one.whole_country else "narrower", region_in_country=coded)
    if one.region and other.region and one.region != other.region:
        return WhereRelation("different")
    named = _by_words(one.words, other.words)
    return named if named.relation != "unknown" else WhereRelation("different", sure=False)


def _by_words(one: frozenset[str], other: frozenset[str]) -> WhereRelation:
    if one and one < other:
        return WhereRelation("wider", sure=False)
    if other and other < one:
        return WhereRelation("narrower", sure=False)
    return WhereRelation("different", sure=False)
