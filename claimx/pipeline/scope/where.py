"""Find the places that a document names, and how each stands in its sentence: at it, going to it, acting."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Span, Token

from claimx.lexicon.gazetteer import Spot
from claimx.lexicon.places import PlaceSort
from claimx.pipeline.scope.words import EventWords, PlaceWords

Role = Literal["inside", "object", "modifier", "owner", "dateline", "toward", "actor", "other", "generic", "people"]
"""How a place stands in its sentence.

inside: "in Cebu City"; object: "hit Sri Lanka"; modifier: "the Lima bombing"; owner: "Peru's capital"; toward: "from Quetta";
actor: "Niger declares", "Lima police"; generic: "the enclave"; dateline: "DOHA, Qatar —"; people: "Guatemalan".
"""

MOST_TOKENS = 5
CASELESS_SHARE = 0.03
DEEDS = frozenset({"violence", "war", "blast", "kidnapping", "robbery"})
"""Families of events that states bring about: a "U.S. airstrike" is seldom in the U.S."""

DATELINE = 12
"""Tokens within which a place by itself is where the article was sent from."""

SHORT_NAME = 5
"""In a text without capitals, shorter names are too often common words."""

NEAR = 150
"""Tokens that "the city" can point back over."""

_JOINERS = frozenset({"of", "the", "de", "del", "al", "el", "la", "los", "las", "-", "'", "’", "/", "and"})
_NAMED = frozenset({"GPE", "LOC", "FAC"})
_NOT_PLACES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "LAW", "PRODUCT", "EVENT", "NORP"})


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place where it is named; token indices and code points, half-open.

    Attributes:
        first: First token.
        last: One past the last token.
        start: First code point.
        end: One past the last.
        name: The gazetteer's name, or the words themselves.
        code: ISO 3166 code.
        sort: What sort of place; None where the gazetteer does not know it.
        role: How it stands in its sentence.
        anchor: Token that it is attached to: the word that "in" hangs on.
        follows: It only tells where the place before it lies: "Nigeria" in "Maga, Nigeria".
        building: It is a building, a place only for want of a town.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    code: str | None
    sort: PlaceSort | None
    role: Role = "other"
    anchor: int = 0
    follows: bool = False
    building: bool = False

    @property
    def country(self) -> str | None:
        """The country's part of the code."""
        return self.code.split("-")[0] if self.code else None


