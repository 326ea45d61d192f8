"""By whom it was done: "police shot nine", "nine were killed by Chilean forces", "in a Shabaab attack"."""

from spacy.tokens import Doc, Token

from claimx.lexicon.populations import Populations
from claimx.pipeline.layers import Candidate, Layers, Offsets
from claimx.pipeline.scope.holders import phrase_of
from claimx.pipeline.scope.words import EventWords
from claimx.pipeline.wording import Wording, span_over

_HAPPENS_IN = frozenset({"in", "during", "from", "by"})
_NAMING = frozenset({"compound", "nmod", "amod", "poss"})
_NO_ACTOR = frozenset({"DATE", "TIME", "ORDINAL", "CARDINAL", "GPE", "LOC", "FAC"})
"""Entities before an event that did not do it: "the Monday attack"."""


def agent_of(doc: Doc, candidate: Candidate, events: EventWords, populations: Populations) -> Offsets | None:
    """Who did it: the subject of a verb whose object is counted, the agent of a passive one, the actor of its event.

    A quake, a blast and a landslide are no agents; of "an attack by Shabaab" the agent is Shabaab.

    Args:
        doc: The document.
        candidate: The figure.
        events: Words for events.
        populations: Words for peoples: "Chilean airstrikes".
    """
    predicate = candidate.predicate
    span = span_over(doc, predicate.start, predicate.end) if predicate else None
    figure = span_over(doc, candidate.start, candidate.end)
    if span is None or figure is None:
        return None
    verb = span.root
    if verb.dep_ in {"oprd", "acomp"} and verb.head.pos_ == "VERB":  # "left 40 people dead"
        verb = verb.head
    doer = _passive(verb) or _subject(verb, figure.root)
    if doer is None:
        event = _event_beside(verb, events)
        return (_actor(event, populations) if event is not None else None) or _at_the_hands(verb)
    if doer.lower_ in events.nouns:
        return _actor(doer, populations)
    return phrase_of(doer) if doer.pos_ in {"NOUN", "PROPN"} else None


def _passive(verb: Token) -> Token | None:
    """The agent of a passive verb: "killed by the army"."""
    agents = (child for child in verb.children if child.dep_ == "agent")
    return next((each for agent in agents for each in agent.children if each.dep_ == "pobj"), None)


def _subject(verb: Token, figure: Token) -> Token | None:
    """The subject of an active verb, also of the clause that it goes on: "opened fire, killing nine"."""
    if verb.pos_ != "VERB" or any(child.dep_ == "nsubjpass" for child in verb.children):
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None and verb.tag_ == "VBG" and verb.dep_ == "advcl":
        subject = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
    counted = subject is None or subject.is_ancestor(figure) or subject == figure
    return None if counted else subject


def _event_beside(verb: Token, events: EventWords) -> Token | None:
    """The event in which it was done: "killed in a Shabaab attack"."""
    near = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in _HAPPENS_IN)
    return next(
        (each for prep in near for each in prep.children if each.dep_ == "pobj" and each.lower_ in events.nouns), None
    )


def _actor(event: Token, populations: Populations) -> Offsets | None:
    """Who did an event: "a Shabaab attack", "Peruvian airstrikes", "an attack by Shabaab"."""
    for child in event.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ == "by":
            return next((phrase_of(each) for each in child.children if each.dep_ == "pobj"), None)
    layers = Layers.of(event.doc)
    named = [(each.start, each.end) for each in layers.places if each.role != "people"]
    named += [(each.start, each.end) for each in layers.dates]
    for child in event.lefts:
        if child.dep_ not in _NAMING or not child.text[:1].isupper():
            continue
        last = child.idx + len(child)
        if child.ent_type_ == "NORP" or populations.groups_in(child.text):
            return Offsets(child.idx, last)
        placed = any(start <= child.idx < end for start, end in named)
        if placed or child.is_sent_start:  # a capital says nothing there
            continue
        if child.pos_ in {"PROPN", "ADJ"} and child.ent_type_ not in _NO_ACTOR:
            return Offsets(child.left_edge.idx, last)
    return None


def _at_the_hands(verb: Token) -> Offsets | None:
    """Whom "died at the hands of the rebels" names."""
    if "hands" not in Wording.of(verb.doc).lower[verb.left_edge.i : verb.right_edge.i + 1]:
        return None
    for token in verb.subtree:
        if token.lower_ == "hands" and token.head.lower_ == "at":
            of = (each for child in token.children if child.lower_ == "of" for each in child.children)
            return next((phrase_of(each) for each in of if each.dep_ == "pobj"), None)
    return None
