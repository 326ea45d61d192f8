"""Who or what a figure counts, by whom it was done, and by what rule it is counted."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claimx.lexicon.populations import Populations
from claimx.pipeline.layers import Candidate, Offsets

_ONLY_SOME = re.compile(r",|\b(?:mostly|mainly|most of|largely|predominantly|including|among)\b", re.IGNORECASE)
_COUNTED_IN = re.compile(
    r"\b(?:(?:not\s+)?(?:including|counting)|excluding|besides|apart\s+from)\s+"
    r"(?:the|his|her|their|its)\s+(?:\w+\s+){0,2}(?:gunm[ae]n|attackers?|bombers?|shooters?|perpetrators?|assailants?|suspects?|"
    r"pilots?|drivers?|hijackers?|killers?)\b",
    re.IGNORECASE,
)
_COUNTED_HOW = frozenset({"confirmed", "verified", "identified", "registered", "documented", "laboratory-confirmed"})


def counted_of(candidate: Candidate, before: Sequence[Candidate], doc: Doc) -> Offsets | None:
    """The phrase that names who is counted; one left out is that of the figure before ("… killed and 74,000 injured")."""
    if candidate.counted is not None and candidate.counted.end > candidate.counted.start:
        return candidate.counted
    if candidate.unit != "people" or not before:
        return None
    last = before[-1]
    span = doc.char_span(last.start, candidate.end, alignment_mode="expand")
    same_sentence = span is not None and doc[span.start].sent.start == doc[span.end - 1].sent.start
    return counted_of(last, before[:-1], doc) if same_sentence and last.unit == "people" else None


def groups_of(text: str, counted: Offsets | None, populations: Populations) -> tuple[str, ...]:
    """Tags of the groups that all who are counted belong to: of "Palestinians, mostly women" only the first."""
    if counted is None:
        return ()
    phrase = text[counted.start : counted.end]
    cut = _ONLY_SOME.search(phrase)
    return populations.groups_in(phrase[: cut.start()] if cut and cut.start() else phrase)


def agent_of(doc: Doc, candidate: Candidate) -> Offsets | None:
    """Who did it: the subject of an active verb whose object is counted, or the agent of a passive one."""
    if candidate.predicate is None:
        return None
    span = doc.char_span(candidate.predicate.start, candidate.predicate.end, alignment_mode="expand")
    if span is None:
        return None
    verb = span.root
    for child in verb.children:
        if child.dep_ == "agent":
            return next((_phrase(each) for each in child.children if each.dep_ == "pobj"), None)
    if verb.pos_ != "VERB" or any(child.dep_ == "nsubjpass" for child in verb.children):
        return None
    figure = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or figure is None or subject.is_ancestor(figure.root) or subject == figure.root:
        return None
    return _phrase(subject) if subject.pos_ in {"NOUN", "PROPN"} else None


def counting_of(doc: Doc, candidate: Candidate, counted: Offsets | None) -> str | None:
    """A counting rule that the text states: "including the gunman", "confirmed"."""
    here = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    if here is None:
        return None
    stated = _COUNTED_IN.search(doc.text, candidate.end, here.sent.end_char)
    between = doc.text[candidate.end : stated.start()] if stated else ""
    if stated and not re.search(r"\d|[.;]", between):
        return " ".join(stated.group().split())
    words = doc.text[candidate.end : counted.end].casefold().split() if counted and counted.end > candidate.end else []
    return next((word for word in words if word in _COUNTED_HOW), None)


def _phrase(head: Token) -> Offsets:
    """A noun with what stands before it."""
    first = min((token.i for token in head.lefts if token.dep_ in {"compound", "amod", "poss", "nmod", "det"}), default=head.i)
    first = head.doc[first].left_edge.i if first < head.i else first
    start = head.doc[first]
    return Offsets(start.idx, head.idx + len(head))
