"""What stands around a number: the noun that it counts, the phrase of that noun, and the words that govern it.

All functions read a parsed document and change nothing. They lean on the order of words first and on the parse second: a headline, a
caption or old newswire without capitals is often parsed wrongly, and "12 killed, 30 hurt in blast" must read all the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

NOUNS = frozenset({"NOUN", "PROPN"})
PREMODIFIERS = frozenset({"ADJ", "NOUN", "PROPN"})
PARTICIPLES = frozenset({"VBN", "VBG"})
DETERMINERS = frozenset({"DT", "PDT", "PRP$", "WP$"})
QUOTES = frozenset("\"'“”‘’«»`")
DASHES = frozenset({"-", "–", "‑"})
PARTITIVE_PRONOUNS = frozenset({"them", "whom", "which", "these", "those", "us", "you"})

COLLECTIVES = frozenset({
    "number", "total", "lives", "bodies", "body", "remains", "dozens", "scores", "hundreds", "thousands", "millions", "group", "groups",
    "handful", "majority", "half", "part", "some", "most", "all", "couple", "pair", "series", "lot", "many", "convoy", "crew", "team", "windows", "roofs", "walls", "showcases", "facades", "doors", "sections",
})  # fmt: skip
"""Nouns that stand for what they are a number or a group of: what is said of them is said of the counted."""

Function = Literal["subject", "object", "of", "to", "after", "with"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The phrase that names what a number counts; token indices, half-open.

    Attributes:
        start: First token, the number left out.
        end: One past its last.
        head: The head noun; None where the text leaves it out ("and wounded 15").
        partitive: The number is a part of it: "four of the students".
    """

    start: int
    end: int
    head: int | None
    partitive: bool = False


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that the counted phrase depends on.

    Attributes:
        token: Its index.
        function: What the phrase is to it: its subject, its object (or what a passive is said of), its complement with "of", "to" …
    """

    token: int
    function: Function


def token_range(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """Indices of the tokens that code points `start` to `end` touch, half-open; None where there are none."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return (span.start, span.end) if span is not None and len(span) else None


def sentence_bounds(doc: Doc, index: int) -> tuple[int, int]:
    """First token of the sentence that holds a token, and one past its last."""
    sentence = doc[index].sent
    return sentence.start, sentence.end


def _is_break(token: Token) -> bool:
    return token.is_space and "\n" in token.text


def _noun_follows(doc: Doc, index: int, end: int) -> bool:
    """Whether a noun ends the run of premodifiers that begins at `index`: "killed 30 confirmed dead" has none, "confirmed cases" has."""
    for token in doc[index : min(end, index + 4)]:
        if token.pos_ in NOUNS:
            return True
        if (
            token.pos_ != "ADJ"
            and token.tag_ not in PARTICIPLES
            and token.text not in DASHES
            and token.text not in QUOTES
        ):
            return False
    return False


def _continues(doc: Doc, index: int, end: int, head: int | None) -> bool:
    """Whether the token at `index` goes on with a noun phrase whose last noun so far is `head`."""
    token = doc[index]
    last = doc[index - 1]
    if (
        _is_break(token)
        or token.ent_type_ in {"DATE", "TIME"}
        and head is not None
        and token.ent_type_ != doc[head].ent_type_
    ):
        return False
    if token.lower_ in {"age", "ages", "aged"}:
        return False
    if token.pos_ in NOUNS:
        ends = head is not None and doc[head].tag_ in {"NNS", "NNPS"} and head == index - 1
        return (
            not ends
            or token.tag_ in {"NNS", "NNPS"}
            or (token.dep_ not in {"npadvmod", "dobj", "ROOT"} and doc[head].head == token)
        )
    if token.pos_ == "ADJ" or token.tag_ in PARTICIPLES:
        if head is not None and doc[head].tag_ in {"NNS", "NNPS"}:
            return False
        return token.text.endswith("-") or _noun_follows(doc, index + 1, end)
    if token.text in DASHES and last.whitespace_:
        return False
    if token.text in DASHES or token.text in QUOTES:
        return index + 1 < end and (doc[index + 1].pos_ in PREMODIFIERS or doc[index + 1].tag_ in PARTICIPLES)
    if token.tag_ in {"RB", "RBR", "RBS"}:
        return (
            head is None
            and index + 1 < end
            and (doc[index + 1].pos_ == "ADJ" or doc[index + 1].tag_ in PARTICIPLES)
            and _noun_follows(doc, index + 1, end)
        )
    if token.tag_ == "CC" and index + 1 < end:
        if head == index - 1 and doc[head].tag_ == "NN":
            return any(each.tag_ == "NNS" for each in doc[index + 1 : min(end, index + 4)])
        joined = last.text in DASHES or last.text.endswith("-") or (last.pos_ == "ADJ" and doc[index + 1].pos_ == "ADJ")
        return joined and _noun_follows(doc, index + 1, end)
    if token.text in {"(", "["}:
        return _after_brackets(doc, index, end) is not None
    return token.tag_ == "POS"


