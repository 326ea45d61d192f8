"""Which of the places that a document names is the place of a figure."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter

from spacy.tokens import Doc, Token

from claimx.pipeline.layers import Candidate, Layers
from claimx.pipeline.place_mention import PlaceMention, Role
from claimx.pipeline.scope.words import PlaceWords
from claimx.pipeline.wording import Wording, span_over
from claimx.records.scope import FoundIn

_COST: Mapping[Role, float] = {
    "inside": 0,
    "object": 1.5,
    "modifier": 1,
    "owner": 2,
    "dateline": 8,
    "toward": 5,
    "actor": 7,
    "other": 4,
    "generic": 3,
    "people": 20,
    "venue": 7,
}
"""How far a role is from telling where: the nearest place that something is in, before one that something goes to."""

BUILDING = 4
WATER = 1.5
TOO_FAR = 6.5
LOOSE = 0.0
"""Cost of a place that does not hang on the figure's own words."""

MOST_BETWEEN = 7
"""Tokens between a place and the distance that locates it: "Tarvo, a town some 60 km east of Lima"."""

CLOSE = 6
"""Tokens between a figure and a place that closes its phrase."""

LOOK_BACK = 12
"""Figures of one sentence before another, at most."""

LEAD = 80
"""Tokens within which an article says where it plays."""

_WEIGHT: Mapping[Role, float] = {
    "inside": 3,
    "object": 2,
    "modifier": 2,
    "owner": 1.5,
    "dateline": 1,
    "other": 0.5,
    "toward": 0.3,
    "people": 0.05,
    "actor": 0.2,
    "venue": 0.1,
}
"""What a mention says for a place as the one that the article is about."""

HEAD = 40
"""Tokens within which an article names the town that it plays in."""

IN_TITLE = 4.0
"""What the headline says for a place that it names."""

_GOES_ON = re.compile(r"(?:\w,|\b[A-Z]\w+) $")
"""Before a name in a headline that is a piece of another, or tells where the place before it lies."""

_VAGUE = frozenset({"dateline", "people", "actor", "venue"})
"""Roles of an article's place that tell less than a building's name does."""

_AT = frozenset({"inside", "modifier", "object"})
"""Roles that put an event at a place."""

_LOOSE = frozenset({"dateline", "actor"})
"""Roles of an article's place that say nothing for a figure of no event: "Russia" of a vote that it cast elsewhere."""

_TOWARD = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "from"})
"""Words between a distance and the place that it is measured from."""

FIRST = attrgetter("first")
_CLAUSES = frozenset({"relcl", "advcl", "acl", "ccomp", "parataxis"})


Ranked = tuple[float, PlaceMention]
"""A place with what it costs to take it."""


