"""Follow a source to where the figure comes from: an agency's tally, and the officials whose figures it adds up."""

from spacy.tokens import Doc, Token

from claimx.pipeline.quotes.nounphrases import noun_phrase
from claimx.pipeline.speakers.vocabulary import SpeakerWords

CLIMB = 3
"""Steps up the parse from a source to the verb of telling."""

NEAR = 12
"""Tokens behind a source or its verb in which what it cites is sought."""

BESIDE = 3
"""Tokens behind the verb where "citing" is of its subject, whatever the parser made of it."""

HELD = frozenset({"of", "from", "by"})


def chain_of(doc: Doc, start: int, end: int, words: SpeakerWords) -> tuple[tuple[int, int], ...]:
    """From the outermost teller to the origin, as token stretches; empty where the phrase names one source only.

    "a Reuters tally of port figures" gives Reuters and "port figures"; "a report by the harbour board" gives the board
    alone.

    Args:
        doc: The document.
        start: First token of the source as written.
        end: One past its last.
        words: Words for speakers.
    """
    head = doc[start:end].root
    noun = words.noun(head.lower_)
    if noun is None or noun.kind != "document":
        return ()
    maker = _maker(head, start)
    origin = _origin(head, end, words)
    return tuple(each for each in (maker, origin) if each is not None and each[0] < each[1])


def cited_by(doc: Doc, source: tuple[int, int], citing: frozenset[str]) -> tuple[int, int] | None:
    """What a source cites: of "state radio reported, citing the navy" the navy.

    Args:
        doc: The document.
        source: Tokens of the source, half-open.
        citing: Verbs of citing, by lemma.
    """
    root = doc[source[0] : source[1]].root
    verb = root.head
    for _ in range(CLIMB):
        if verb.pos_ in {"VERB", "AUX"}:
            break
        verb = verb.head
    participles = (token for token in doc[verb.i + 1 : verb.i + 1 + NEAR] if token.tag_ == "VBG")
    asides = (token for token in doc[root.i + 1 : verb.i] if token.tag_ == "VBG" and token.i < root.i + NEAR)
    clauses = (token for token in doc[root.i + 1 : root.i + 1 + NEAR] if token.dep_ == "relcl" and token.head == root)
    for token in (*asides, *participles, *clauses):
        beside = 0 < token.i - verb.i <= BESIDE and token.nbor(-1).text == ","  # "said, citing …, that"
        near = beside or token.dep_ == "relcl" or token.head in {verb, root, verb.head}
        own = near and token.sent.start <= source[0]
        thing = next((child for child in token.children if child.dep_ == "dobj"), None)
        if own and thing is not None and token.lemma_.lower() in citing:
            start, end = noun_phrase(thing)
            return (start, end) if not (start < source[1] and source[0] < end) else None
    return None


def _maker(head: Token, start: int) -> tuple[int, int] | None:
    """Whoever stands before the noun: Reuters in "a Reuters tally", "the ministry's count"."""
    for child in head.lefts:
        if child.dep_ == "poss" or (child.dep_ in {"compound", "nmod"} and child.pos_ == "PROPN"):
            first = max(start, child.left_edge.i)
            while first < child.i and child.doc[first].pos_ == "DET":
                first += 1
            return first, child.i + 1
    return None


def _origin(head: Token, end: int, words: SpeakerWords) -> tuple[int, int] | None:
    """What it was made of or by whom: "of official figures", "by the harbour board"."""
    for child in head.rights:
        if child.dep_ not in {"prep", "agent"} or child.lower_ not in HELD or child.i >= end:
            continue
        thing = next((each for each in child.children if each.dep_ == "pobj"), None)
        if thing is None:
            continue
        noun = words.noun(thing.lower_)
        is_source = thing.pos_ == "PROPN" or (noun is not None and (child.lower_ == "by" or noun.kind != "role"))
        if is_source:
            first, last = noun_phrase(thing)
            return first, min(last, end)
    return None