def _after_brackets(doc: Doc, index: int, end: int) -> int | None:
    """One past a short bracket that a noun follows: "front (fmln) guerrillas"."""
    for close in range(index + 1, min(end, index + 5)):
        if doc[close].text in {")", "]"}:
            return close + 1 if close + 1 < end and doc[close + 1].pos_ in NOUNS else None
    return None


def counted_phrase(doc: Doc, first: int, last: int) -> Phrase:
    """The phrase after a number that names what it counts.

    "about 250 Israeli and foreign hostages" gives "Israeli and foreign hostages"; "dozens of captives" gives "captives"; "four of the
    nine students" gives "students", partitive; "and wounded 15" gives an empty phrase.

    Args:
        doc: The document.
        first: First token of the number.
        last: One past its last token.
    """
    _, end = sentence_bounds(doc, last - 1)
    index, partitive = last, False
    if index + 1 < end and doc[index].text in DASHES and not doc[index - 1].whitespace_:
        if doc[index + 1].pos_ in NOUNS:
            return Phrase(start=index + 1, end=index + 2, head=index + 1)
        index += 1
    if index < end and doc[index].lower_ == "out" and index + 1 < end and doc[index + 1].lower_ == "of":
        index += 1
    if index < end and doc[index].lower_ == "of":
        index += 1
        vague = doc[last - 1].lower_.endswith("s") and not doc[last - 1].is_digit
        partitive = not vague
        while index < end and (doc[index].tag_ in DETERMINERS or doc[index].like_num or doc[index].tag_ == "CD"):
            partitive = True
            index += 1
        if index < end and doc[index].lower_ in PARTITIVE_PRONOUNS:
            return Phrase(start=index, end=index + 1, head=None, partitive=True)
    start, head = index, None
    while index < end and _continues(doc, index, end, head):
        if doc[index].text in {"(", "["}:
            index = _after_brackets(doc, index, end) or index + 1
            continue
        if doc[index].pos_ in NOUNS:
            head = index
        index += 1
    if head is None:
        return Phrase(start=start, end=start, head=None, partitive=partitive)
    return Phrase(start=start, end=head + 1, head=head, partitive=partitive)


def described_end(doc: Doc, phrase: Phrase) -> int:
    """One past the words that describe a counted phrase further: an "of" complement, and ", mostly women and children"."""
    if phrase.head is None:
        return phrase.end
    _, end = sentence_bounds(doc, phrase.head)
    index = phrase.end
    if index + 1 < end and doc[index].lower_ == "of":
        inner = counted_phrase(doc, index - 1, index)
        index = inner.end if inner.head is not None else index
    mostly = index + 1 if index < end and doc[index].text == "," else index
    if mostly < end and doc[mostly].lower_ in {"mostly", "mainly", "predominantly", "most", "largely"}:
        while mostly < end and (doc[mostly].pos_ in {"ADV", "ADJ", "NOUN", "PROPN", "CCONJ", "ADP", "PRON"}):
            mostly += 1
        return mostly
    return index


def governors(doc: Doc, index: int) -> Iterator[Governor]:
    """The words that a noun or a bare number depends on, the nearest first.

    Conjuncts and appositions share the governor of their first: "eight soldiers and 25 civilians were killed".
    """
    token = doc[index]
    for _ in range(8):
        parent, dep = token.head, token.dep_
        if dep == "ROOT" or parent is token:
            return
        if dep in {"nsubj", "nsubjpass", "csubj"} and parent.i < index and token.i != index:
            return
        if dep in {"nsubj", "csubj"}:
            yield Governor(parent.i, "subject")
            return
        if dep in {"nsubjpass", "dobj", "dative", "oprd"}:
            yield Governor(parent.i, "object")
            return
        if dep == "pobj":
            yield from _through_preposition(parent)
            if parent.lower_ != "of" or parent.head.lower_ not in COLLECTIVES:
                return
            token = parent.head
            continue
        if dep in {"npadvmod", "attr", "acomp", "ccomp", "dep"} and parent.pos_ in {"VERB", "AUX"}:
            yield Governor(parent.i, "object" if dep == "dep" else "after")
            return
        token = parent


