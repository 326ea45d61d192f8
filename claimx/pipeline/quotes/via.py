"""Find the outlet that something was said through: "told Reuters", "as cited by the BBC"."""

from spacy.tokens import Doc, Token

from claimx.pipeline.quotes.nounphrases import noun_phrase

HEARERS = frozenset({"dobj", "dative", "pobj", "appos", "poss", "compound", "conj"})
THROUGH = frozenset({"to", "with", "on", "by", "via"})
STEPS = 4


def via_of(doc: Doc, cue: int, outlets: frozenset[str]) -> tuple[int, int] | None:
    """The outlet among the words that hang on a cue.

    Args:
        doc: The document.
        cue: The cue word.
        outlets: Names of agencies and broadcasters, in lower case.

    Returns:
        Token indices, half-open; None where no outlet is named.
    """
    for token in _hanging(doc[cue], STEPS):
        name = outlet_at(token, outlets)
        if name is not None:
            return name
    return None


def _hanging(head: Token, steps: int) -> list[Token]:
    """Objects and what prepositions bring in, not the reported clause."""
    out: list[Token] = []
    for child in head.children:
        passes = child.dep_ in HEARERS or (child.dep_ in {"prep", "agent"} and child.lower_ in THROUGH)
        cited = child.dep_ == "advcl" and any(each.lower_ == "as" for each in child.children)
        nested = child.dep_ == "prep" and child.lower_ == "in"
        if passes or cited or nested:
            out += [child, *(_hanging(child, steps - 1) if steps else [])]
    return out


def outlet_at(token: Token, outlets: frozenset[str]) -> tuple[int, int] | None:
    """The name of an outlet that ends in a token, without its article."""
    start, end = noun_phrase(token)
    end = min(end, token.i + 1)
    for first in range(start, token.i + 1):
        if token.doc[first:end].text.casefold() in outlets and token.text[:1].isupper():
            return first, end
    return None
