"""The words around a number that may tell what it counts, each with what the counted is to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimx.lexicon.metrics import Role
from claimx.pipeline.clauses import (
    Function,
    Governor,
    complements,
    governors,
    modifiers,
    participles_after,
    relative_words,
)
from claimx.pipeline.phrases import PLURALS, Phrase, described_end, sentence_bounds

HEAD, PREDICATE, AFTER, BEFORE, NEARBY, WEAK = range(6)
"""Where a word stands, the most telling place first: the counted noun itself; what the clause says of it; a participle
or relative clause after it; a word before it; merely beside it; a noun that only hints."""

FINITE = frozenset({"VBD", "VBZ", "VBP", "VB"})
BREAKS = frozenset(",;:.()—–")
CONJOINED = 3
"""Two verbs as near as this may share their object."""
BESIDE_BEFORE, BESIDE_AFTER = 4, 9
"""How many tokens before and after a number a word is beside it."""

ASIDE = 14
"""An aside between a noun and its verb has fewer tokens."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One word that may tell the metric.

    Attributes:
        token: Its index.
        role: As what it would have to be in the lexicon.
        place: Where it stands; the lower, the more telling.
    """

    token: int
    role: Role
    place: int


class EvidenceFinder:
    """Finds the words around a number.

    Attributes:
        collectives: Nouns that stand for what they have after "of".
        skipped_after: Words between the counted and the word that tells: "40 others were also reported missing".
        skipped_before: The same before the number.
        equating: Verbs that say what their object is: "the dead include 3 nurses".
    """

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        self.collectives = words["collectives"]
        self.skipped_after = words["skipped_after"]
        self.skipped_before = words["skipped_before"]
        self.equating = words["equating"]

    def find(self, doc: Doc, phrase: Phrase, first: int, last: int) -> Iterator[Evidence]:
        """All the evidence for one number, in no order.

        Args:
            doc: The document.
            phrase: What the number counts.
            first: First token of the number.
            last: One past its last.
        """
        anchor = phrase.head if phrase.head is not None else doc[first:last].root.i
        yield from _of_noun(doc, phrase)
        for token, function in modifiers(doc, phrase, anchor):
            place = WEAK if phrase.partitive else AFTER if token.i > anchor else BEFORE
            yield from _as_said(token, function, place)
        if not phrase.partitive:
            yield from _beside(doc, phrase)
            for token in (*participles_after(doc, phrase), *relative_words(doc, phrase)):
                yield from _as_said(token, "object" if token.tag_ == "VBN" else "subject", AFTER)
        root = doc[first:last].root.i
        yield from _how(doc, max(phrase.end, last), {anchor, root})
        above = (each for node in dict.fromkeys((anchor, root)) for each in governors(doc, node, self.collectives))
        for governor in dict.fromkeys(above):
            yield from self._governing(doc, governor)
        yield from self._before(doc, first)
        yield from self._after(doc, phrase, last)

    def _governing(self, doc: Doc, governor: Governor) -> Iterator[Evidence]:
        word = doc[governor.token]
        if governor.function == "of":
            yield Evidence(word.i, "of", PREDICATE)
        elif governor.function == "by":
            yield Evidence(word.i, "subject", PREDICATE)
        elif governor.function == "to":
            yield from _reached(word)
        elif governor.function != "with":
            yield from self._predicate(word, governor.function)

    def _predicate(self, word: Token, function: Function) -> Iterator[Evidence]:
        """What a verb and its complements say of its subject or object."""
        if word.lemma_.lower() in self.equating:
            yield from _equated(word)
        if word.lemma_ == "be":
            yield from _inverted(word)
        if word.dep_ in {"aux", "auxpass"}:
            word = word.head
        if _shares_object(word):
            yield from _verb(word.head, function)
        for token in complements(word):
            if token is word:
                yield from _verb(token, function)
                continue
            if token.pos_ == "ADV" and token.i > 0 and token.nbor(-1).like_num:
                continue  # "shot three guards, one fatally": said of the one
            yield Evidence(token.i, "state", PREDICATE)
            if token.pos_ == "VERB":
                passive = token.tag_ == "VBN" and not _is_perfect(token)
                yield Evidence(token.i, "object" if passive else "subject", PREDICATE)

    def _before(self, doc: Doc, first: int) -> Iterator[Evidence]:
        """A verb right before the number, for where the parse is wrong: "killing [at least] 40".

        In a headline it may be taken for a noun: "Bus plunge kills 5, wounds 11", "Clashes injure 30".
        """
        start, _ = sentence_bounds(doc, first)
        index = first - 1
        while index >= start and index > first - BESIDE_BEFORE and doc[index].lower_ in self.skipped_before:
            index -= 1
        if index < start or _aims(doc, index + 1):
            return
        beside = index == first - 1
        headline = beside and doc[index].tag_ in PLURALS
        if doc[index].pos_ not in {"NOUN", "PROPN"} or headline or (beside and doc[index].tag_ == "NN"):
            yield Evidence(index, "object", PREDICATE if headline else NEARBY)
        if doc[first - 1].lower_ in {"of", "to", "for"}:
            yield Evidence(index, "of", NEARBY)

    def _after(self, doc: Doc, phrase: Phrase, last: int) -> Iterator[Evidence]:
        """The word that follows, for where the parse is wrong: "[40 others] were also hurt"."""
        _, end = sentence_bounds(doc, last - 1)
        index = described_end(doc, phrase) if phrase.head is not None else max(phrase.end, last)
        index = _after_aside(doc, index, end)
        limit = min(end, index + BESIDE_AFTER)
        while index < limit and doc[index].lower_ in self.skipped_after:
            index += 1
        if index >= end or doc[index].text in BREAKS:
            return
        token = doc[index]
        if index + 1 < end and doc[index + 1].pos_ in {"DET", "NUM", "PROPN"}:
            return
        yield Evidence(index, "state", NEARBY)
        if token.pos_ in {"VERB", "ADJ", "NOUN"}:
            yield Evidence(index, "subject", NEARBY)
            if token.tag_ in {"VBN", "VBD", "JJ"}:
                yield Evidence(index, "object", NEARBY)


def _after_aside(doc: Doc, index: int, end: int) -> int:
    """Where a sentence goes on with its verb after an aside: "nine clerks, including two Danes, were hurt"."""
    closing = {",": ",", "(": ")"}.get(doc[index].text) if index < end else None
    for close in range(index + 2, min(end - 1, index + ASIDE)):
        if doc[close].text == closing:
            return close + 1 if doc[close + 1].pos_ == "AUX" else index
    return index


def _aims(doc: Doc, index: int) -> bool:
    """Whether a word is the "at" of "shot at 12 people", whom that need not have hit; "at least" is none."""
    return doc[index].lower_ == "at" and doc[index + 1].lower_ not in {"least", "most"}


def _of_noun(doc: Doc, phrase: Phrase) -> Iterator[Evidence]:
    """The counted noun itself, or the word in its place: "40 dead"; a verb tells more of "two of the wounded"."""
    place = AFTER if phrase.partitive else HEAD
    if phrase.head is None:
        if phrase.start < len(doc):
            yield Evidence(phrase.start, "state", place)
            if doc[phrase.start].pos_ == "NOUN":
                yield Evidence(phrase.start, "subject", NEARBY)
        return
    yield Evidence(phrase.head, "noun", place)
    yield Evidence(phrase.head, "state", place)
    yield Evidence(phrase.head, "weak_noun", WEAK)
    if phrase.head > phrase.start and not phrase.partitive:
        yield Evidence(phrase.start, "state", BEFORE)


def _how(doc: Doc, index: int, heads: set[int]) -> Iterator[Evidence]:
    """An adverb that stands for a verb: "six people were shot, one of them fatally"."""
    if index < len(doc) and doc[index].dep_ == "advmod" and doc[index].head.i in heads:
        yield Evidence(index, "state", HEAD)


def _beside(doc: Doc, phrase: Phrase) -> Iterator[Evidence]:
    """An adjective that follows its noun and closes the phrase: "7 other people dead and 30 hurt"."""
    if phrase.head is None:
        return
    _, end = sentence_bounds(doc, phrase.head)
    index = phrase.end
    if index + 1 < end and (doc[index + 1].is_punct or doc[index + 1].tag_ == "CC"):
        yield Evidence(index, "state", HEAD)


def _as_said(token: Token, function: Function, place: int) -> Iterator[Evidence]:
    if function != "subject" or token.tag_ not in FINITE:
        yield Evidence(token.i, "state", place)
    yield Evidence(token.i, "subject" if function == "subject" else "object", place)


def _reached(word: Token) -> Iterator[Evidence]:
    """What reaches to the counted: "damage to 40 barns"; of a verb with an object, that: "cut power to 40 farms"."""
    objects = [child for child in word.children if child.dep_ == "dobj"]
    for each in objects or [word]:
        yield Evidence(each.i, "of", BEFORE)
    if not objects:
        yield Evidence(word.i, "object", BEFORE)
    if word.lemma_ == "be":
        yield from _equated(word)


def _is_perfect(verb: Token) -> bool:
    """Whether a participle is active: "are reported to have died"."""
    helpers = {child.dep_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    return "auxpass" not in helpers and any(child.lower_ == "have" for child in verb.children)


def _inverted(verb: Token) -> Iterator[Evidence]:
    """What stands before "be": "Hurt in the crash were six clerks", "Without power are 900 homes"."""
    for child in verb.lefts:
        if child.tag_ in {"VBN", "JJ"}:
            yield from _as_said(child, "object", PREDICATE)
        elif child.dep_ == "prep":
            yield Evidence(child.i, "state", PREDICATE)


def _shares_object(verb: Token) -> bool:
    """Whether a verb stands beside one that has no object of its own: "kill or disable hundreds"."""
    near = verb.dep_ == "conj" and verb.head.pos_ == "VERB" and 0 < verb.i - verb.head.i <= CONJOINED
    return near and not any(child.dep_ == "dobj" for child in verb.head.children)


def _equated(verb: Token) -> Iterator[Evidence]:
    """What a verb like "include" says its object is: "the dead include 3 nurses", "the seized goods were 40 radios".

    Not what has a number of its own: "There were 76 murders and 433 victims".
    """
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass", "attr"}:
            if child.dep_ == "attr" and any(each.dep_ == "nummod" for each in child.children):
                continue
            yield Evidence(child.i, "noun", AFTER)
            yield Evidence(child.i, "of", AFTER)
            yield Evidence(child.i, "state", AFTER)
            for part in child.children:
                if part.dep_ in {"amod", "acl", "compound"}:
                    yield from _as_said(part, "object", AFTER)
        elif child.lower_ == "among":
            for part in child.children:
                yield Evidence(part.i, "noun", AFTER)
                yield Evidence(part.i, "state", AFTER)


def _changes(child: Token) -> bool:
    """Whether a word makes another event of its verb: "did not survive", "were fatally shot"."""
    return child.dep_ == "neg" or (child.dep_ == "advmod" and child.i == child.head.i - 1)


def _verb(verb: Token, function: Function) -> Iterator[Evidence]:
    """What a verb says of its subject or object.

    A headline's "four killed in blast" parses as an active "killed" with a subject; a transitive form without an object
    that could be a participle is read as one.
    """
    yield from (Evidence(child.i, "state", PREDICATE) for child in verb.children if _changes(child))
    if function != "subject":
        yield Evidence(verb.i, "object", PREDICATE)
        yield Evidence(verb.i, "state", PREDICATE)
        return
    yield Evidence(verb.i, "subject", PREDICATE)
    bare = not any(child.dep_ in {"dobj", "dative", "ccomp"} for child in verb.children)
    if bare and verb.tag_ in {"VBN", "VBD"}:
        yield Evidence(verb.i, "object", PREDICATE)
        yield Evidence(verb.i, "state", PREDICATE)