class WhereFinder:
    """Finds the places of the figures of one document.

    Args:
        doc: The document.
        places: The places that it names.
        words: Words around names of places.
        event_places: Place of each event, where one is named at a mention of it.
    """

    def __init__(
        self,
        doc: Doc,
        places: Sequence[PlaceMention],
        *,
        words: PlaceWords,
        event_places: Mapping[int, PlaceMention],
    ) -> None:
        self.doc = doc
        self.places = [each for each in places if not each.follows and not _is_in_number(doc, each)]
        self.words = words
        self.event_places = event_places
        self.wording = Wording.of(doc)
        self.roots: dict[tuple[int, int], Token | None] = {}
        self.main = self._main()

    def find(
        self,
        candidate: Candidate,
        event: int | None,
        before: Sequence[tuple[Candidate, PlaceMention | None]],
        *,
        others: frozenset[int],
    ) -> PlaceMention | None:
        """The place of a figure.

        Args:
            candidate: The figure.
            event: Its event.
            before: The figures before it in the text, with their places.
            others: Tokens that speak of other events, where its clause names its own: their places are not its.

        Returns:
            The nearest place of its sentence, else that of its event, else the one that the article is about.
        """
        token = self._token(candidate)
        if token is None:
            return None
        all_ranked = self._ranked(token)
        ranked = [(cost, each) for cost, each in all_ranked if each.anchor not in others]
        if ranked and ranked[0][0] <= TOO_FAR:
            return self._narrowed(ranked[0], event) or self._town_of(ranked[0][1])
        for other, place in reversed(before[-LOOK_BACK:]):
            near = self._token(other)
            if near is None or self._sentence(near) != self._sentence(token):
                break
            if place is not None and place.anchor not in others:
                return place
        return self._from_afar(event, all_ranked, ranked)

    def _narrowed(self, ranked: Ranked, event: int | None) -> PlaceMention | None:
        """The place of the event, where the sentence names its country and does not say that the figure is of it.

        "A rally was held in Tarvo, Peru. 900 people came, the most in years in Peru" were in Tarvo.
        """
        cost, place = ranked
        known = self.event_places.get(event) if event is not None else None
        if known is None or cost < LOOSE or place.sort != "country" or known.sort == "country":
            return None
        return known if known.country == place.code and known.role in _AT and not known.building else None

    def _town_of(self, place: PlaceMention) -> PlaceMention:
        """The town that an article is about, in place of a building whose own town nothing tells."""
        known = self.main is not None and self.main.role in {"inside", "modifier"} and self.main.sort == "city"
        return self.main if self.main is not None and known and place.building and not place.code else place

    def _from_afar(
        self, event: int | None, all_ranked: Sequence[Ranked], ranked: Sequence[Ranked]
    ) -> PlaceMention | None:
        """The place of a figure whose own sentence does not tell it."""
        of_event = self.event_places.get(event) if event is not None else None
        known = self.main is not None and self.main.role not in _VAGUE
        if of_event is not None and not (of_event.building and known):
            return of_event
        if all_ranked and not ranked:
            return None
        here = any(each == self.main for _, each in ranked)
        if event is None and self.main is not None and self.main.role in _LOOSE and not here:
            return None
        return self.main or (ranked[0][1] if ranked else None)

    def found_in(self, candidate: Candidate, place: PlaceMention, event: int | None) -> FoundIn:
        """How near to a figure its place was found.

        Args:
            candidate: The figure.
            place: Its place.
            event: Its event.
        """
        token = self._token(candidate)
        if token is not None:
            start, end = self._sentence(token)
            if start <= place.first < end:
                return "sentence"
        return "event" if event is not None and self.event_places.get(event) == place else "article"

    def _token(self, candidate: Candidate) -> Token | None:
        """The root of a figure; each is asked for by the figures after it."""
        stretch = candidate.start, candidate.end
        if stretch not in self.roots:
            span = span_over(self.doc, *stretch)
            self.roots[stretch] = span.root if span is not None else None
        return self.roots[stretch]

    def _sentence(self, token: Token) -> tuple[int, int]:
        """First token of a token's sentence, and one past its last."""
        return self.wording.sentence(self.doc, token.i)

    def _between(self, start: int, end: int) -> Sequence[PlaceMention]:
        """The places that begin in a stretch of tokens."""
        first, last = (bisect_left(self.places, bound, key=FIRST) for bound in (start, end))
        return self.places[first:last]

    def _ranked(self, token: Token) -> list[Ranked]:
        if located := self._located(token):
            return [(0.0, located)]
        inside = self._between(*self._sentence(token))
        above = frozenset(each.i for each in token.ancestors) if inside else frozenset()
        ranked = [(self._cost(token, above, each), each.first, each) for each in inside]
        return [(cost, each) for cost, _, each in sorted(ranked, key=lambda item: item[:2])]

    def _located(self, token: Token) -> PlaceMention | None:
        """The place that a distance locates: Tarvo in "near Tarvo, 60 km east of Lima"."""
        after = self.doc[token.i + 1 : token.i + 8]
        if not any(each.ent_type_ == "QUANTITY" for each in (token, *after[:1])) or not _TOWARD & {
            w.lower_ for w in after
        }:
            return None
        before = self._between(self._sentence(token)[0], token.i)
        comma = token.i - before[-1].last if before else MOST_BETWEEN
        return before[-1] if before and comma < MOST_BETWEEN else None

    def _cost(self, token: Token, above: frozenset[int], place: PlaceMention) -> float:
        """Role, distance and structure: what hangs on the counted noun or on a word above it is nearest."""
        cost = _COST[place.role] + min(abs(place.first - token.i), 30) * 0.06 + (place.sort == "area")
        cost += (
            1.2 * (place.code is None)
            + BUILDING * place.building
            + WATER * self._is_water(place)
            + 3 * self._is_only_partly(place)
        )
        cost += place.role == "owner" and place.sort == "country"
        anchor = self.doc[place.anchor]
        if place.role == "actor":
            return cost
        cost -= self._is_right_after(token, place)
        if token.is_ancestor(anchor) or anchor == token:
            return cost - 2
        if anchor.i in above:
            return cost - 1
        climbed = self._clauses_between(anchor, above | {token.i})
        return cost + 1.5 * climbed

    def _is_right_after(self, token: Token, place: PlaceMention) -> bool:
        """Whether a place closes the figure's phrase: "38 in Peru and 14 in Chile" puts each where it says."""
        between = self.doc[token.i + 1 : place.first]
        return 0 < len(between) <= CLOSE and not any(each.like_num for each in between)

    def _is_water(self, place: PlaceMention) -> bool:
        return not self.words.waters.isdisjoint(self.wording.lower[place.first : place.last])

    def _is_only_partly(self, place: PlaceMention) -> bool:
        """Whether "mainly" stands before it: "mainly in Antalya" tells where most of it was, not where."""
        return not self.words.partly.isdisjoint(self.wording.lower[max(0, place.first - 4) : place.first])

    def _clauses_between(self, anchor: Token, above: frozenset[int]) -> int:
        """How many clauses a place is inside of that the figure, given with all words above it, is not."""
        steps, node = 0, anchor
        for _ in range(20):
            if node.i in above or node == node.head:
                return steps
            steps += node.dep_ in _CLAUSES
            node = node.head
        return steps

    def _main(self) -> PlaceMention | None:
        scores: dict[str, float] = {}
        title = _headline(self.doc)
        first: dict[str, PlaceMention] = {}
        for each in self.places:
            unlisted = each.sort is None and each.role == "inside" and each.first < LEAD
            told = bool(each.code) or each.building or unlisted or each.name in first
            if each.role in _WEIGHT and each.sort != "area" and told:
                if each.name not in first:
                    first[each.name] = each
                    scores[each.name] = IN_TITLE * _is_named(each, title)
                known = 0.5 if first[each.name].building or not first[each.name].code else 1
                weight = _WEIGHT[each.role] * (2 if each.first < LEAD else 1) * known
                scores[each.name] = scores.get(each.name, 0) + weight
        best = max(scores, key=lambda name: (scores[name], -first[name].first), default=None)
        return self._town_at_the_head(first[best]) if best is not None else None

    def _town_at_the_head(self, place: PlaceMention) -> PlaceMention:
        """The town that the head of an article is set in, where the article is about its country."""
        if place.sort != "country":
            return place
        heads = (each for each in self.places if each.first < HEAD and each.role == "inside" and not each.building)
        narrower = (each for each in heads if each.sort in {None, "city", "region"})
        return next((each for each in narrower if each.country in {None, place.code}), place)


def _is_in_number(doc: Doc, place: PlaceMention) -> bool:
    """Whether it is a word of a sum: "nine billion US dollars"."""
    return any(each.start <= place.start and place.end <= each.end for each in Layers.of(doc).numbers)


def _headline(doc: Doc) -> str:
    """The words of the headline, given apart or at the head of the text."""
    layers = Layers.of(doc)
    heads = (Wording.of(doc).text[each.start : each.end] for each in layers.paragraphs[:2] if each.zone == "headline")
    return " ".join([layers.context.title or "", *heads])


def _is_named(place: PlaceMention, title: str) -> bool:
    """Whether the headline says that something is there: not in "Sora Airport, Norway" nor in "Air India"."""
    said = (words for words in {place.text, place.name} if words in title)
    starts = (hit.start() for words in said for hit in _whole(words).finditer(title))
    return any(not _GOES_ON.search(title, 0, start) for start in starts)


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(words)}\b")
