"""Find names of places in a document: listed ones, recognized ones, and those that a word beside them makes places."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from claimx.lexicon.place_index import Spot
from claimx.pipeline.place_mention import PlaceMention
from claimx.pipeline.scope.places import mention_of
from claimx.pipeline.scope.words import EventWords, PlaceWords
from claimx.pipeline.wording import Wording

MOST_TOKENS = 5
CASELESS_SHARE = 0.03
ENOUGH_WORDS = 40
"""A sentence or two can do without a name."""

TITLED_SHARE = 0.6

SHORT_NAME = 5
SHORT_RECOGNIZED_NAME = 4
"""In a text without capitals, shorter names are too often common words."""

DASHES = "-–"
"""What the gazetteer takes for a space in a name."""

_JOINERS = frozenset({"of", "the", "de", "del", "al", "el", "la", "los", "las", "-", "'", "’", "/", "and"})
_NAME_OPENERS = frozenset({"el", "la", "los", "las", "san", "santa", "santo", "new", "old", "al", "de"})
_NOT_PLACES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "LAW", "PRODUCT", "NORP"})
_TAKEN_FOR = frozenset({"PERSON", "FAC"})
"""What the recognizer takes a town for that it does not know."""

_NUMERIC = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL"})


class NameFinder:
    """Finds the names of places in one document."""

    def __init__(self, doc: Doc, wording: Wording, words: PlaceWords, events: EventWords) -> None:
        self.doc = doc
        self.wording = wording
        self.words = words
        self.event_nouns = events.nouns
        self.caseless = _is_caseless(doc, wording)
        self.recognized = doc.ents
        self.entities = {index: ent for ent in self.recognized for index in range(ent.start, ent.end)}
        self.capital = [word[:1].isupper() for word in wording.words]
        self.spaces = [index for index, word in enumerate(wording.words) if word.isspace()]
        self.begins = [(self.caseless or big) and self._may_begin(index) for index, big in enumerate(self.capital)]

    def find(self) -> list[PlaceMention]:
        """The names, in order, none inside another."""
        found = [*self._listed(), *self._recognized(), *self._featured(), *self._settled(), *self._buildings()]
        found += self._said_to_be_in()
        kept: list[PlaceMention] = []
        taken: set[int] = set()
        for each in sorted(found, key=lambda each: (each.first - each.last, each.code is None, each.first)):
            tokens = set(range(each.first, each.last))
            if not tokens & taken:
                kept.append(each)
                taken |= tokens
        return sorted((each for each in kept if not self._names_something_else(each)), key=lambda each: each.first)

    def _names_something_else(self, mention: PlaceMention) -> bool:
        """Whether a treaty or a virus bears the name: "the Lima climate accord", "Treaty of Rome"."""
        before = self.doc[max(0, mention.first - 2) : mention.first]
        if len(before) > 1 and before[1].lower_ == "of":
            return before[0].text[:1].isupper() and before[0].lower_ in self.words.namesakes
        after = takewhile(
            lambda token: token.pos_ in {"ADJ", "NOUN", "PROPN"}, self.doc[mention.last : mention.last + 3]
        )
        root = self.doc[mention.first : mention.last].root
        return root.dep_ in {"compound", "nmod", "amod"} and any(
            token.lower_ in self.words.namesakes for token in after
        )

    def _listed(self) -> Iterator[PlaceMention]:
        """Names that the gazetteer knows, the longest at each token."""
        lower, index = self.wording.lower, 0
        for begin, begins in enumerate(self.begins):
            if begins and begin >= index and lower[begin] not in _JOINERS:
                mention = self._listed_at(begin)
                if mention:
                    yield mention
                    index = mention.last

    def _listed_at(self, index: int) -> PlaceMention | None:
        wording, gazetteer, begins = self.wording, self.words.gazetteer, self.begins
        reach = self._reach(index)
        if not self._may_open(index, reach):
            return None
        for last in range(reach, index, -1):
            if not begins[last - 1] and wording.words[last - 2] != "-":
                continue
            parted = wording.words[min(last, len(wording.words) - 1)] == "/"
            if parted or not self._may_end(last - 1) or wording.lower[last - 1] in self.words.waters:
                continue
            spot = gazetteer.find(wording.part(index, last))
            if spot and self._is_meant(self.doc[index:last], spot):
                return mention_of(self.doc[index:last], spot.name, spot.code, spot.sort)
        return None

    def _may_open(self, index: int, reach: int) -> bool:
        """Whether a name's first word may begin with a token, wherever that ends: "Sana" and "Sana'a"."""
        wording, may_open = self.wording, self.words.gazetteer.may_open
        for last in range(index + 1, reach + 1):
            if may_open(wording.part(index, last)):
                return True
            if wording.ends(last - 1) or wording.words[last][0] in DASHES:
                return False
        return False

    def _reach(self, index: int) -> int:
        """One past the last token that a name beginning with one may have."""
        following = self.spaces[number] if (number := bisect_left(self.spaces, index)) < len(self.spaces) else None
        return min(index + MOST_TOKENS, len(self.wording.words) if following is None else following)

    def _may_begin(self, index: int) -> bool:
        if index and self.wording.words[index - 1] == "/":
            return False
        word = self.wording.words[index]
        if word.isalpha():
            return self.capital[index] or self.caseless
        return self.capital[index] and "." in word

    def _may_end(self, index: int) -> bool:
        words = self.wording.words
        hyphened = not self.begins[index] and index > 0 and words[index - 1] == "-" and words[index].isalpha()
        return (hyphened or self.begins[index]) and self.wording.lower[index] not in _JOINERS

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
        for ent in self.recognized:
            if ent.label_ not in {"GPE", "LOC"}:
                continue
            first = ent.start + (ent[0].lower_ == "the" and len(ent) > 1)
            span = self.doc[first : ent.end - (ent[-1].tag_ == "POS" and ent.end - first > 1)]
            written = span.text
            if not span[0].text[0].isupper() or "\n" in written:
                continue
            spot = self.words.gazetteer.find(written)
            if spot:
                yield mention_of(span, spot.name, spot.code, spot.sort)
            elif written.casefold() not in self.words.gazetteer.unlikely:
                yield mention_of(span, written, None, None)

    def _said_to_be_in(self) -> Iterator[PlaceMention]:
        """Names that only "in" makes places: "a base in Orsa Shahr", which the recognizer missed or took for a man."""
        size = len(self.doc)
        for index in () if self.caseless else self.wording.where({"in"}):
            first = last = index + 1
            while last < size and self._is_capital(last) and self.doc[last].pos_ == "PROPN":
                last += 1
            span = self.doc[first:last]
            if not 0 < last - first < MOST_TOKENS or span.root.dep_ != "pobj":
                continue
            labels = {self.entities[each].label_ for each in range(first, last) if each in self.entities}
            owns = last < size and self.doc[last].tag_ == "POS"
            named = not owns and labels <= _TAKEN_FOR and span.text.casefold() not in self.words.gazetteer.unlikely
            if named and not self._is_titled(span.sent):
                yield mention_of(span, span.text, None, None)

    def _is_titled(self, sentence: Span) -> bool:
        """Whether a sentence is written with capitals throughout, as headlines are."""
        words = [token.text for token in sentence if token.is_alpha]
        return sum(word[0].isupper() for word in words) > TITLED_SHARE * len(words)

    def _featured(self) -> Iterator[PlaceMention]:
        """Names with a word that makes them places: "Coral Sea", "Benue State", "Gulf of Oman"."""
        openers = beginnings(self.words.features_before)
        for index, lower in enumerate(self.wording.lower):
            stretch = self._named_before(index) if lower in self.words.features_after else None
            if stretch is None and self.capital[index] and self.wording.words[index].casefold() in openers:
                stretch = self._named_after(index)
            if stretch is not None:
                span = self.doc[stretch[0] : stretch[1]]
                spot = self.words.gazetteer.find(span.text)
                yield (
                    mention_of(span, spot.name, spot.code, spot.sort)
                    if spot
                    else mention_of(span, span.text, None, None)
                )

    def _settled(self) -> Iterator[PlaceMention]:
        """Names that a word for a settlement brings in, with or without capitals: "the village of el tarvo"."""
        lower, size = self.wording.lower, len(self.wording.words)
        for index in self.wording.where(self.words.settlements):
            if self.caseless and index > 1 and self._is_lower_name(index - 1):
                opened = index - 1 - (lower[index - 2] in _NAME_OPENERS)
                yield mention_of(self.doc[opened : index + 1], self.doc[opened:index].text, None, None)
            first = index + 2
            if first >= size or lower[index + 1] != "of":
                continue
            last = first + (lower[first] in _NAME_OPENERS)
            while last < size and self._goes_on(last, first) and last - first < MOST_TOKENS:
                last += 1
            span = self.doc[first:last]
            if last > first and lower[last - 1] not in _NAME_OPENERS and not self.words.gazetteer.find(span.text):
                yield mention_of(span, span.text, None, None)

    def _is_lower_name(self, index: int) -> bool:
        """Whether a word before "area" is a name, in a text without capitals: "corinto", but not "border"."""
        token = self.doc[index]
        return token.pos_ == "PROPN" and token.is_alpha and not token.is_stop and token.dep_ in {"compound", "nmod"}

    def _goes_on(self, index: int, first: int) -> bool:
        """Whether a name goes on: by its capital, or in a text without them, by one word that is no common one."""
        if not self.caseless:
            return self._is_capital(index)
        token = self.doc[index]
        opened = index == first or self.wording.lower[index - 1] in _NAME_OPENERS
        return opened and token.is_alpha and not token.is_stop and token.pos_ in {"NOUN", "PROPN", "ADJ", "X"}

    def _named_before(self, index: int) -> tuple[int, int] | None:
        """The name that ends in a word for a kind of place: "Coral Sea"."""
        first = index
        while first and self._is_capital(first - 1) and index - first < MOST_TOKENS:
            first -= 1
        while first < index and self.wording.lower[first] in {"the", "a", "an"} | self.words.inside:
            first += 1
        if first == index or self.wording.lower[index - 1] in self.words.features_after:
            return None
        return first, index + 1

    def _named_after(self, index: int) -> tuple[int, int] | None:
        """The name that begins with a word for a kind of place: "Gulf of Oman"."""
        size = len(self.wording.words)
        for last in (index + 1, index + 2):
            opens = last < size and self.wording.part(index, last).casefold() in self.words.features_before
            if opens and self._is_capital(last):
                return index, next((after for after in range(last, size) if not self._is_capital(after)), size)
        return None

    def _is_capital(self, index: int) -> bool:
        return self.capital[index] and self.wording.words[index].isalpha()

    def _buildings(self) -> Iterator[PlaceMention]:
        """Buildings with a name: "Marston prison", "the Ortega hospital"."""
        for index in self.wording.where(self.words.buildings):
            if self._only_describes(self.doc[index]):
                continue
            first = index
            while first and index - first < MOST_TOKENS and self._names(self.doc[first - 1]):
                first -= 1
            if first < index:
                yield self._building(self.doc[first : index + 1])

    def _only_describes(self, token: Token) -> bool:
        """Whether a building tells who others are, in a text without capitals: "the kidnapped university students"."""
        described = token.dep_ == "compound" and token.head.i > token.i and token.head.tag_ in {"NN", "NNS"}
        return self.caseless and described

    def _building(self, span: Span) -> PlaceMention:
        """A building: "Antalya Airport" is in the town of its name; a national park is a region of its own."""
        of_town = span[-1].lower_ in self.words.town_buildings and self.begins[span.start]
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


@lru_cache(maxsize=8)
def beginnings(phrases: frozenset[str]) -> frozenset[str]:
    """Everything that some phrases begin with, the phrases themselves included."""
    return frozenset(phrase[:end] for phrase in phrases for end in range(1, len(phrase) + 1))


def _is_caseless(doc: Doc, wording: Wording) -> bool:
    """Whether a text is written without capitals inside its sentences, as old newswire is."""
    opens = doc.to_array("SENT_START").tolist() if len(doc) else []
    inner = capital = 0
    for word, first in zip(wording.words, opens, strict=True):
        if first != 1 and word.isalpha():
            inner += 1
            capital += word[0].isupper()
            if capital >= CASELESS_SHARE * len(opens):  # of all words, so of those inside, too
                return False
    return inner > ENOUGH_WORDS and capital < CASELESS_SHARE * inner
