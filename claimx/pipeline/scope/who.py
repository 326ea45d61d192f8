"""Who or what a figure counts, by whom it was done, and by what rule it is counted."""

import re
from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from claimx.lexicon.populations import Populations
from claimx.pipeline.layers import Candidate, Offsets

_ONLY_SOME = re.compile(r",|\b(?:mostly|mainly|most of|largely|predominantly|including|among)\b", re.IGNORECASE)
_COUNTED_IN = re.compile(
    r"\b(?:(?:not\s+)?(?:including|counting)|excluding|besides|apart\s+from)\s+"
    r"(?:the|his|her|their|its)\s+(?:\w+\s+){0,2}(?:gunm[ae]n|attackers?|bombers?|shooters?|perpetrators?|assailants?|"
    r"suspects?|pilots?|drivers?|hijackers?|killers?)\b",
    re.IGNORECASE,
)
_COUNTED_HOW = frozenset({"confirmed", "verified", "identified", "registered", "documented", "laboratory-confirmed"})
_SAME_FIGURE = re.compile(r"[\s,;]*[(\[;]\s*(?:or\s+|about\s+)?|\s+or\s+")
"""Between a figure and its conversion: "2 million euros ($2.6 million)"."""

_DESCRIBES = frozenset({"acl", "relcl", "amod", "appos"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HAS = frozenset({"of", "in", "for", "worth"})
MOST_STEPS = 8


def counted_of(candidate: Candidate, before: Sequence[Candidate], doc: Doc, text: str) -> Offsets | None:
    """The phrase that names who or what is counted.

    Of people it is the phrase after the number, or that of the figure before where it is left out ("… killed and 74,000
    injured"); of money and shares it is what has them: "gems worth $2 million", "Lee has 46 percent".

    Args:
        candidate: The figure.
        before: The figures before it.
        doc: The document.
        text: Its text.
    """
    stated = candidate.counted if candidate.counted and candidate.counted.end > candidate.counted.start else None
    if candidate.metric == "measure":
        return _measured(candidate, doc) or stated
    if candidate.of is not None and candidate.metric != "votes":
        return candidate.of
    if candidate.metric in {"money", "votes"} or candidate.unit.startswith("percent"):
        return _holder(candidate, before, doc, text) or stated
    if stated is not None and candidate.unit == "people":
        return _with_the_other(stated, doc)
    if stated is not None or candidate.unit != "people" or not before:
        return stated
    last = before[-1]
    return (
        counted_of(last, before[:-1], doc, text)
        if last.unit == "people" and _one_sentence(last, candidate, doc)
        else None
    )


def _with_the_other(stated: Offsets, doc: Doc) -> Offsets:
    """The phrase with a second kind of people that the figure counts as well: "200 soldiers and rebels"."""
    span = doc.char_span(stated.start, stated.end, alignment_mode="expand")
    if span is None or span.end + 1 >= len(doc) or doc[span.end].lower_ != "and":
        return stated
    other = doc[span.end + 1]
    both = span[-1].tag_ == other.tag_ == "NNS" and other.dep_ == "conj"
    return Offsets(stated.start, other.idx + len(other)) if both else stated


def _one_sentence(first: Candidate, second: Candidate, doc: Doc) -> bool:
    span = doc.char_span(first.start, second.end, alignment_mode="expand")
    return span is not None and doc[span.start].sent.start == doc[span.end - 1].sent.start


def _measured(candidate: Candidate, doc: Doc) -> Offsets | None:
    """What is measured: "km east of Tarvo", "earthquake" of "a 6.1-magnitude earthquake"."""
    span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    if span is None:
        return None
    clause = takewhile(lambda token: token.pos_ not in {"VERB", "AUX"}, doc[span.end : span.end + 4])
    unit = next((token for token in clause if token.pos_ in {"NOUN", "PROPN"}), None)
    if unit is None:
        return None
    noun = unit
    while noun.dep_ in {"compound", "amod", "nmod"} and noun.head.i > noun.i and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    if noun is not unit:
        return Offsets(noun.idx, noun.idx + len(noun))
    last = unit.i
    for token in doc[unit.i + 1 : unit.i + 9]:
        if token.dep_ == "punct" or token.pos_ in {"VERB", "AUX", "CCONJ"}:
            break
        if token.pos_ in {"NOUN", "PROPN"}:
            last = token.i
    return Offsets(unit.idx, doc[last].idx + len(doc[last]))


def _holder(candidate: Candidate, before: Sequence[Candidate], doc: Doc, text: str) -> Offsets | None:
    """What money or a share belongs to."""
    span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    if span is None:
        return None
    if before and _SAME_FIGURE.fullmatch(text[before[-1].end : candidate.start]):
        return counted_of(before[-1], before[:-1], doc, text)
    return _after(span) or _above(span.root)


def _after(span: Span) -> Offsets | None:
    """A noun right after the figure: "€2 million booty", "£88m worth of gems", "$1 billion in aid"."""
    root = span.root
    while (
        root.dep_ in {"nummod", "quantmod", "compound", "nmod", "amod"}
        and root.head.i > root.i
        and root.i < span.end + 2
    ):
        root = root.head
    if root.i >= span.end and root.pos_ in {"NOUN", "PROPN"} and root.lower_ != "worth":
        return _phrase(root, start=span.end)
    index = span.end
    words = span.doc[index : index + 2]
    if len(words) and words[0].lower_ in _HAS:
        index += 2 if len(words) > 1 and words[1].lower_ == "of" else 1
        noun = next((token for token in span.doc[index : index + 6] if token.pos_ in {"NOUN", "PROPN"}), None)
        if noun is not None and noun.ent_type_ not in {"DATE", "TIME", "GPE"}:
            while noun.dep_ == "compound" and noun.head.i > noun.i:
                noun = noun.head
            return _phrase(noun, start=index)
    return None


def _above(root: Token) -> Offsets | None:
    """A noun that the figure describes, or the subject of its verb: "gems worth $2 million", "Lee led by 5 points"."""
    node = root
    for _ in range(MOST_STEPS):
        if node.dep_ in _DESCRIBES and node.head.pos_ in {"NOUN", "PROPN"}:
            return _phrase(node.head)
        if node.pos_ in {"VERB", "AUX"}:
            subject = next((child for child in node.children if child.dep_ in _SUBJECTS), None)
            if subject is not None:
                return _phrase(subject) if subject.pos_ in {"NOUN", "PROPN"} and subject is not root else None
        if node.dep_ in _SUBJECTS or node.head == node:
            return None
        node = node.head
    return None


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


def counting_of(doc: Doc, text: str, candidate: Candidate, counted: Offsets | None) -> str | None:
    """A counting rule that the text states: "including the gunman", "confirmed"."""
    here = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    if here is None:
        return None
    stated = _COUNTED_IN.search(text, candidate.end, here.sent.end_char)
    between = text[candidate.end : stated.start()] if stated else ""
    if stated and not re.search(r"\d|[.;]", between):
        return " ".join(stated.group().split())
    words = text[candidate.end : counted.end].casefold().split() if counted and counted.end > candidate.end else []
    return next((word for word in words if word in _COUNTED_HOW), None)


def _phrase(head: Token, *, start: int = 0) -> Offsets:
    """A noun with what stands before it and a coordinated one after it, from the token `start` on."""
    kept = {"compound", "amod", "poss", "nmod", "det", "nummod"}
    first = min((child.left_edge.i for child in head.lefts if child.dep_ in kept), default=head.i)
    first = max(first, min(start, head.i))
    other = next((child for child in head.rights if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN"}), head)
    last = other if other.i - head.i <= 4 else head  # noqa: PLR2004 - "jewellery and luxury watches"
    return Offsets(head.doc[first].idx, last.idx + len(last))
