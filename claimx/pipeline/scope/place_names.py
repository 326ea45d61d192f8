"""Find names of places in a document: listed ones, recognized ones, and those that a word beside them makes places."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from claimx.lexicon.gazetteer import Spot
from claimx.pipeline.layers import PlaceMention
from claimx.pipeline.scope.places import mention_of
from claimx.pipeline.scope.words import EventWords, PlaceWords

MOST_TOKENS = 5
CASELESS_SHARE = 0.03
ENOUGH_WORDS = 40
"""A sentence or two can do without a name."""

SHORT_NAME = 5
SHORT_RECOGNIZED_NAME = 4
"""In a text without capitals, shorter names are too often common words."""

_JOINERS = frozenset({"of", "the", "de", "del", "al", "el", "la", "los", "las", "-", "'", "’", "/", "and"})
_NOT_PLACES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "LAW", "PRODUCT", "NORP"})
_NUMERIC = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL"})


class NameFinder:
    """Finds the names of places in one document."""

    def __init__(self, doc: Doc, words: PlaceWords, events: EventWords) -> None:
        self.doc = doc
        self.words = words
        self.event_nouns = events.nouns
        self.caseless = _is_caseless(doc)
        self.entities = {token.i: ent for ent in doc.ents for token in ent}

    def find(self) -> list[PlaceMention]:
        """The names, in order, none inside another."""
        found = [*self._listed(), *self._recognized(), *self._featured(), *self._buildings()]
        kept: list[PlaceMention] = []
        taken: set[int] = set()
        for each in sorted(found, key=lambda each: (each.first - each.last, each.code is None, each.first)):
            tokens = set(range(each.first, each.last))
            if not tokens & taken:
                kept.append(each)
                taken |= tokens
        return sorted(kept, key=lambda each: each.first)

    def _listed(self) -> Iterator[PlaceMention]:
        """Names that the gazetteer knows, the longest at each token."""
        index = 0
        while index < len(self.doc):
            mention = self._listed_at(index)
            if mention:
                yield mention
            index = mention.last if mention else index + 1

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
                return mention_of(span, spot.name, spot.code, spot.sort)
        return None

    def _may_begin(self, token: Token) -> bool:
        if token.i and self.doc[token.i - 1].text == "/":
            return False
        return (token.is_alpha and (token.text[0].isupper() or self.caseless)) or (
            "." in token.text and token.text[0].isupper()
        )

    def _may_end(self, token: Token) -> bool:
        hyphened = token.i > 0 and self.doc[token.i - 1].text == "-" and token.is_alpha
        return (hyphened or self._may_begin(token)) and token.lower_ not in _JOINERS

    def _is_meant(self, span: Span, spot: Spot) -> bool:
        """Whether a listed name means the place here: not "Paris" of "Paris Hilton", not "Lima" of "Lima bean"."""
        whole = self.entities.get(span.start)
        whole = whole if whole is not None and span.end <= whole.end else None
        wide = whole is not None and len(whole) > len(span) and whole.label_ in _NOT_PLACES
        before = self.doc[span.start - 1].lower_ if span.start else ""
        located = before in self.words.inside or before in self.words.toward
        wide = wide and before not in self.words.inside - {"of"}
        if spot.sort in {"country", "territory", "area"}:
            return not wide or (whole is not None and whole.label_ != "PERSON")
        named = whole is not None and whole.label_ in {"GPE", "LOC"}
        if self.caseless:
            least = SHORT_RECOGNIZED_NAME if named else SHORT_NAME
            noun = span.root.pos_ in {"NOUN", "PROPN"}
            part = before != "of" or self.doc[max(span.start - 2, 0)].lower_ in self.words.parts
            return (named or (noun and part and before in self.words.inside)) and len(span.text) >= least
        if wide or (len(span) == 1 and self._is_inside_a_name(span)):
            return False
        chained = span.end + 1 < len(self.doc) and self.doc[span.end].text == "," and self.doc[span.end + 1].is_title
        return named or located or ((chained or len(span) > 1) and span.root.pos_ == "PROPN")

    def _is_inside_a_name(self, span: Span) -> bool:
        """Whether it is a piece of a name: "Jane Houston" and "Paris Hilton" are no towns."""
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
                yield mention_of(span, spot.name, spot.code, spot.sort)
            elif span.text.casefold() not in self.words.gazetteer.unlikely:
                yield mention_of(span, span.text, None, None)

    def _featured(self) -> Iterator[PlaceMention]:
        """Names with a word that makes them places: "Coral Sea", "Benue State", "Gulf of Oman"."""
        for token in self.doc:
            span = self._named_before(token) or self._named_after(token)
            if span is not None:
                spot = self.words.gazetteer.find(span.text)
                yield (
                    mention_of(span, spot.name, spot.code, spot.sort)
                    if spot
                    else mention_of(span, span.text, None, None)
                )

    def _named_before(self, token: Token) -> Span | None:
        """The name that ends in a word for a kind of place: "Coral Sea"."""
        if token.lower_ not in self.words.features_after:
            return None
        first = token.i
        while first and self._is_capital(self.doc[first - 1]) and token.i - first < MOST_TOKENS:
            first -= 1
        if first < token.i and self.doc[first].lower_ in {"the", "a", "an"}:
            first += 1
        if first == token.i or self.doc[token.i - 1].lower_ in self.words.features_after:
            return None
        return self.doc[first : token.i + 1]

    def _named_after(self, token: Token) -> Span | None:
        """The name that begins with a word for a kind of place: "Gulf of Oman"."""
        if not token.text[:1].isupper():
            return None
        for length in (1, 2):
            last = token.i + length
            opens = self.doc[token.i : last].text.casefold() in self.words.features_before
            if not opens or last >= len(self.doc) or not self._is_capital(self.doc[last]):
                continue
            while last < len(self.doc) and self._is_capital(self.doc[last]):
                last += 1
            return self.doc[token.i : last]
        return None

    def _is_capital(self, token: Token) -> bool:
        return token.is_alpha and token.text[0].isupper()

    def _buildings(self) -> Iterator[PlaceMention]:
        """Buildings with a name: "Marston prison", "the Ortega hospital"."""
        for token in self.doc:
            if token.lower_ not in self.words.buildings or self._only_describes(token):
                continue
            first = token.i
            while first and token.i - first < MOST_TOKENS and self._names(self.doc[first - 1]):
                first -= 1
            if first < token.i:
                yield self._building(self.doc[first : token.i + 1])

    def _only_describes(self, token: Token) -> bool:
        """Whether a building tells who others are, in a text without capitals: "the kidnapped university students"."""
        described = token.dep_ == "compound" and token.head.i > token.i and token.head.tag_ in {"NN", "NNS"}
        return self.caseless and described

    def _building(self, span: Span) -> PlaceMention:
        """A building: "Antalya Airport" is in the town of its name; a national park is a region of its own."""
        of_town = span[-1].lower_ in self.words.town_buildings and self._may_begin(span[0])
        spot = self.words.gazetteer.find(span[:-1].text) if of_town else None
        if spot and spot.sort in {"city", "region"}:
            return mention_of(span, spot.name, spot.code, spot.sort)
        return replace(mention_of(span, span.text, None, None), building=span[-2].lower_ != "national")

    def _names(self, token: Token) -> bool:
        """Whether a word before a building names it."""
        plain = not token.is_alpha or token.is_stop or token.lower_ in self.event_nouns
        if plain or token.dep_ not in {"compound", "amod", "nmod"}:
            return False
        return token.text[0].isupper() or (self.caseless and token.ent_type_ not in _NUMERIC)


def _is_caseless(doc: Doc) -> bool:
    """Whether a text is written without capitals inside its sentences, as old newswire is."""
    inner = [token for token in doc if token.is_alpha and not token.is_sent_start]
    capital = sum(token.text[0].isupper() for token in inner)
    return len(inner) > ENOUGH_WORDS and capital < CASELESS_SHARE * len(inner)
