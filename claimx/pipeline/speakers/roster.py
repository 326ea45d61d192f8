"""The speakers of one article: all that is known of each, and who a phrase may mean."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc

from claimx.lexicon.speakers import Gender
from claimx.pipeline.layers import Layers
from claimx.pipeline.speakers.phrases import Phrase, longest_noun, read_phrase
from claimx.pipeline.speakers.vocabulary import SpeakerWords
from claimx.records.speaker import SpeakerKind
from claimx.textual.names import (
    folded_words,
    fullest,
    is_acronym_of,
    is_cut_off,
    is_letters,
    name_key,
    same_body,
    same_person,
)

LONGEST_TITLE = 30
"""Tokens before a name that are looked at for titles; each of "John Smith John Smith …" would look at all before it."""

HEADLINE_WORDS = frozenset({"For", "Against", "To", "With", "On", "In", "At", "From", "By", "After", "Over", "As"})
"""No name but a headline writes these with a capital: "Marsh Makes Plea For Port Against Storms"."""

BRACKETED = re.compile(r" \(([A-Z]{2,8})\)")
LONGEST_FORM = 120
"""Characters of a name before its letters in brackets."""

MOST_SMALL_WORDS = 3
"""Words like "of" and "the" in it."""

LONGEST_NAME = 4
"""Tokens of a name that begins with a first name."""

APPOSITION = 14
"""Tokens of "a former judge who chairs the port's board" that are looked at after a name."""


@dataclass(slots=True)
class Figure:
    """Somebody whom the article names; grows while the article is read.

    Attributes:
        kind: What sort.
        names: Names as written.
        phrases: Phrases that mean them.
        gender: Where something tells it.
        role: Office or work as written at first.
        words: The words of all names, folded.
        has_letters: Whether one of the names is an acronym's letters.
        has_one_word: Whether one of them is a single word.
    """

    kind: SpeakerKind
    names: list[str] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    gender: Gender | None = None
    role: str | None = None
    words: set[str] = field(default_factory=set)
    has_letters: bool = False
    has_one_word: bool = False

    def add(self, phrase: Phrase) -> None:
        """Take in one more phrase that means them."""
        self.phrases.append(phrase)
        if phrase.form == "name":
            self.take_name(phrase.name)
        if phrase.kind == "person" and self.kind == "organization":  # the tagger erred once
            self.kind = "person"
        self.gender = self.gender or phrase.gender
        self.role = self.role or phrase.role

    def take_name(self, name: str, *, first: bool = False) -> None:
        """Take in one more name, before the others if `first`."""
        if name not in self.names:
            self.names.insert(0 if first else len(self.names), name)
            self.words.update(folded_words(name))
            self.has_letters = self.has_letters or is_letters(name)
            self.has_one_word = self.has_one_word or len(folded_words(name)) == 1

    @property
    def nouns(self) -> frozenset[str]:
        """Nouns that they were called by."""
        return frozenset(phrase.noun for phrase in self.phrases if phrase.noun)

    @property
    def nations(self) -> frozenset[str]:
        """Countries named with them."""
        return frozenset(code for phrase in self.phrases for code in phrase.nations)

    @property
    def modifiers(self) -> frozenset[str]:
        """Words that stood beside their role."""
        return frozenset(word for phrase in self.phrases for word in phrase.modifiers)


class Roster:
    """Everybody whom an article names, quoted or not.

    Args:
        doc: The document.
        words: Words for speakers.
    """

    def __init__(self, doc: Doc, words: SpeakerWords) -> None:
        self.doc = doc
        self.words = words
        self.figures: list[Figure] = []

    def take_names(self) -> None:
        """Read all persons and bodies that the entity tagger finds, with titles before and appositions after them."""
        headlines = [each for each in Layers.of(self.doc).paragraphs if each.zone == "headline"]
        entities = [entity for entity in self.doc.ents if entity.label_ in {"PERSON", "ORG", "GPE"}]
        in_headline = {
            entity.start for entity in entities if any(each.start <= entity.start_char < each.end for each in headlines)
        }
        for entity in entities:
            if entity.start not in in_headline:
                self.take_name(self._widened(entity.start), entity.end)
        self._take_given_names()
        for entity in entities:  # capitals everywhere: "Ana Lind Visits Port" is one name to the tagger
            if entity.start in in_headline:
                self._take_from_headline(entity.start, entity.end)

    def _take_given_names(self) -> None:
        """Take persons whom the tagger overlooks, by a first name that the lexicon knows: "Gregory Samm won"."""
        for token in self.doc[:-1]:
            name = token.text[:1].isupper() and token.pos_ == "PROPN" and token.lower_ in self.words.given
            follows = token.i > 0 and token.nbor(-1).pos_ == "PROPN"
            if not name or follows or token.ent_type_ in {"PERSON", "ORG", "GPE"}:
                continue
            end = token.i + 1
            while end < min(len(self.doc), token.i + LONGEST_NAME) and self.doc[end].pos_ == "PROPN":
                end += 1
            if end > token.i + 1:
                self.take_name(token.i, end)

    def _take_from_headline(self, start: int, end: int) -> None:
        """Take in a name of the headline, cut down to one that the article bears out, if any."""
        for last in range(end, start, -1):
            phrase = read_phrase(self.doc, start, last, self.words)
            figure = self.by_name(phrase) if phrase.form == "name" else None
            if figure is not None:
                figure.phrases.append(phrase)
                return
        self.take_name(self._widened(start), end)

    def take_long_forms(self) -> None:
        """Give a body known by its letters the name before them: "World Health Organization (WHO)"."""
        text = self.doc.text
        for found in BRACKETED.finditer(text):
            letters = found[1]
            before = text[max(0, found.start() - LONGEST_FORM) : found.start()].rsplit("\n", 1)[-1].split()
            for size in range(2, min(len(before), len(letters) + MOST_SMALL_WORDS) + 1):
                name = " ".join(before[-size:])
                if before[-size][:1].isupper() and is_acronym_of(letters, name):
                    self._lengthen(letters, name)
                    break

    def _lengthen(self, letters: str, name: str) -> None:
        for figure in self.figures:
            if figure.kind in {"organization", "government"} and letters in figure.names and name not in figure.names:
                figure.take_name(name)

    def join_cut_names(self) -> None:
        """A name cut off after a particle goes on in the next one of its sentence.

        Machine translation writes "Salim bin Rashid bin confirmed on Friday Nasser al Hadi".
        """
        for figure in list(self.figures):
            cut = [phrase for phrase in figure.phrases if is_cut_off(phrase.name, self.words.names)]
            if figure.kind != "person" or not cut or len(cut) < len(figure.phrases):
                continue
            after = self._next_in_sentence(cut[0])
            if after is not None and after is not figure:
                rest = next(phrase.name for phrase in after.phrases if phrase.start > cut[0].start)
                after.take_name(f"{cut[0].name} {rest}", first=True)
                for phrase in cut:
                    after.add(phrase)
                self.figures = [each for each in self.figures if each is not figure]

    def _next_in_sentence(self, phrase: Phrase) -> Figure | None:
        sentence = self.doc[phrase.start].sent
        following = [
            (known.start, number)
            for number, figure in enumerate(self.figures)
            for known in figure.phrases
            if figure.kind == "person" and phrase.end <= known.start < sentence.end
        ]
        return self.figures[min(following)[1]] if following else None

    def _widened(self, start: int) -> int:
        """Back over titles and role nouns: "Foreign Ministry spokesman" before a name."""
        index = start
        while index > max(0, start - LONGEST_TITLE):
            token = self.doc[index - 1]
            if token.is_space or token.is_punct or token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
                break
            if token.ent_type_ == "PERSON":  # another's name: "Ana Lind Hammers Meridian Bank"
                break
            index -= 1
        return index

    def take_name(self, start: int, end: int) -> Figure | None:
        """Take in a phrase that holds a proper name."""
        phrase = read_phrase(self.doc, start, end, self.words)
        if phrase.form != "name" or any(token.text in HEADLINE_WORDS for token in self.doc[start + 1 : end]):
            return None
        figure = self.by_name(phrase)
        if figure is None:
            figure = Figure(phrase.kind or "person")
            self.figures.append(figure)
        figure.add(phrase)
        self.take_apposition(figure, end)
        return figure

    def take_apposition(self, figure: Figure, end: int) -> None:
        """Take in the description that follows a name, once."""
        fits = figure.kind == "person" or any(is_like_a_person(name, self.words) for name in figure.names)
        apposition = self._apposition(end) if fits else None
        if apposition is not None and all(known.start != apposition.start for known in figure.phrases):
            figure.add(apposition)

    def _apposition(self, end: int) -> Phrase | None:
        """The description that follows a name: ", a former judge,"."""
        doc = self.doc
        if end + 1 >= len(doc) or doc[end].text != ",":
            return None
        stop = end + 1
        while stop < min(len(doc), end + 1 + APPOSITION) and doc[stop].text not in {",", ".", ";", "—", ":", "“", '"'}:
            if doc[stop].pos_ in {"VERB", "AUX"} or doc[stop].lower_ in {"who", "which"} or doc[stop].is_space:
                break
            stop += 1
        tokens = list(doc[end + 1 : stop])
        if stop < len(doc) and doc[stop].pos_ in {"VERB", "AUX", "ADV"}:  # "In Chelsea, the mayor said"
            return None
        if not tokens or tokens[0].pos_ not in {"DET", "NOUN", "PROPN", "ADJ"}:
            return None
        first_part = tokens[: next((i for i, t in enumerate(tokens) if t.pos_ == "ADP"), len(tokens))]
        found = longest_noun(first_part, self.words)
        if found is None or found[0].kind != "role":
            return None
        written = doc[end + 1 + (tokens[0].pos_ == "DET") : stop].text
        return Phrase(
            end + 1,
            stop,
            "description",
            "person",
            written,
            role=written,
            noun=found[0].same,
            nations=tuple(
                sorted({c for c in (self.words.nation(t.text) for t in tokens if t.text[:1].isupper()) if c})
            ),
            modifiers=tuple(sorted({t.lower_ for t in tokens if t.pos_ in {"NOUN", "PROPN", "ADJ"}})),
            gender=found[0].gender,
        )

    def by_name(self, phrase: Phrase) -> Figure | None:
        """The figure that bears a phrase's name; of several the one named last."""
        words, letters = folded_words(phrase.name), is_letters(phrase.name)
        surname = name_key(phrase.name, self.words.names)[-1:] if len(words) > 1 else words
        for figure in reversed(self.figures):
            countries = figure.kind == "government" and phrase.kind == "government"
            both_full = phrase.kind == "person" and figure.kind == "person" and not figure.has_one_word
            apart = figure.words.isdisjoint(surname if both_full else words)
            apart = apart and not (letters or figure.has_letters or countries)
            if not apart and self._bears(figure, phrase):
                return figure
        return None

    def by_surname(self, name: str) -> Figure | None:
        """The person named last whose name a word may be, whatever the tagger takes the word for."""
        for figure in reversed(self.figures):
            if figure.kind == "person" and any(same_person(each, name, self.words.names) for each in figure.names):
                return figure
        return None

    def _bears(self, figure: Figure, phrase: Phrase) -> bool:
        if figure.kind == "organization" and phrase.kind == "person":
            return self._shares_person_name(figure, phrase)
        if figure.kind == "person" or phrase.kind == "person":
            if figure.kind != phrase.kind and not (len(folded_words(phrase.name)) == 1 and figure.kind == "person"):
                return False
            return any(same_person(name, phrase.name, self.words.names) for name in figure.names)
        if phrase.kind == "government" and figure.kind == "government":
            return self._same_country(figure.names, phrase.name)
        return any(same_body(name, phrase.name, self.words.names) for name in figure.names) or self._shares_person_name(
            figure, phrase
        )

    def _shares_person_name(self, figure: Figure, phrase: Phrase) -> bool:
        """Whether a name that the tagger takes for a body's is a person's short name."""
        return any(
            is_like_a_person(name, self.words) and same_person(name, phrase.name, self.words.names)
            for name in figure.names
        )

    def _same_country(self, names: Iterable[str], other: str) -> bool:
        code = self.words.nation(other)
        return any(
            folded_words(name) == folded_words(other) or (code is not None and self.words.nation(name) == code)
            for name in names
        )

    def full_name(self, figure: Figure) -> str:
        """The fullest name that the article gives."""
        if figure.kind == "government" and figure.names:
            return min(figure.names, key=lambda name: (self._is_city(name), figure.names.index(name)))
        if figure.names:
            return fullest(figure.names, self.words.names)
        return fullest([phrase.name for phrase in figure.phrases], self.words.names)

    def _is_city(self, name: str) -> bool:
        spot = self.words.gazetteer.find(name)
        return spot is not None and spot.sort == "city"


def is_like_a_person(name: str, words: SpeakerWords) -> bool:
    """Whether what the tagger takes for a body has the looks of a person: two or three words, none of them a body's."""
    parts = name.split()
    plain = all(part[:1].isupper() and not part.isupper() for part in parts)
    return len(parts) in {2, 3} and plain and all(words.noun(part) is None for part in parts)


def is_like_a_surname(name: str, words: SpeakerWords) -> bool:
    """Whether one word that the tagger takes for a body or a country may be a person: no place, no letters."""
    plain = name[:1].isupper() and name[1:].islower() and name.isalpha()
    return plain and words.noun(name) is None and words.gazetteer.find(name) is None and name not in words.agencies
