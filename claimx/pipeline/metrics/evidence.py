"""The words around a number that may tell what it counts, each with what the counted is to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimx.lexicon.metrics import Role
from claimx.pipeline.phrases import (
    Function,
    Governor,
    Phrase,
    complements,
    described_end,
    governors,
    modifiers,
    participles_after,
    relative_words,
    sentence_bounds,
)

HEAD, PREDICATE, AFTER, BEFORE, NEARBY, WEAK = range(6)
"""Where a word stands, the most telling place first: the counted noun itself; what the clause says of it; a participle or relative
clause after it; a word before it, or a noun that has it after "of"; merely beside it; a noun that only hints."""

SKIPPED_AFTER = frozenset({
    "have", "has", "had", "been", "be", "being", "were", "was", "are", "is", "also", "still", "later", "reportedly", "others", "other",
    "more", "people", "persons", "reported", "feared", "confirmed", "believed", "presumed", "said", "to", "already", "now", "so", "far",
    "critically", "seriously", "slightly", "badly", "severely", "listed", "officially", "since", "as", "who", "that", "which", "remain",
    "remained", "left", "became", "found", "got", "temporarily", "apparently", "at", "least",
})  # fmt: skip
"""Words that may stand between the counted and the word that tells the metric: "40 others were also reported missing"."""

SKIPPED_BEFORE = frozenset(
    {
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "at",
        "least",
        "all",
        "up",
        "to",
        "as",
        "many",
        "people",
        "of",
        "lives",
        "bodies",
    }
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "VB"})
CONJOINED = 3
"""Two verbs as near as this share their object: "kill or disable hundreds"."""
EQUATING = frozenset({"be", "include", "comprise", "total", "number", "contain"})
BREAKS = frozenset(",;:.()—–")


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


def evidence(doc: Doc, phrase: Phrase, first: int, last: int) -> Iterator[Evidence]:
    """All the evidence for one number, in no order.

    Args:
        doc: The document.
        phrase: What the number counts.
        first: First token of the number.
        last: One past its last.
    """
    anchor = phrase.head if phrase.head is not None else doc[first:last].root.i
    if phrase.head is not None:
        yield Evidence(phrase.head, "noun", HEAD)
        yield Evidence(phrase.head, "state", HEAD)
        yield Evidence(phrase.head, "weak_noun", WEAK)
    elif phrase.start < len(doc):
        yield Evidence(phrase.start, "state", HEAD)
    for token, function in modifiers(doc, phrase, anchor):
        place = WEAK if phrase.partitive else AFTER if token.i > anchor else BEFORE
        yield from _as_said(token, function, place)
    if phrase.head is not None and phrase.head > phrase.start and not phrase.partitive:
        yield Evidence(phrase.start, "state", BEFORE)
    if not phrase.partitive:
        yield from _beside(doc, phrase)
        for token in (*participles_after(doc, phrase), *relative_words(doc, phrase)):
            yield from _as_said(token, "object" if token.tag_ == "VBN" else "subject", AFTER)
    for governor in {*governors(doc, anchor), *governors(doc, doc[first:last].root.i)}:
        yield from _governing(doc, governor)
    yield from _nearby(doc, phrase, first, last)


def _beside(doc: Doc, phrase: Phrase) -> Iterator[Evidence]:
    """An adjective that follows its noun and closes the phrase: "7 other people dead and 30 hurt"."""
    _, end = sentence_bounds(doc, phrase.head) if phrase.head is not None else (0, 0)
    index = phrase.end
    if index + 1 < end and (doc[index + 1].is_punct or doc[index + 1].tag_ == "CC"):
        yield Evidence(index, "state", HEAD)


def _as_said(token: Token, function: Function, place: int) -> Iterator[Evidence]:
    if function != "subject" or token.tag_ not in FINITE:
        yield Evidence(token.i, "state", place)
    yield Evidence(token.i, "subject" if function == "subject" else "object", place)


def _governing(doc: Doc, governor: Governor) -> Iterator[Evidence]:
    word = doc[governor.token]
    if governor.function == "of":
        yield Evidence(word.i, "of", PREDICATE)
        return
    if governor.function == "with":
        return
    if governor.function == "to":
        yield Evidence(word.i, "of", BEFORE)
        yield Evidence(word.i, "object", BEFORE)
        if word.lemma_ == "be":
            yield from _equated(word)
        return
    if word.lemma_.lower() in EQUATING:
        yield from _equated(word)
    if word.lemma_ == "be":
        for child in word.children:
            if child.i < word.i and child.tag_ in {"VBN", "JJ"}:
                yield from _as_said(child, "object", PREDICATE)
    if word.dep_ in {"aux", "auxpass"}:
        word = word.head
    if word.dep_ == "conj" and word.head.pos_ == "VERB" and 0 < word.i - word.head.i <= CONJOINED:
        yield from _verb(word.head, governor.function)
    for token in complements(word):
        if token is word:
            yield from _verb(token, governor.function)
        else:
            yield Evidence(token.i, "state", PREDICATE)
            if token.pos_ == "VERB":
                yield Evidence(token.i, "object" if token.tag_ == "VBN" else "subject", PREDICATE)


def _equated(verb: Token) -> Iterator[Evidence]:
    """What a verb like "include" says its object is: "the dead include 3 nurses", "the seized arms included 40 rifles"."""
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass", "attr"}:
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


def _verb(verb: Token, function: Function) -> Iterator[Evidence]:
    """What a verb says of its subject or object.

    A headline's "four killed in blast" parses as an active "killed" with a subject; a transitive form without an object that could be a
    participle is read as one.
    """
    if function == "subject":
        yield Evidence(verb.i, "subject", PREDICATE)
        bare = not any(child.dep_ in {"dobj", "dative", "ccomp"} for child in verb.children)
        if bare and verb.tag_ in {"VBN", "VBD"}:
            yield Evidence(verb.i, "object", PREDICATE)
            yield Evidence(verb.i, "state", PREDICATE)
    else:
        yield Evidence(verb.i, "object", PREDICATE)
        yield Evidence(verb.i, "state", PREDICATE)


def _nearby(doc: Doc, phrase: Phrase, first: int, last: int) -> Iterator[Evidence]:
    """Words beside the number, for where the parse is wrong: "killing [at least] 40", "[40 others] were also hurt"."""
    start, end = sentence_bounds(doc, first)
    index = first - 1
    while index >= start and index > first - 4 and doc[index].lower_ in SKIPPED_BEFORE:
        index -= 1
    if index >= start and doc[index].pos_ not in {"NOUN", "PROPN"}:
        yield Evidence(index, "object", NEARBY)
    if index >= start and doc[first - 1].lower_ == "of":
        yield Evidence(index, "of", NEARBY)
    index = described_end(doc, phrase) if phrase.head is not None else max(phrase.end, last)
    while index < end and index < max(phrase.end, last) + 9 and doc[index].lower_ in SKIPPED_AFTER:
        index += 1
    if index < end and doc[index].text not in BREAKS:
        token = doc[index]
        follows_object = index + 1 < end and doc[index + 1].pos_ in {"DET", "NUM", "PROPN"}
        if not follows_object:
            yield Evidence(index, "state", NEARBY)
        if token.pos_ in {"VERB", "ADJ", "NOUN"} and not follows_object:
            yield Evidence(index, "subject", NEARBY)
            if token.tag_ in {"VBN", "VBD", "JJ"}:
                yield Evidence(index, "object", NEARBY)
