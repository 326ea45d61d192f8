"""The lexicon's cue words in the shape in which the rules look them up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from spacy.tokens import Token

from claimx.lexicon.cues import CueClass, CueNouns, CuePhrase, CueVerbs
from claimx.lexicon.inflect import noun_forms, verb_forms
from claimx.lexicon.lexicon import load_lexicon
from claimx.lexicon.packs import Pack

LEMMA_SLIPS = {"hop": "hope", "hat": "hate", "rul": "rule", "cit": "cite"}
"""What the lemmatizer makes of "hoping", "hating" …"""


@dataclass(frozen=True, slots=True)
class Sense:
    """What may follow a cue word.

    Attributes:
        entries: The entries of the word, in the lexicon's order.
        complements: Kinds of complements of them all.
        prepositions: Prepositions of them all.
    """

    entries: tuple[CueVerbs | CueNouns, ...] = ()
    complements: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()

    def with_entry(self, entry: CueVerbs | CueNouns) -> "Sense":
        """This sense and that of one more entry."""
        return Sense(
            (*self.entries, entry),
            self.complements | frozenset(entry.complements),
            self.prepositions | frozenset(entry.prepositions),
        )

    def meaning(self, follows: str) -> CueClass:
        """What the speaker does where a complement or a preposition follows: "call for" demands, "call him a" names."""
        for entry in self.entries:
            if follows in entry.complements or follows in entry.prepositions:
                return entry.meaning
        return self.entries[0].meaning


@dataclass(frozen=True)
class CueWords:
    """Cue words by lemma.

    Attributes:
        verbs: Verbs; a phrasal verb under "point out".
        forms: Lemmas of the forms of verbs that the lexicon gives with their forms.
        openers: First words of the verbs: "point" of "point out".
        nouns: Nouns.
        phrases: Phrases before a source.
        naming: Participles that name what follows in marks.
        works: Nouns before titles.
        elisions: Words that an apostrophe may open.
        outlets: Names of agencies and broadcasters, in lower case.
        speakers: Nouns for those who speak.
        tag_forms: Finite forms of verbs of saying that the tagger takes for nouns behind marks.
        outlet_names: Names of agencies and broadcasters as written.
        media: Last words of names of outlets.
        stations: Words before a station's number.
        bearers: Documents in which people say things.
        leading: Words before a name that a colon follows.
        joints: Words at which a reported clause around marks ends.
        hearers: Words for those who are told.
        making: Verbs by which somebody utters a noun of speaking: "made the point that".
        unnamed: What is said of sources who are not to be known.
        amid: Prepositions before a noun of speaking that nobody owns: "amid rumours that".
    """

    verbs: dict[str, Sense] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    openers: frozenset[str] = frozenset()
    nouns: dict[str, Sense] = field(default_factory=dict)
    phrases: tuple[CuePhrase, ...] = ()
    naming: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()
    elisions: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    tag_forms: frozenset[str] = frozenset()
    outlet_names: frozenset[str] = frozenset()
    media: frozenset[str] = frozenset()
    stations: frozenset[str] = frozenset()
    bearers: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    hearers: frozenset[str] = frozenset()
    making: frozenset[str] = frozenset()
    amid: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()

    @cached_property
    def sources(self) -> frozenset[str]:
        """The phrases before a source, in lower case."""
        return frozenset(entry.phrase for entry in self.phrases)

    @cached_property
    def phrase_sizes(self) -> tuple[int, ...]:
        """How many words they have."""
        return tuple(sorted({len(entry.phrase.split()) for entry in self.phrases}))

    @cached_property
    def phrase_ends(self) -> frozenset[str]:
        """Their last words."""
        return frozenset(entry.phrase.split()[-1] for entry in self.phrases)

    @cached_property
    def parted(self) -> frozenset[str]:
        """First words of verbs that have two."""
        return frozenset(verb.split()[0] for verb in self.verbs if " " in verb)

    def may_be_verb(self, form: str, lemma: str) -> bool:
        """Whether a token with this form in lower case and this lemma may be a cue verb."""
        lemma = lemma.lower()
        return form in self.forms or LEMMA_SLIPS.get(lemma, lemma) in self.openers

    @cached_property
    def outlet_ends(self) -> frozenset[str]:
        """All that names of outlets end in, in lower case, the names themselves included."""
        names = {*self.outlets, *(name.casefold() for name in self.outlet_names)}
        return frozenset(name[start:] for name in names for start in range(len(name) + 1))

    def verb(self, token: Token) -> Sense | None:
        """What a token means as a cue verb, if it is one."""
        lemma = self.lemma(token)
        if lemma not in self.openers:
            return None
        particle = None
        if lemma in self.parted:
            particle = next((child for child in token.children if child.dep_ == "prt"), None)
            if particle is None and token.i + 1 < len(token.doc):
                particle = token.nbor()
        if particle is not None:
            phrasal = self.verbs.get(f"{lemma} {particle.lower_}")
            if phrasal is not None:
                return phrasal
        return self.verbs.get(lemma)

    def noun(self, token: Token) -> Sense | None:
        """What a token means as a cue noun, if it is one."""
        return self.nouns.get(token.lemma_.lower())

    def lemma(self, token: Token) -> str:
        """The lemma of a verb in lower case, by its form where the lexicon gives that."""
        return self.forms.get(token.lower_) or lemma_of(token)


def lemma_of(token: Token) -> str:
    """The lemma in lower case, slips of the lemmatizer put right."""
    lemma = token.lemma_.lower()
    return LEMMA_SLIPS.get(lemma, lemma)


def make_cue_words(verbs: Iterable[CueVerbs], nouns: Iterable[CueNouns], phrases: Iterable[CuePhrase]) -> CueWords:
    """Put lexicon entries together by word."""
    words = CueWords(phrases=tuple(phrases))
    for verb_entry in verbs:
        for written in verb_entry.verbs:
            verb = written.split(":")[0]
            words.forms.update(_openers_forms(written))
            words.verbs[verb] = words.verbs.get(verb, Sense()).with_entry(verb_entry)
    for noun_entry in nouns:
        for noun in (form for written in noun_entry.nouns for form in _given_forms(written)):
            words.nouns[noun] = words.nouns.get(noun, Sense()).with_entry(noun_entry)
    return replace(words, openers=frozenset(verb.split()[0] for verb in words.verbs))


def _openers_forms(written: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb's first word with its lemma, where they are given: "aver:averred", "stand by:stood by"."""
    if ":" in written:
        first = ":".join(form.split()[0] for form in written.split(":"))
        yield from ((form, first.split(":")[0]) for form in verb_forms(first))


