"""Find through what something was said: "told Reuters", "as cited by the BBC", "on X", "in a statement"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claimx.pipeline.quotes.nounphrases import noun_phrase
from claimx.pipeline.quotes.words import CueWords
from claimx.pipeline.wording import Wording

HEARERS = frozenset({"dobj", "dative", "pobj", "appos", "poss", "compound", "conj"})
THROUGH = frozenset({"to", "with", "on", "by", "via"})
CLOSE = frozenset({"on", "via", "by"})
WITHIN = frozenset({"in", "via", "through", "on"})
STEPS = 5
FAR = 40
"""Tokens behind a cue in which "as cited by" is looked for."""

NEAR = 6
"""Tokens behind a cue in which "on X" is looked for, whatever the parser made of it."""


def via_of(doc: Doc, cue: int, words: CueWords) -> tuple[int, int] | None:
    """The outlet, the platform or the document through which the words came.

    "he told Reuters", "as cited by the BBC", "the Tarn Times quoted her as saying", "speaking on Sky News, he said",
    "said, according to AFP", "said in a statement". An outlet comes before a document.

    Args:
        doc: The document.
        cue: The cue word.
        words: Cue words, with the names of outlets.

    Returns:
        Token indices, half-open; None where nothing is named.
    """
    head = doc[cue]
    for token in _outlet_places(head):
        name = outlet_at(token, words)
        if name is not None:
            return name
    return _document(head, words)


def _outlet_places(head: Token) -> Iterator[Token]:
    """Tokens that may name the outlet, the likeliest first."""
    yield from _hanging(head, STEPS)
    yield from _quoting(head)
    for clause in _speaking(head):
        yield from _hanging(clause, STEPS)
    yield from _behind(head)
    yield from _by_report(head)
    yield from _cited(head)


def _hanging(head: Token, steps: int) -> list[Token]:
    """Objects and what prepositions bring in, not the reported clause."""
    out: list[Token] = []
    for child in head.children:
        passes = child.dep_ in HEARERS or (child.dep_ in {"prep", "agent"} and child.lower_ in THROUGH)
        cited = child.dep_ == "advcl" and any(each.lower_ == "as" for each in child.children)
        nested = child.dep_ == "prep" and child.lower_ == "in"
        carried = child.dep_ == "acl" and any(each.dep_ == "agent" for each in child.children)
        if passes or cited or nested or carried:
            out += [child, *(_hanging(child, steps - 1) if steps else [])]
    return out


def _quoting(head: Token) -> list[Token]:
    """Whoever quotes: of "Reuters quoted him as saying", "he was quoted as saying by Reuters" Reuters."""
    as_ = head.head
    if head.tag_ != "VBG" or as_.lower_ != "as" or as_.head.lemma_ not in {"quote", "cite"}:
        return []
    verb = as_.head
    active = [child for child in verb.children if child.dep_ == "nsubj"]
    return active or [each for child in verb.children if child.dep_ == "agent" for each in child.children]


def _speaking(head: Token) -> list[Token]:
    """Participles that tell where somebody spoke: "Speaking to Al Jazeera, she said"."""
    places = [child for child in head.children if child.dep_ == "advcl"]
    for subject in head.children:
        if subject.dep_ == "nsubj":
            places += [child for child in subject.children if child.dep_ in {"acl", "advcl"}]
    return [place for place in places if place.tag_ in {"VBG", "VBN"}]


def _behind(head: Token) -> Iterator[Token]:
    """The word behind a cue, and what "on", "via" or "by" brings in close behind it."""
    doc = head.doc
    if head.i + 1 < len(doc):
        yield head.nbor()  # "told dpa that …", where the parser takes the name into the clause
    if CLOSE.isdisjoint(Wording.of(doc).lower[head.i + 1 : head.i + NEAR]):
        return
    for index in range(head.i + 1, min(len(doc) - 1, head.i + NEAR)):
        if doc[index].is_punct or doc[index].is_space or doc[index].tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return
        if doc[index].lower_ in CLOSE:
            yield doc[index + 1]


def _by_report(head: Token) -> Iterator[Token]:
    """What stands behind "according to" in an aside: “…,” she said, according to AFP."""
    doc = head.doc
    if "according" not in Wording.of(doc).lower[head.i + 2 : head.i + 1 + NEAR]:
        return
    for index in range(head.i + 1, min(len(doc) - 3, head.i + NEAR)):
        if doc[index].text in {".", "“", '"'} or doc[index].is_space:
            return
        if doc[index].text == "," and [doc[index + 1].lower_, doc[index + 2].lower_] == ["according", "to"]:
            yield from (child for child in doc[index + 2].children if child.dep_ == "pobj")
            return


def _cited(head: Token) -> Iterator[Token]:
    """What stands behind "as cited by", where the parser hangs it on the reported words."""
    wording = Wording.of(head.doc)
    first, _ = wording.sentence(head.doc, head.i)
    _, end = wording.sentence(head.doc, min(head.i + FAR, len(head.doc) - 1))
    if "as" not in wording.lower[first:end]:
        return
    for token in head.doc[head.i + 1 : head.i + FAR]:
        if token.text in {".", "?", "!"} or token.is_space:
            return
        if token.dep_ == "advcl" and any(child.lower_ == "as" for child in token.children):
            agents = (child for child in token.children if child.dep_ == "agent")
            yield from (each for agent in agents for each in agent.children if each.dep_ == "pobj")


def outlet_at(token: Token, words: CueWords) -> tuple[int, int] | None:
    """The name of an outlet that ends in a token, without its article where that is no part of it.

    Known by its name ("Reuters", "dpa") or by its last word ("the Tarn Times", "state television", "Channel 35").
    """
    if not _may_be_last(token, words):
        return None
    doc = token.doc
    start, end = noun_phrase(token)
    numbered = token.lower_ in words.stations and token.i + 1 < len(doc) and token.nbor().like_num
    if numbered:
        return start, token.i + 2
    end = min(end, token.i + 1)
    for first in range(start, token.i + 1):
        written = doc[first:end].text.removesuffix(".")  # "posted on X.", which is one token
        if written in words.outlet_names or (written.casefold() in words.outlets and token.text[:1].isupper()):
            return first, end
    return _by_last_word(doc, start, end, words)


def _may_be_last(token: Token, words: CueWords) -> bool:
    """Whether a word may be the last of an outlet's name; to cut its phrase out of the parse takes much longer."""
    wording, index = Wording.of(token.doc), token.i
    lower = wording.lower[index]
    by_kind = lower in words.media or lower in words.stations or token.like_num
    return by_kind or wording.words[index].removesuffix(".").casefold() in words.outlet_ends


def _by_last_word(doc: Doc, start: int, end: int, words: CueWords) -> tuple[int, int] | None:
    """An outlet that no list knows, by what it is called."""
    while start < end - 1 and doc[start].pos_ in {"DET", "PRON"}:
        start += 1
    last = doc[end - 1]
    if end - start < 2:  # noqa: PLR2004 - "news" alone is none
        return None
    named = last.lower_ in words.media and (last.text[:1].islower() or doc[end - 2].text[:1].isupper())
    numbered = last.like_num and doc[end - 2].lower_ in words.stations
    return (start, end) if named or numbered else None


def _document(head: Token, words: CueWords) -> tuple[int, int] | None:
    """The document in which somebody said it: "said in a statement on Friday", "wrote in an open letter"."""
    brought = [child for child in head.children if child.dep_ == "prep" and child.lower_ in WITHIN]
    for prep in brought:
        thing = next((child for child in prep.children if child.dep_ == "pobj"), None)
        if thing is not None and thing.lower_ in words.bearers:
            start, _ = noun_phrase(thing)
            return start, thing.i + 1
    return None