class PlaceFinder:
    """Finds places in one document."""

    def __init__(self, doc: Doc, words: PlaceWords, events: EventWords) -> None:
        self.doc = doc
        self.words = words
        self.event_nouns = events.nouns
        self.deeds = {noun for noun, kind in events.nouns.items() if kind.family in DEEDS}
        self.caseless = _is_caseless(doc)

    def find(self) -> tuple[PlaceMention, ...]:
        """All places in order, none inside another; words that point back are resolved."""
        found = self._chained(self._drop_inner([*self._listed(), *self._recognized(), *self._featured(), *self._buildings()]))
        found = self._near_each_other(found)
        found = self._nested([self._placed(each) for each in found])
        pointed = list(self._pointing_back(found))
        return tuple(sorted([*found, *pointed, *self._peoples()], key=lambda each: each.start))

    def _peoples(self) -> Iterator[PlaceMention]:
        """Words for a people, which tell the country where nothing else does."""
        for token in self.doc:
            code = self.words.peoples.get(token.lower_)
            if code and (token.text[0].isupper() or self.caseless):
                span = self.doc[token.i : token.i + 1]
                name = self.words.gazetteer.countries.get(code, span.text)
                yield replace(_mention(span, name, code, "country"), role="people", anchor=token.head.i)

    def _listed(self) -> Iterator[PlaceMention]:
        """Names that the gazetteer knows, the longest at each token."""
        index = 0
        while index < len(self.doc):
            mention = self._listed_at(index)
            if mention:
                yield mention
            index = mention.last if mention else index + 1

    def _buildings(self) -> Iterator[PlaceMention]:
        """Buildings with a name: "Pavon prison", "the Rosales hospital"."""
        for token in self.doc:
            if token.lower_ not in self.words.buildings:
                continue
            first = token.i
            while first and token.i - first < MOST_TOKENS and self._names(self.doc[first - 1]):
                first -= 1
            if first < token.i:
                yield self._building(self.doc[first : token.i + 1])

    def _building(self, span: Span) -> PlaceMention:
        """"Ahmedabad Airport" is in the town of its name; a national park is a region of its own."""
        of_town = span[-1].lower_ in self.words.town_buildings and self._may_begin(span[0])
        spot = self.words.gazetteer.find(span[:-1].text) if of_town else None
        if spot and spot.sort in {"city", "region"}:
            return _mention(span, spot.name, spot.code, spot.sort)
        return replace(_mention(span, span.text, None, None), building=span[-2].lower_ != "national")

    def _names(self, token: Token) -> bool:
        if token.lower_ in self.event_nouns or token.is_stop or not token.is_alpha or token.dep_ not in {"compound", "amod", "nmod"}:
            return False
        return token.text[0].isupper() or (self.caseless and token.ent_type_ not in {"DATE", "TIME", "CARDINAL", "ORDINAL"})

    def _listed_at(self, index: int) -> PlaceMention | None:
        if not self._may_begin(self.doc[index]):
            return None
        for length in range(MOST_TOKENS, 0, -1):
            if self.doc[min(index + length, len(self.doc) - 1)].text == "/":
                continue
            span = self.doc[index : index + length]
            if len(span) < length or not self._may_end(span[-1]) or any(token.is_space for token in span):
                continue
            listed = span[0].lower_ not in _JOINERS and span[-1].lower_ not in self.words.waters
            spot = self.words.gazetteer.find(span.text) if listed else None
            if spot and self._is_meant(span, spot):
                return _mention(span, spot.name, spot.code, spot.sort)
        return None

    def _may_begin(self, token: Token) -> bool:
        if token.i and self.doc[token.i - 1].text == "/":
            return False
        return (
            token.is_alpha
            and (token.text[0].isupper() or self.caseless)
            or "." in token.text
            and token.text[0].isupper()
        )

    def _may_end(self, token: Token) -> bool:
        return self._may_begin(token) and token.lower_ not in _JOINERS

    def _is_meant(self, span: Span, spot: Spot) -> bool:
        """Whether a listed name means the place here: not "Paris" of "Paris Hilton", not "Lima" of "Lima bean"."""
        whole = next((ent for ent in self.doc.ents if ent.start <= span.start and span.end <= ent.end), None)
        wide = whole is not None and len(whole) > len(span) and whole.label_ in _NOT_PLACES
        before = self.doc[span.start - 1].lower_ if span.start else ""
        located = before in self.words.inside or before in self.words.toward
        if spot.sort in {"country", "territory", "area"}:
            return not wide or (whole is not None and whole.label_ != "PERSON")
        named = whole is not None and whole.label_ in {"GPE", "LOC"}
        if self.caseless:
            return (before in self.words.inside and len(span.text) >= SHORT_NAME) or (named and len(span.text) > 3)  # noqa: PLR2004
        if wide or (len(span) == 1 and self._is_inside_a_name(span)):
            return False
        chained = span.end + 1 < len(self.doc) and self.doc[span.end].text == "," and self.doc[span.end + 1].is_title
        return (
            named or located or (chained and span.root.pos_ == "PROPN") or (len(span) > 1 and span.root.pos_ == "PROPN")
        )

    def _is_inside_a_name(self, span: Span) -> bool:
        """"Harry Winston" and "Paris Hilton" are no towns."""
        before = self.doc[span.start - 1] if span.start else None
        after = self.doc[span.end] if span.end < len(self.doc) else None
        led = before is not None and before.pos_ == "PROPN" and before.is_title and not before.is_sent_start
        followed = after is not None and after.pos_ == "PROPN" and after.is_title and span.root.dep_ == "compound"
        return led or followed

    def _recognized(self) -> Iterator[PlaceMention]:
        """Places that the name recognizer found and no list knows."""
        for ent in self.doc.ents:
            first = ent.start + (ent[0].lower_ == "the" and len(ent) > 1)
            span = self.doc[first : ent.end - (ent[-1].tag_ == "POS" and ent.end - first > 1)]
            if ent.label_ not in {"GPE", "LOC"} or not span[0].text[0].isupper() or "\n" in span.text:
                continue
            spot = self.words.gazetteer.find(span.text)
            if spot:
                yield _mention(span, spot.name, spot.code, spot.sort)
            elif span.text.casefold() not in self.words.gazetteer.unlikely:
                yield _mention(span, span.text, None, None)

    def _featured(self) -> Iterator[PlaceMention]:
        """Names with a word that makes them places: "Coral Sea", "Kaduna State", "Gulf of Suez"."""
        for token in self.doc:
            if token.lower_ in self.words.features_after:
                first = token.i
                while (
                    first
                    and self.doc[first - 1].text[0].isupper()
                    and self.doc[first - 1].is_alpha
                    and token.i - first < MOST_TOKENS
                ):
                    first -= 1
                if self.doc[first].is_sent_start and token.i - first == 1 and self.doc[first].lower_ in {"the", "a"}:
                    continue
                span = self.doc[first : token.i + 1]
                if first < token.i and span[0].lower_ != "the" and span[-2].lower_ not in self.words.features_after:
                    yield self._featured_mention(span)
            if token.text[0].isupper() and token.i + 2 < len(self.doc):
                for length in (1, 2):
                    head = self.doc[token.i : token.i + length]
                    if (
                        head.text.casefold() in self.words.features_before
                        and self.doc[token.i + length].text[0].isupper()
                    ):
                        last = token.i + length
                        while last < len(self.doc) and self.doc[last].text[0].isupper() and self.doc[last].is_alpha:
                            last += 1
                        yield self._featured_mention(self.doc[token.i : last])

    def _featured_mention(self, span: Span) -> PlaceMention:
        spot = self.words.gazetteer.find(span.text)
        return _mention(span, spot.name, spot.code, spot.sort) if spot else _mention(span, span.text, None, None)

    def _drop_inner(self, mentions: list[PlaceMention]) -> list[PlaceMention]:
        kept: list[PlaceMention] = []
        for each in sorted(mentions, key=lambda each: (each.first - each.last, each.code is None, each.first)):
            if not any(each.first < other.last and other.first < each.last for other in kept):
                kept.append(each)
        return sorted(kept, key=lambda each: each.first)

    def _chained(self, mentions: list[PlaceMention]) -> list[PlaceMention]:
        """Tie "Maga, Kebbi State, Nigeria" together: the first is the place, the rest tell where it lies."""
        out: list[PlaceMention] = []
        for each in mentions:
            if out and self.doc[out[-1].last : each.first].text == "," and _lies_in(out[-1], each):
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

    def _unlisted_before(self, mention: PlaceMention, before: list[PlaceMention]) -> PlaceMention | None:
        """The place of "in Kabba/Bunu, Kogi State" or "near Tarvo, Peru", which no list knows."""
        comma = mention.first - 1
        if mention.sort not in {"country", "region"} or comma < 1 or self.doc[comma].text != ",":  # noqa: PLR2004
            return None
        first = comma
        while first and (self.doc[first - 1].text[0].isupper() or self.doc[first - 1].text in {"-", "/"}):
            first -= 1
        dated = any(token.ent_type_ in {"DATE", "TIME"} for token in self.doc[first:comma])
        taken = dated or any(first < other.last and other.first < comma for other in before)
        if first == comma or taken or not first or self.doc[first - 1].lower_ not in self.words.inside:
            return None
        span = self.doc[first:comma]
        return _mention(span, span.text, mention.country, "city")

    def _near_each_other(self, mentions: list[PlaceMention]) -> list[PlaceMention]:
        """Choose among namesakes the one in the country that follows, or in a country that the article names."""
        named = {each.country for each in mentions if each.sort in {"country", "territory"} and each.country}
        out: list[PlaceMention] = []
        for index, each in enumerate(mentions):
            following = next(
                (later for later in mentions[index + 1 : index + 3] if later.follows and later.country), None
            )
            near = {following.country} if following and following.country else named
            text = self.doc[each.first : each.last].text
            spot = self.words.gazetteer.find(text, near={code for code in near if code})
            if each.sort in {"city", "region"} and spot and spot.country in near:
                out.append(replace(each, name=spot.name, code=spot.code, sort=spot.sort))
            elif following and not each.follows and each.sort in {None, "city", "region"}:
                known = each.country == following.country
                out.append(each if known else replace(each, name=text, code=following.country))
            else:
                out.append(each)
        return out

    def _nested(self, mentions: list[PlaceMention]) -> list[PlaceMention]:
        """"Kruger Park in South Africa" is one place; "Tarvo prison in Lima" is in Lima."""
        out = list(mentions)
        for index, each in enumerate(mentions):
            holder = next((i for i, other in enumerate(mentions[:index]) if other.first <= each.anchor < other.last), None)
            if each.role != "inside" or holder is None or self._ends_a_route(out[holder]):
                continue
            if out[holder].building or self._is_water(out[holder]) or (out[holder].sort is None and each.sort == "city"):
                out[index] = replace(each, role=out[holder].role, anchor=out[holder].anchor)
                out[holder] = replace(out[holder], follows=True)
            else:
                out[index] = replace(each, follows=True)
                out[holder] = replace(out[holder], code=out[holder].code or each.code)
        return out

    def _ends_a_route(self, mention: PlaceMention) -> bool:
        """"from Quetta to Peshawar in Pakistan" went through Pakistan, not to a Peshawar there."""
        return mention.role == "toward" and mention.first > 0 and self.doc[mention.first - 1].lower_ == "to"

    def _is_water(self, mention: PlaceMention) -> bool:
        return any(token.lower_ in self.words.waters for token in self.doc[mention.first : mention.last])

    def _placed(self, mention: PlaceMention) -> PlaceMention:
        """Tell how a place stands in its sentence."""
        span = self.doc[mention.first : mention.last]
        root = span.root
        before = self.doc[mention.first - 1] if mention.first else None
        if before is not None and before.lower_ == "the" and mention.first > 1:
            before = self.doc[mention.first - 2]
        role, anchor = self._role(root, before, mention.last, mention.sort)
        if role == "other" and mention.first < DATELINE:
            role = "dateline"
        return replace(mention, role=role, anchor=anchor)

    def _role(self, root: Token, before: Token | None, last: int, sort: PlaceSort | None) -> tuple[Role, int]:
        if (owned := self._owned(root, last)) is not None:
            return ("modifier" if owned.lower_ in self.event_nouns else "owner"), owned.i
        if root.dep_ in {"compound", "nmod", "amod"} and root.head.pos_ in {"NOUN", "PROPN"}:
            if root.head.lower_ in self.words.buildings:
                if sort == "country":
                    return "owner", root.head.i
                return self._role(root.head, None, root.head.i + 1, sort)
            return self._role_of_modifier(root, sort), root.head.i
        preposition = root.head if root.dep_ == "pobj" else before
        if root.dep_ in {"conj", "appos"} and root.head.ent_type_ in _NAMED and (before is None or before.dep_ != "prep"):
            return self._role(root.head, None, root.head.i + 1, sort)
        if preposition is not None and preposition.lower_ in self.words.inside | self.words.toward:
            return self._role_after(preposition), preposition.head.i
        if root.dep_ in {"nsubj", "nsubjpass"}:
            return "actor", root.head.i
        return ("object" if root.dep_ == "dobj" else "other"), root.head.i

    def _owned(self, root: Token, last: int) -> Token | None:
        """The noun that a possessive owns: "outbreak" in "Congo's Ebola outbreak"."""
        if last >= len(self.doc) or self.doc[last].tag_ != "POS":
            return root.head if root.dep_ == "poss" else None
        nouns = [token for token in self.doc[last + 1 : last + 6] if token.pos_ == "NOUN" and token.dep_ != "compound"]
        return nouns[0] if nouns else root.head

    def _role_of_modifier(self, root: Token, sort: PlaceSort | None) -> Role:
        """"the Lima bombing" and "a Lima store" are in Lima; "U.S. forces", "Lima police" and "a U.S. airstrike" act."""
        if root.head.lower_ in self.words.actors or (sort == "country" and root.head.lower_ in self.deeds):
            return "actor"
        return "modifier" if sort in {"city", "region"} or root.head.lower_ in self.event_nouns else "actor"

    def _role_after(self, preposition: Token) -> Role:
        if preposition.lower_ == "of":
            located = preposition.head.lower_ in self.event_nouns or preposition.head.lower_ in self.words.parts
            return "inside" if located else "owner"
        return "inside" if preposition.lower_ in self.words.inside else "toward"

    def _pointing_back(self, found: list[PlaceMention]) -> Iterator[PlaceMention]:
        """Phrases like "the enclave", where a place of the sort was named before."""
        for token in self.doc:
            if token.lower_ not in {"the", "this"}:
                continue
            for length in (3, 2):
                span = self.doc[token.i : token.i + length]
                sort = self.words.generic.get(span.text.casefold())
                meant = sort and self._last_of(sort, token.i, found)
                if meant:
                    mention = _mention(span, meant.name, meant.code, meant.sort)
                    role, anchor = self._role(span.root, self.doc[token.i - 1] if token.i else None, span.end, sort)
                    yield replace(mention, role="generic" if role in {"actor", "other"} else role, anchor=anchor)
                    break

    def _last_of(self, sort: PlaceSort, before: int, found: list[PlaceMention]) -> PlaceMention | None:
        earlier = [each for each in found if 0 < before - each.first < NEAR and each.sort == sort and not each.follows]
        return earlier[-1] if earlier else None


def _lies_in(place: PlaceMention, wider: PlaceMention) -> bool:
    """Whether a name after a comma tells where the first lies: "Maga, Nigeria", but not "In Lebanon, Israel has"."""
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


def _mention(span: Span, name: str, code: str | None, sort: PlaceSort | None) -> PlaceMention:
    return PlaceMention(span.start, span.end, span.start_char, span.end_char, name, code, sort)


def _is_caseless(doc: Doc) -> bool:
    """Whether a text is written without capitals inside its sentences, as old newswire is."""
    inner = [token for token in doc if token.is_alpha and not token.is_sent_start]
    capital = sum(token.text[0].isupper() for token in inner)
    return bool(inner) and capital < CASELESS_SHARE * len(inner)
