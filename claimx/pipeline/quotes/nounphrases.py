"""Cut the words that name somebody out of the parse."""

from collections.abc import Iterator

from spacy.tokens import Token

from claimx.pipeline.wording import Wording

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
"""Kinds of entities that speak."""

BREAKS = frozenset({",", ";", ":", "(", ")", "[", "]", "—", "–", "--", "“", "”", '"', "''", "``"})
LEFT_PARTS = frozenset({"det", "amod", "poss", "nummod", "predet", "quantmod"})
OUTER_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis"})


def is_break(token: Token) -> bool:
    """Whether a phrase that names somebody ends before this token."""
    return breaks_before(Wording.of(token.doc), token.i)


def breaks_before(wording: Wording, index: int) -> bool:
    """Whether a phrase that names somebody ends before the token with this index."""
    word = wording.words[index]
    if word == "-":  # a dash with spaces; "al-Sabbagh" is three tokens
        return wording.spaced(index) or (index > 0 and wording.spaced(index - 1))
    return word in BREAKS or word.isspace()


def noun_phrase(head: Token, *, outside: int | None = None) -> tuple[int, int]:
    """The phrase around a noun as a reader would copy it: with title and "of", without apposition and relative clause.

    "Mayor Ana Roth, who took office in May," gives "Mayor Ana Roth"; "a spokesman for the port" is kept whole.

    Args:
        head: The noun or pronoun.
        outside: A token that is no part of it: the cue of "a note saying …".

    Returns:
        Token indices, half-open.
    """
    start, end = _left(head), _right(head)
    if outside is not None and head.i < outside < end:
        end = outside
        while end > head.i + 1 and (head.doc[end - 1].pos_ in {"AUX", "ADV", "PUNCT"} or is_time(head.doc[end - 1])):
            end -= 1
    elif outside is not None and start <= outside < head.i:
        start = outside + 1
    return start, end


def is_time(token: Token) -> bool:
    """Whether a token is part of a time, or the preposition before one: "on Monday"."""
    if token.pos_ == "ADP" and token.i + 1 < len(token.doc):
        return token.nbor().ent_type_ in {"DATE", "TIME"}
    return token.ent_type_ in {"DATE", "TIME"}


def _left(head: Token) -> int:
    doc = head.doc
    start = min((child.left_edge.i for child in head.lefts if child.dep_ not in {"cc", "punct"}), default=head.i)
    if start == head.i:
        return start
    wording = Wording.of(doc)
    breaks = [index for index in range(start, head.i) if breaks_before(wording, index)]
    if breaks and not any(child.i < breaks[-1] and child.dep_ in LEFT_PARTS for child in head.lefts):
        start = breaks[-1] + 1
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    person = head.ent_type_ == "PERSON"
    joined = (doc[i] for i in range(start, head.i) if doc[i].pos_ == "ADP")
    if head.pos_ == "PROPN" and any(person or token.ent_type_ == "" for token in joined):
        return _name_start(head, start)  # "the vice president for trade Ana Lind": Ana Lind
    return start


def _name_start(head: Token, start: int) -> int:
    index = head.i
    while index > start and head.doc[index - 1].pos_ == "PROPN":
        index -= 1
    return index


def _right(head: Token) -> int:
    doc = head.doc
    end = head.i + 1
    edge = head.right_edge.i
    if end > edge:
        return end
    stops = {child.left_edge.i for child in _outer_clauses(head)}
    wording = Wording.of(doc)
    while end <= edge and end not in stops and not breaks_before(wording, end):
        end += 1
    while end > head.i + 1 and (wording.lower[end - 1] in {"and", "or", "but"} or doc[end - 1].is_punct):
        end -= 1
    return _without_time(head, end)


def _without_time(head: Token, end: int) -> int:
    """Leave out a bare time at the end: the week of "Lind last week invited", not the day of "data of Monday"."""
    index = end
    while index > head.i + 1 and head.doc[index - 1].ent_type_ in {"DATE", "TIME"}:
        index -= 1
    return end if head.doc[index - 1].pos_ == "ADP" else index


def _outer_clauses(head: Token) -> Iterator[Token]:
    """Clauses that hang on the phrase and are no part of the name."""
    for token in head.subtree:
        joined = token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}
        if token.i > head.i and (token.dep_ in OUTER_CLAUSES or joined):
            yield token
