"""The speakers of one article: all that is known of each, and who a phrase may mean."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from claimx.lexicon.speakers import Gender
from claimx.pipeline.layers import Layers
from claimx.pipeline.speakers.phrases import Phrase, longest_noun, read_phrase
from claimx.pipeline.speakers.vocabulary import SpeakerWords
from claimx.pipeline.wording import Wording
from claimx.records.speaker import SpeakerKind
from claimx.textual.names import (
    folded_words,
    fullest,
    is_acronym_of,
    is_cut_off,
    is_letters,
    is_other_spelling,
    is_short_form_of,
    name_key,
    same_body,
    same_person,
)

LONGEST_TITLE = 30
"""Tokens before a name that are looked at for titles; each of "John Smith John Smith …" would look at all before it."""

BRACKETED = re.compile(r" \(([A-Z][A-Za-z]{1,11})\)")
LONGEST_FORM = 120
"""Characters of a name before its letters in brackets."""

MOST_SMALL_WORDS = 3
"""Words like "of" and "the" in it."""

LONGEST_NAME = 4
"""Tokens of a name that begins with a first name."""

APPOSITION = 14
"""Tokens of "a former judge who chairs the port's board" that are looked at after a name."""


@dataclass(slots=True)
class Bearer:
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
        self.bearers: list[Bearer] = []

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
        for index in Wording.of(self.doc).where(self.words.given):
            token = self.doc[index]
            name = token.text[:1].isupper() and token.pos_ == "PROPN"
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
            bearer = self.by_name(phrase) if phrase.form == "name" else None
            if bearer is not None:
                bearer.phrases.append(phrase)
                return
        self.take_name(self._widened(start), end)

    def take_long_forms(self) -> None:
        """Give a body known by its letters the name before them: "World Health Organization (WHO)"."""
        text = Wording.of(self.doc).text
        for found in BRACKETED.finditer(text):
            letters = found[1]
            before = text[max(0, found.start() - LONGEST_FORM) : found.start()].rsplit("\n", 1)[-1].split()
            for size in range(2, min(len(before), len(letters) + MOST_SMALL_WORDS) + 1):
                name = " ".join(before[-size:])
                if before[-size][:1].isupper() and (is_acronym_of(letters, name) or is_short_form_of(letters, name)):
                    self._lengthen(letters, name)
                    break

    def _lengthen(self, letters: str, name: str) -> None:
        for bearer in self.bearers:
            if bearer.names == [letters]:
                bearer.kind = "organization" if bearer.kind == "person" else bearer.kind
            if bearer.kind not in {"organization", "government"}:
                continue
            known = {letters, name} & set(bearer.names) or any(
                same_body(each, name, self.words.names) for each in bearer.names
            )
            if known:
                bearer.take_name(name)
                bearer.take_name(letters)

    def join_cut_names(self) -> None:
        """A name cut off after a particle goes on in the next one of its sentence.

        Machine translation writes "Salim bin Rashid bin confirmed on Friday Nasser al Hadi".
        """
        for bearer in list(self.bearers):
            cut = [phrase for phrase in bearer.phrases if is_cut_off(phrase.name, self.words.names)]
            if bearer.kind != "person" or not cut or len(cut) < len(bearer.phrases):
                continue
            after = self._next_in_sentence(cut[0])
            if after is not None and after is not bearer:
                rest = next(phrase.name for phrase in after.phrases if phrase.start > cut[0].start)
                after.take_name(f"{cut[0].name} {rest}", first=True)
                for phrase in cut:
                    after.add(phrase)
                self.bearers = [each for each in self.bearers if each is not bearer]

    def _next_in_sentence(self, phrase: Phrase) -> Bearer | None:
        sentence = self.doc[phrase.start].sent
        following = [
            (known.start, number)
            for number, bearer in enumerate(self.bearers)
            for known in bearer.phrases
            if bearer.kind == "person" and phrase.end <= known.start < sentence.end
        ]
        return self.bearers[min(following)[1]] if following else None

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

    def take_name(self, start: int, end: int) -> Bearer | None:
        """Take in a phrase that holds a proper name."""
        phrase = read_phrase(self.doc, start, end, self.words)
        if phrase.form != "name" or self._is_headline(start + 1, end):
            return None
        bearer = self.by_name(phrase)
        if bearer is None:
            bearer = Bearer(phrase.kind or "person")
            self.bearers.append(bearer)
        bearer.add(phrase)
        self.take_apposition(bearer, end)
        return bearer

    def _is_headline(self, start: int, end: int) -> bool:
        """Whether a name holds a small word with a capital: "Marsh Makes Plea For Port Against Storms"."""
        wording = Wording.of(self.doc)
        small = (index for index in range(start, end) if wording.lower[index] in self.words.headline)
        return any(wording.words[index][:1].isupper() for index in small)

    def take_apposition(self, bearer: Bearer, end: int) -> None:
        """Take in the description that follows a name, once."""
        fits = bearer.kind == "person" or any(is_like_a_person(name, self.words) for name in bearer.names)
        apposition = self._apposition(end) if fits else None
        if apposition is not None and all(known.start != apposition.start for known in bearer.phrases):
            bearer.add(apposition)

    def _apposition(self, end: int) -> Phrase | None:
        """The description that follows a name: ", a former judge,"."""
        doc, words = self.doc, Wording.of(self.doc).words
        if end + 1 >= len(doc) or words[end] != ",":
            return None
        stop = end + 1
        while stop < min(len(doc), end + 1 + APPOSITION) and words[stop] not in {",", ".", ";", "—", ":", "“", '"'}:
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

    def by_name(self, phrase: Phrase) -> Bearer | None:
        """Who bears a phrase's name; of several the one named last, by a bare surname the one named most."""
        words, letters = folded_words(phrase.name), is_letters(phrase.name)
        surname = name_key(phrase.name, self.words.names)[-1:] if len(words) > 1 else words
        bare = phrase.kind == "person" and len(words) == 1
        best: Bearer | None = None
        person, government = phrase.kind == "person", phrase.kind == "government"
        for bearer in reversed(self.bearers):
            if not (letters or bearer.has_letters or (government and bearer.kind == "government")):
                both_full = person and bearer.kind == "person" and not bearer.has_one_word
                if bearer.words.isdisjoint(surname if both_full else words):
                    continue
            if not self._bears(bearer, phrase):
                continue
            if not bare:
                return bearer
            if best is None or len(bearer.phrases) > len(best.phrases):
                best = bearer
        return best or self._otherwise_spelled(phrase)

    def _otherwise_spelled(self, phrase: Phrase) -> Bearer | None:
        """The person with a full name whose surname a bare one spells in another way."""
        if phrase.kind not in {"person", "organization"} or not is_like_a_surname(phrase.name, self.words):
            return None
        for bearer in self.bearers:
            keys = (name_key(name, self.words.names) for name in bearer.names if bearer.kind == "person")
            if any(len(key) > 1 and is_other_spelling(key[-1], phrase.name) for key in keys):
                return bearer
        return None

    def by_surname(self, name: str) -> Bearer | None:
        """The person named last whose name a word may be, whatever the tagger takes the word for."""
        for bearer in reversed(self.bearers):
            if bearer.kind == "person" and any(same_person(each, name, self.words.names) for each in bearer.names):
                return bearer
        return None

    def _bears(self, bearer: Bearer, phrase: Phrase) -> bool:
        if bearer.kind == "organization" and phrase.name in bearer.names:
            return True
        if bearer.kind == "organization" and phrase.kind == "person":
            return self._shares_person_name(bearer, phrase)
        if bearer.kind == "person" or phrase.kind == "person":
            if bearer.kind != phrase.kind and not (len(folded_words(phrase.name)) == 1 and bearer.kind == "person"):
                return False
            return self._same_person(bearer.names, phrase.name)
        if phrase.kind == "government" and bearer.kind == "government":
            return self._same_country(bearer.names, phrase.name)
        return any(same_body(name, phrase.name, self.words.names) for name in bearer.names) or self._shares_person_name(
            bearer, phrase
        )

    def _same_person(self, names: Sequence[str], other: str) -> bool:
        """Whether a name is that of a person: a full one only if a full one of theirs fits.

        Of Ana and Erik Lind each stays apart, although one of them was called Lind.
        """
        key = self.words.names
        full = [name for name in names if len(name_key(name, key)) > 1] if len(name_key(other, key)) > 1 else []
        return any(same_person(name, other, key) for name in full or names)

    def _shares_person_name(self, bearer: Bearer, phrase: Phrase) -> bool:
        """Whether a name that the tagger takes for a body's is a person's short name."""
        return any(
            same_person(name, phrase.name, self.words.names) and is_like_a_person(name, self.words)
            for name in bearer.names
        )

    def _same_country(self, names: Iterable[str], other: str) -> bool:
        code = self.words.nation(other)
        return any(
            folded_words(name) == folded_words(other) or (code is not None and self.words.nation(name) == code)
            for name in names
        )

    def full_name(self, bearer: Bearer) -> str:
        """The fullest name that the article gives."""
        if bearer.kind == "government" and bearer.names:
            return min(bearer.names, key=lambda name: (self._is_city(name), bearer.names.index(name)))
        if bearer.names:
            return fullest(bearer.names, self.words.names)
        return fullest([phrase.name for phrase in bearer.phrases], self.words.names)

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