def _given_forms(written: str) -> tuple[str, ...]:
    """Singular and plural of a noun that is given with both: "dictum:dicta"."""
    return noun_forms(written) if ":" in written else (written,)


@cache
def load_cue_words(packs: tuple[Pack, ...] = ()) -> CueWords:
    """The cue words of the lexicon and of packs."""
    lexicon = load_lexicon(packs=packs)
    words = make_cue_words(lexicon.cue_verbs, lexicon.cue_nouns, lexicon.cue_phrases)
    return replace(
        words,
        naming=lexicon.source_words_for("naming"),
        works=lexicon.source_words_for("work"),
        elisions=lexicon.source_words_for("elision"),
        outlets=frozenset(name.casefold() for entry in lexicon.agencies for name in entry.names),
        outlet_names=frozenset(name for entry in lexicon.agencies for name in entry.names),
        media=lexicon.source_words_for("media"),
        stations=lexicon.source_words_for("station"),
        leading=lexicon.source_words_for("leading"),
        joints=lexicon.source_words_for("joint"),
        hearers=lexicon.source_words_for("hearer"),
        making=lexicon.source_words_for("making"),
        amid=lexicon.source_words_for("amid"),
        unnamed=lexicon.source_words_for("unnamed"),
        bearers=lexicon.source_words_for("bearer"),
        tag_forms=lexicon.source_words_for("tag_form"),
        speakers=frozenset(
            noun for entry in lexicon.speaker_nouns for written in entry.nouns for noun in _given_forms(written)
        ),
    )
