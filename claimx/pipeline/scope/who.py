"""Who or what a figure counts."""

import re
from itertools import takewhile

from spacy.tokens import Doc

from claimx.lexicon.populations import Populations
from claimx.pipeline.layers import Candidate, Offsets
from claimx.pipeline.scope.holders import holder_of, holder_of_measure, moved_by, phrase_of
from claimx.pipeline.wording import Wording, span_over

_ONLY_SOME = re.compile(r",|\b(?:mostly|mainly|most of|largely|predominantly|including|among)\b", re.IGNORECASE)
_SAME_FIGURE = re.compile(r"[\s,;]*[(\[;]\s*(?:or\s+|about\s+)?|,?\s+or\s+")
"""Between a figure and its conversion: "2 million euros ($2.6 million)"."""


Counted = tuple[Candidate, Offsets | None]
"""A figure and what it counts."""


def counted_of(candidate: Candidate, last: Counted | None, doc: Doc, text: str) -> Offsets | None:
    """The phrase that names who or what is counted.

    Of people it is the phrase after the number, or that of the figure before where it is left out ("… killed and 74,000
    injured"); of money and shares it is what has them: "gems worth $2 million", "Lee has 46 percent".

    Args:
        candidate: The figure.
        last: The figure before it with what that one counts; None for the first.
        doc: The document.
        text: Its text.
    """
    stated = candidate.counted if candidate.counted and candidate.counted.end > candidate.counted.start else None
    if candidate.metric == "measure":
        return holder_of_measure(candidate, doc) or _measured(candidate, doc) or stated
    if candidate.metric in {"money", "votes"} or candidate.unit.startswith("percent") or candidate.unit == "point":
        if last is not None and _SAME_FIGURE.fullmatch(text, last[0].end, candidate.start):
            return last[1]
        own = holder_of(candidate, last[0] if last is not None else None, doc) or stated
        return own or _of_the_last(candidate, last, doc, people=False)
    if candidate.of is not None or stated is not None or candidate.unit != "people":
        return candidate.of or (_with_the_other(stated, doc) if stated and candidate.unit == "people" else stated)
    return moved_by(candidate, doc) or _of_the_last(candidate, last, doc, people=True)


def _of_the_last(candidate: Candidate, last: Counted | None, doc: Doc, *, people: bool) -> Offsets | None:
    """What the figure before counts, where one sentence goes on about it."""
    if last is None or (last[0].unit == "people") != people or not _one_sentence(last[0], candidate, doc):
        return None
    return last[1]


def _with_the_other(stated: Offsets, doc: Doc) -> Offsets:
    """The phrase with a second kind of people that the figure counts as well: "200 soldiers and rebels"."""
    span = span_over(doc, stated.start, stated.end)
    if span is None or span.end + 1 >= len(doc) or doc[span.end].lower_ != "and":
        return stated
    other = doc[span.end + 1]
    both = span[-1].tag_ == other.tag_ == "NNS" and other.dep_ == "conj"
    return Offsets(stated.start, other.idx + len(other)) if both else stated


def _one_sentence(first: Candidate, second: Candidate, doc: Doc) -> bool:
    wording = Wording.of(doc)
    return wording.sentence(doc, wording.at(first.start)) == wording.sentence(doc, wording.at(second.end - 1))


def _measured(candidate: Candidate, doc: Doc) -> Offsets | None:
    """What is measured: "km east of Tarvo", "earthquake" of "a 6.1-magnitude earthquake"."""
    span = span_over(doc, candidate.start, candidate.end)
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


def groups_of(text: str, counted: Offsets | None, populations: Populations) -> tuple[str, ...]:
    """Tags of the groups that all who are counted belong to: of "Palestinians, mostly women" only the first."""
    if counted is None:
        return ()
    phrase = text[counted.start : counted.end]
    cut = _ONLY_SOME.search(phrase)
    return populations.groups_in(phrase[: cut.start()] if cut and cut.start() else phrase)


def described_as(doc: Doc, candidate: Candidate) -> Offsets | None:
    """What a figure's people are said to have been: "14 of the dead were children"."""
    span = span_over(doc, candidate.start, candidate.end)
    if span is None or candidate.unit != "people" or span.root.dep_ != "nsubj" or span.root.head.lemma_ != "be":
        return None
    kinds = (child for child in span.root.head.children if child.dep_ == "attr" and child.tag_ in {"NNS", "NNPS"})
    return next((phrase_of(each) for each in kinds), None)
