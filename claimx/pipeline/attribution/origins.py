"""Follow a source to where the figure comes from: an agency's tally, and the officials whose figures it adds up."""

from spacy.tokens import Doc, Token

from claimx.pipeline.quotes.nounphrases import noun_phrase
from claimx.pipeline.speakers.vocabulary import SpeakerWords

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