def _through_preposition(preposition: Token) -> Iterator[Governor]:
    word = preposition.lower_
    governor = preposition.head.i
    if word in {"of", "for"}:
        yield Governor(governor, "of")
    elif word == "to":
        yield Governor(governor, "to")
    elif word == "with" and preposition.i > 0 and preposition.nbor(-1).lower_ in {"along", "together"}:
        yield from _accompanied(preposition)
    elif word in {"with", "including"}:
        yield Governor(governor, "with")


def _accompanied(preposition: Token) -> Iterator[Governor]:
    """ "was killed along with two of his guards": what the verb says, it says of both."""
    for ancestor in preposition.ancestors:
        if ancestor.pos_ == "VERB":
            yield Governor(ancestor.i, "object" if ancestor.tag_ == "VBN" else "subject")
            return


def complements(token: Token) -> Iterator[Token]:
    """A verb and the words that complete what it says: "were found shot dead", "remain missing", "left homeless", "set on fire"."""
    yield token
    for child in token.children:
        if child.i > token.i and child.dep_ in {"acomp", "oprd", "attr", "xcomp", "prt", "prep", "advmod", "dep"}:
            yield child
            yield from _among(child)
            if child.dep_ in {"xcomp", "oprd", "acomp"} and child.pos_ in {"VERB", "ADJ", "AUX"}:
                yield from (each for each in complements(child) if each is not child)
        elif (
            child.dep_ == "conj"
            and child.pos_ == "VERB"
            and not any(each.dep_ in {"nsubj", "nsubjpass", "dobj"} for each in child.children)
        ):
            yield child


def _among(preposition: Token) -> Iterator[Token]:
    """ "were among those killed", "are among the dead": what those are."""
    if preposition.lower_ == "among":
        for noun in preposition.children:
            yield noun
            yield from (child for child in noun.children if child.dep_ == "acl")


def modifiers(doc: Doc, phrase: Phrase, number: int) -> Iterator[tuple[Token, Function]]:
    """Words that modify the counted noun, with what the noun is to them: "missing students", "people killed by", "those who died"."""
    for index in range(phrase.start, phrase.head if phrase.head is not None else phrase.start):
        if doc[index].lower_.endswith("ing"):
            yield doc[index], "subject"
        elif doc[index].pos_ in {"ADJ", "VERB"}:
            yield doc[index], "object"
    head = doc[phrase.head] if phrase.head is not None else doc[number]
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep_ == "acl":
            function: Function = "subject" if child.tag_ == "VBG" else "object"
            yield from ((each, function) for each in complements(child))
        elif child.dep_ == "relcl":
            told = _relative_function(child)
            if told:
                yield from ((each, told) for each in complements(child))
        elif child.dep_ in {"amod", "prep"}:
            yield child, "object"


def participles_after(doc: Doc, phrase: Phrase) -> Iterator[Token]:
    """Participles that follow a noun before the next finite verb: "200 people held in two jails released in return" has both.

    The parse often hangs the second one on a place name.
    """
    if phrase.head is None:
        return
    _, end = sentence_bounds(doc, phrase.head)
    for token in doc[phrase.head + 1 : min(end, phrase.head + 9)]:
        if (
            token.is_punct
            or token.tag_ in {"CC", "VBD", "VBZ", "VBP", "MD", "WDT", "WP", "CD", "VB", "VBG"}
            or _is_break(token)
        ):
            return
        if token.tag_ == "VBN":
            yield token


def relative_words(doc: Doc, phrase: Phrase) -> Iterator[Token]:
    """The words after a distant "who": "135 people at the church who were left homeless"."""
    if phrase.head is None:
        return
    _, end = sentence_bounds(doc, phrase.head)
    for index in range(phrase.head + 1, min(end, phrase.head + 9)):
        if doc[index].is_punct or doc[index].pos_ in {"VERB", "AUX", "CCONJ"}:
            return
        if doc[index].lower_ == "who":
            yield from (token for token in doc[index + 1 : min(end, index + 5)] if token.pos_ in {"VERB", "ADJ"})
            return


def _relative_function(verb: Token) -> Function | None:
    """What the noun before a relative clause is to its verb: "who died" subject, "who were killed" and "whom they freed" object.

    None where the clause is about some of them: "4 of whom died".
    """
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass"} and (
            child.like_num or any(part.lower_ == "whom" for part in child.subtree)
        ):
            return None
        if child.dep_ == "nsubjpass":
            return "object"
        if child.dep_ == "nsubj":
            return "subject" if child.tag_ in {"WP", "WDT"} else "object"
    return "object" if verb.tag_ == "VBN" else "subject"
