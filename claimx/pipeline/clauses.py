"""What a clause says of a noun: the words that the noun depends on, and the words that modify it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from claimx.pipeline.phrases import Phrase, is_break, sentence_bounds

Function = Literal["subject", "object", "of", "to", "after", "with", "by"]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"nsubjpass", "dobj", "dative", "oprd"})
LOOSE = frozenset({"npadvmod", "attr", "acomp", "ccomp", "dep"})
COMPLETING = frozenset({"acomp", "oprd", "attr", "xcomp", "prt", "prep", "advmod", "dep"})
CLAUSE_STARTS = frozenset({"CC", "VBD", "VBZ", "VBP", "MD", "WDT", "WP", "CD", "VB", "VBG"})
CLIMB = 8
"""How many steps up the tree are taken at most."""
SEVERAL = frozenset({"were", "are", "have", "remain"})
REACH = 9
"""How many tokens after a noun its participles and relative pronouns are sought."""


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that a noun depends on.

    Attributes:
        token: Its index.
        function: What the noun is to it: its subject, its object (or what a passive is said of), its complement.
    """

    token: int
    function: Function


def governors(doc: Doc, index: int, collectives: frozenset[str] = frozenset()) -> Iterator[Governor]:
    """The words that a noun or a bare number depends on, the nearest first.

    Conjuncts and appositions share the governor of their first: "two guards and nine clerks were killed".

    Args:
        doc: The document.
        index: Token of the noun or number.
        collectives: Nouns that what is said of them is said of what they have after "of": "the lives of 40".
    """
    token = doc[index]
    for _ in range(CLIMB):
        parent, dep = token.head, token.dep_
        wrong = dep in SUBJECTS and parent.i < index and token.i != index
        if dep == "ROOT" or parent is token or wrong:
            return
        if dep == "pobj":
            yield from _through_preposition(parent)
            if parent.lower_ != "of" or parent.head.lower_ not in collectives:
                return
            token = parent.head
            continue
        function = _function(token)
        if function:
            yield Governor(parent.i, function)
            return
        token = parent


def _function(token: Token) -> Function | None:
    if token.dep_ in OBJECTS:
        return "object"
    if token.dep_ in SUBJECTS:
        return "subject"
    if token.dep_ in LOOSE and token.head.pos_ in {"VERB", "AUX"}:
        return "object" if token.dep_ == "dep" else "after"
    return None


def _through_preposition(preposition: Token) -> Iterator[Governor]:
    word = preposition.lower_
    governor = preposition.head.i
    if word in {"of", "for"}:
        yield Governor(governor, "of")
    elif word in {"to", "off"}:
        yield Governor(governor, "to")
    elif word == "with" and preposition.i > 0 and preposition.nbor(-1).lower_ in {"along", "together"}:
        yield from _accompanied(preposition)
    elif word in {"with", "including"}:
        yield Governor(governor, "with")
    elif word == "by" and preposition.dep_ == "agent":
        yield Governor(governor, "by")


def _accompanied(preposition: Token) -> Iterator[Governor]:
    """What the verb says, it says of both: "was killed along with two of his guards"."""
    for ancestor in preposition.ancestors:
        if ancestor.pos_ == "VERB":
            yield Governor(ancestor.i, "object" if ancestor.tag_ == "VBN" else "subject")
            return


def complements(token: Token) -> Iterator[Token]:
    """A verb and the words that complete what it says: "were found shot dead", "remain missing", "left homeless".

    A completing verb or adjective is completed in turn; the walk is a loop, for a hostile text can nest them deeply.
    """
    yield token
    ahead = [iter(tuple(token.children))]
    head = [token]
    while ahead:
        child = next(ahead[-1], None)
        if child is None:
            ahead.pop()
            head.pop()
        elif child.i > head[-1].i and child.dep_ in COMPLETING:
            yield child
            yield from _among(child)
            if child.dep_ in {"xcomp", "oprd", "acomp"} and child.pos_ in {"VERB", "ADJ", "AUX"}:
                ahead.append(iter(tuple(child.children)))
                head.append(child)
        elif child.dep_ == "conj" and child.pos_ == "VERB" and not _has_own_arguments(child):
            yield child


