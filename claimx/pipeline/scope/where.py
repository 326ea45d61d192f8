"""Find the places that a document names, and how each stands in its sentence: at it, going to it, acting."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from operator import attrgetter

from spacy.tokens import Doc

from claimx.lexicon.places import PlaceSort
from claimx.pipeline.place_mention import PlaceMention
from claimx.pipeline.scope.place_names import NameFinder
from claimx.pipeline.scope.place_roles import RoleReader
from claimx.pipeline.scope.places import mention_of
from claimx.pipeline.scope.words import EventWords, PlaceWords
from claimx.pipeline.wording import Wording

_WITHIN = re.compile(r"(?:and [A-Z]\w+ ?)?, ?in(?: the \w+ of| \w+ern)?")
"""Between a place and the wider one in which it lies."""

NEAR = 150
"""Tokens that "the city" can point back over."""


class PlaceFinder:
    """Finds places in one document."""

    def __init__(self, doc: Doc, words: PlaceWords, events: EventWords) -> None:
        self.doc = doc
        self.words = words
        self.wording = Wording.of(doc)
        self.names = NameFinder(doc, self.wording, words, events)
        self.roles = RoleReader(doc, words, events)

    def find(self) -> tuple[PlaceMention, ...]:
        """All places in order, none inside another; words that point back are resolved."""
        found = self._near_each_other(self._chained(self.names.find()))
        found = self._nested([self._placed(each) for each in found])
        pointed = list(self._pointing_back(found))
        return tuple(sorted([*found, *pointed, *self._peoples(), *self._world()], key=lambda each: each.start))

    def _world(self) -> Iterator[PlaceMention]:
        """Words for all of the earth, which keep a figure of the world from a country's."""
        openers = {phrase.split()[0] for phrase in self.words.world}
        for index in self.wording.where(openers):
            for length in (3, 1):
                last = min(index + length, len(self.doc))
                if self.wording.part(index, last).casefold() in self.words.world:
                    span = self.doc[index:last]
                    yield replace(mention_of(span, "World", None, "area"), role="inside", anchor=span[0].head.i)
                    break

    def _placed(self, mention: PlaceMention) -> PlaceMention:
        role, anchor = self.roles.read(mention)
        return replace(mention, role=role, anchor=anchor)

    def _peoples(self) -> Iterator[PlaceMention]:
        """Words for a people, which tell the country where nothing else does."""
        for index in self.wording.where(self.words.peoples):
            span = self.doc[index : index + 1]
            code = self.words.peoples[span[0].lower_]
            if span.text[0].isupper() or self.names.caseless:
                name = self.words.gazetteer.countries.get(code, span.text)
                yield replace(mention_of(span, name, code, "country"), role="people", anchor=span[0].head.i)

    def _chained(self, mentions: list[PlaceMention]) -> list[PlaceMention]:
        """Tie "Tarvo, Benue State, Nigeria" together: the first is the place, the rest tell where it lies."""
        out: list[PlaceMention] = []
        for each in mentions:
            follows = out and each.first == out[-1].last + 1 and self.wording.words[out[-1].last] == ","
            follows = follows or (bool(out) and self._lies_within(out[-1], each))
            if follows and _lies_in(out[-1], each):
                within = out[-1].sort is None and each.sort == "city"
                out[-1] = replace(out[-1], follows=within or out[-1].follows)
                out.append(replace(each, follows=not within))
                continue
            opener = self._unlisted_before(each, out)
            if opener:
                out += [opener, replace(each, follows=True)]
            else:
                out.append(each)
        return out

    def _lies_within(self, place: PlaceMention, wider: PlaceMention) -> bool:
        """Whether "in" after a comma says where a place lies that no list knows: "Aldor, in the south of Peru"."""
        between = self.wording.part(place.last, wider.first)
        unlisted = place.sort is None and not place.building
        return unlisted and place.last < wider.first and _WITHIN.fullmatch(between.strip()) is not None

    def _unlisted_before(self, mention: PlaceMention, before: list[PlaceMention]) -> PlaceMention | None:
        """The place of "in Orsa/Tarvo, Benue State" or "near Tarvo, Peru", which no list knows."""
        comma = mention.first - 1
        words = self.wording.words
        if mention.sort not in {"country", "region"} or comma < 1 or words[comma] != ",":
            return None
        first = comma
        while first and (words[first - 1][0].isupper() or words[first - 1] in {"-", "/"}):
            first -= 1
        dated = any(token.ent_type_ in {"DATE", "TIME"} for token in self.doc[first:comma])
        taken = dated or (bool(before) and first < before[-1].last)
        if first == comma or taken or not first or self.doc[first - 1].lower_ not in self.words.inside:
            return None
        span = self.doc[first:comma]
        return mention_of(span, span.text, mention.country, "city")

    def _near_each_other(self, mentions: list[PlaceMention]) -> list[PlaceMention]:
        """Choose among namesakes the one in the country that follows, or in a country that the article names."""
        wide = {"country", "territory", "region"}
        named = {code for each in mentions if each.sort in wide for code in (each.code, each.country) if code}
        out: list[PlaceMention] = []
        for index, each in enumerate(mentions):
            after = takewhile(lambda later: later.follows, mentions[index + 1 : index + 3])
            following = next((later for later in after if later.country), None)
            near = {following.code, following.country} if following and following.country else named
            text = self.wording.part(each.first, each.last)
            namesakes = each.sort in {"city", "region"}
            spot = self.words.gazetteer.find(text, near={code for code in near if code}) if namesakes else None
            if spot and spot.country in near:
                out.append(replace(each, name=spot.name, code=spot.code, sort=spot.sort))
            elif following and not each.follows and each.sort in {None, "city", "region"}:
                known = each.country == following.country
                out.append(each if known else replace(each, name=text, code=following.country))
            else:
                out.append(each)
        return out

    def _nested(self, mentions: list[PlaceMention]) -> list[PlaceMention]:
        """Read "Marston National Park in Kenya" as one place, "Tarvo prison in Lima" as Lima."""
        out = list(mentions)
        at = {token: index for index, each in enumerate(mentions) for token in range(each.first, each.last)}
        for index, each in enumerate(mentions):
            holder = at.get(each.anchor)
            holder = holder if holder is not None and holder < index else None
            if each.role != "inside" or holder is None or self._ends_a_route(out[holder]):
                continue
            unknown = out[holder].sort is None and each.sort == "city"
            if out[holder].building or unknown or self._is_water(out[holder]):
                out[index] = replace(each, role=out[holder].role, anchor=out[holder].anchor)
                out[holder] = replace(out[holder], follows=True)
            else:
                out[index] = replace(each, follows=True)
                out[holder] = replace(out[holder], code=out[holder].code or each.code)
        return out

    def _ends_a_route(self, mention: PlaceMention) -> bool:
        """Whether it ends a route: "from Orsa to Tunis in Peru" went through Peru."""
        return mention.role == "toward" and mention.first > 0 and self.doc[mention.first - 1].lower_ == "to"

    def _is_water(self, mention: PlaceMention) -> bool:
        return any(word in self.words.waters for word in self.wording.lower[mention.first : mention.last])

    def _pointing_back(self, found: list[PlaceMention]) -> Iterator[PlaceMention]:
        """Phrases like "the enclave", where a place of the sort was named before."""
        size = len(self.doc)
        for index in self.wording.where({"the", "this"}):
            for last in (min(index + 3, size), min(index + 2, size)):
                sort = self.words.generic.get(self.wording.part(index, last).casefold())
                meant = None if not sort or self._goes_on(index, last) else self._last_of(sort, index, found)
                if meant:
                    mention = mention_of(self.doc[index:last], meant.name, meant.code, meant.sort)
                    role, anchor = self.roles.read(mention)
                    yield replace(
                        mention, role="generic" if role in {"actor", "other", "dateline"} else role, anchor=anchor
                    )
                    break

    def _goes_on(self, first: int, last: int) -> bool:
        """Whether the phrase says more: "the town of Orsa" points nowhere back, nor does "the district court"."""
        goes_on = last + 1 < len(self.doc) and self.doc[last].lower_ == "of"
        named = goes_on and (self.doc[last + 1].text[0].isupper() or self.names.caseless)
        return named or (last > first and self.doc[last - 1].dep_ == "compound")

    def _last_of(self, sort: PlaceSort, before: int, found: list[PlaceMention]) -> PlaceMention | None:
        first = bisect_right(found, before - NEAR, key=attrgetter("first"))
        near = found[first : bisect_left(found, before, key=attrgetter("first"))]
        earlier = [each for each in near if each.sort == sort and not each.follows]
        there = [each for each in earlier if each.role not in {"toward", "actor", "other"}]
        return next(reversed(there or earlier), None)


def _lies_in(place: PlaceMention, wider: PlaceMention) -> bool:
    """Whether a name after a comma tells where the first lies: "Tarvo, Peru", but not "In Peru, Chile has"."""
    if place.sort == "city" and wider.sort is None and not wider.building:
        return True
    if place.sort not in {None, "city", "region"} or wider.sort not in {"country", "region", "area", "city"}:
        return False
    if wider.sort == "city" and place.sort is not None:
        return False
    return place.code is None or wider.code is None or place.country == wider.country or place.sort == "city"


def find_places(doc: Doc, words: PlaceWords, events: EventWords) -> tuple[PlaceMention, ...]:
    """Find the places that a document names.

    Args:
        doc: A parsed document with named entities.
        words: Names and the words around them.
        events: Nouns that a place's name may modify: "the Lima bombing" was in Lima.

    Returns:
        Mentions in order.
    """
    return PlaceFinder(doc, words, events).find()