def _has_own_arguments(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass", "dobj"} for child in verb.children)


def _among(preposition: Token) -> Iterator[Token]:
    """What those are who "were among those killed", "are among the dead"."""
    if preposition.lower_ == "among":
        for noun in preposition.children:
            yield noun
            yield from (child for child in noun.children if child.dep_ == "acl")


def modifiers(doc: Doc, phrase: Phrase, number: int) -> Iterator[tuple[Token, Function]]:
    """Words that modify a counted noun, with what the noun is to them.

    "missing hikers", "people killed by", "those who died", "21 people in hospital".

    Args:
        doc: The document.
        phrase: The counted phrase.
        number: A token of the number, which stands for the noun where there is none.
    """
    for index in range(phrase.start, phrase.head if phrase.head is not None else phrase.start):
        if doc[index].lower_.endswith("ing"):
            yield doc[index], "subject"
        elif doc[index].pos_ in {"ADJ", "VERB"}:
            yield doc[index], "object"
    head = doc[phrase.head] if phrase.head is not None else doc[number]
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep_ in {"amod", "prep"}:
            yield child, "object"
        elif child.dep_ in {"acl", "relcl"}:
            function = _clause_function(child)
            if function:
                yield from ((each, function) for each in complements(child))


def _clause_function(verb: Token) -> Function | None:
    """What the noun is to the verb of a clause after it: of "who died" subject, of "who were killed" object.

    None where the clause is about some of them or something of theirs: "4 of whom died", "whose names were released".
    """
    if verb.dep_ == "acl":
        return "subject" if verb.tag_ == "VBG" else "object"
    for child in verb.children:
        if child.dep_ not in SUBJECTS:
            continue
        if child.like_num or any(part.lower_ == "whom" for part in child.subtree):
            return None
        relative = child.tag_ in {"WP", "WDT"}
        if child.dep_ == "nsubjpass":
            return "object" if relative else None
        return "subject" if relative else "object"
    return "object" if verb.tag_ == "VBN" else "subject"


def participles_after(doc: Doc, phrase: Phrase) -> Iterator[Token]:
    """Participles that follow a noun before the next clause: "90 people held in two jails released last week".

    The parse often hangs the second one on a place name. One right after a comma is of the noun too: "mourned five of
    its scouts, shot in the hills".
    """
    if phrase.head is None:
        return
    _, end = sentence_bounds(doc, phrase.head)
    aside = phrase.head + 2
    if aside < end and doc[aside - 1].text == "," and doc[aside].tag_ == "VBN":
        yield doc[aside]
    for token in doc[phrase.head + 1 : min(end, phrase.head + REACH)]:
        if token.is_punct or token.tag_ in CLAUSE_STARTS or is_break(token):
            return
        if token.tag_ == "VBN":
            yield token


def relative_words(doc: Doc, phrase: Phrase) -> Iterator[Token]:
    """The words after a distant "who": "60 people at the school who were left homeless".

    After a comma the clause may be about another: "six nurses, five of them Danes, who were hurt" must be of several.
    """
    if phrase.head is None:
        return
    _, end = sentence_bounds(doc, phrase.head)
    aside = False
    for index in range(phrase.head + 1, min(end, phrase.head + REACH)):
        aside = aside or doc[index].text == ","
        if (doc[index].is_punct and doc[index].text != ",") or doc[index].pos_ in {"VERB", "AUX", "CCONJ"}:
            return
        if doc[index].lower_ == "who":
            if aside and doc[index + 1 : index + 2].text.casefold() not in SEVERAL:
                return
            yield from (token for token in doc[index + 1 : min(end, index + 5)] if token.pos_ in {"VERB", "ADJ"})
            return


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own, "there" included."""
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.children)
