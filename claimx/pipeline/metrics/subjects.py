"""Whose sum, share or measure a figure is: what a number names that no noun after it says."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import Phrase, counted_phrase

NOUNS = frozenset({"NOUN", "PROPN"})
TIMES = frozenset({"DATE", "TIME"})
WORTH = frozenset({"worth", "valued", "costing", "priced", "totaling", "totalling", "estimated"})
PLACING = frozenset({"of", "from", "off", "below", "above", "outside"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
SHARED_OUT = frozenset({"votes", "money"})
"""Metrics of shares that belong to a subject: a candidate's votes, a firm's revenue."""


def name_subjects(doc: Doc, readings: list[Reading]) -> list[Reading]:
    """Give sums, shares and measures the phrase that says of whom or what they are.

    "loot worth $3 million" the loot; "Marlow leads with 44 percent" Marlow; "12 miles north of Orsk" Orsk; "(£2 million)" what the sum
    before the bracket is for.

    Args:
        doc: The document.
        readings: Readings in order of their numbers, with their metrics.
    """
    done: list[Reading] = []
    for reading in readings:
        if reading.metric is None or reading.number.kind == "count" and reading.metric not in {"votes", "measure"}:
            done.append(reading)
            continue
        phrase = _phrase(doc, reading, done[-1] if done else None)
        done.append(replace(reading, antecedent=phrase) if phrase is not None else reading)
    return done


def _phrase(doc: Doc, reading: Reading, last: Reading | None) -> Phrase | None:
    if reading.number.kind == "measure" or reading.metric == "measure":
        return _placed(doc, reading) or _after(doc, reading) or _own(doc, reading)
    if reading.number.kind == "money":
        if last is not None and last.number.kind == "money" and _bracketed(doc, reading, last):
            return last.named if last.named.head is not None else None
        return _after(doc, reading) or _own(doc, reading) or _worth(doc, reading) or _subject(doc, reading)
    if reading.metric in SHARED_OUT:
        return _rival(doc, reading, last) or _name_before(doc, reading) or _subject(doc, reading) or _own(doc, reading)
    if reading.number.kind == "percent" and reading.phrase.head is None:
        return _subject(doc, reading)
    return None


def _bracketed(doc: Doc, reading: Reading, last: Reading) -> bool:
    between = doc.text[last.number.end : reading.number.start]
    return between.strip() in {"(", ";", ",", "/"} and len(between) <= 2 and (between.strip() != "," or doc[reading.last : reading.last + 1].text == ")")


def _own(doc: Doc, reading: Reading) -> Phrase | None:
    """The noun phrase right after the number: "a $19 billion purchase"."""
    head = reading.phrase.head
    if head is None or doc[head].ent_type_ in TIMES or reading.number.kind == "measure":
        return None
    return reading.phrase


def _after(doc: Doc, reading: Reading) -> Phrase | None:
    """ "$2 million in gems", "€3 million worth of gems", "two tons of rice"."""
    index = reading.last
    if reading.number.kind == "measure" and reading.phrase.head is not None:
        index = reading.phrase.end
    if index < len(doc) and doc[index].lower_ == "worth":
        index += 1
    if index < len(doc) and doc[index].lower_ in {"in", "of"}:
        phrase = counted_phrase(doc, index, index + 1)
        if phrase.head is not None and doc[phrase.head].ent_type_ not in {*TIMES, "GPE", "LOC"}:
            return phrase
    return None


def _placed(doc: Doc, reading: Reading) -> Phrase | None:
    """ "12 miles north of Orsk": the place that the distance is from."""
    for token in doc[reading.last : reading.last + 5]:
        if token.lower_ in PLACING and token.i > reading.last:
            phrase = counted_phrase(doc, token.i, token.i + 1)
            start = token.i + 1
            while start < len(doc) and doc[start].pos_ == "DET":
                start += 1
            phrase = phrase if phrase.head is not None else counted_phrase(doc, start - 1, start)
            return phrase if phrase.head is not None else None
    return None


def _worth(doc: Doc, reading: Reading) -> Phrase | None:
    """ "jewels worth $3 million", "a loss of $3 million": the noun before."""
    root = doc[reading.first : reading.last].root
    for index in range(reading.first - 1, max(-1, reading.first - 4), -1):
        token = doc[index]
        if token.lower_ in WORTH or token.lower_ == "of":
            noun = token.head if token.head.pos_ in NOUNS and token.head.i < index else doc[index - 1]
            return _noun_phrase(noun) if noun.pos_ in NOUNS else None
    return _noun_phrase(root.head) if root.dep_ == "appos" and root.head.pos_ in NOUNS else None


def _subject(doc: Doc, reading: Reading) -> Phrase | None:
    """The subject of the clause; a relative pronoun stands for the noun before it. A share that is itself the subject is given to a name."""
    root = doc[reading.first : reading.last].root
    for child in root.children:
        if child.dep_ == "poss" and child.i < reading.first:
            return _noun_phrase(child)
    if doc[reading.first - 1].tag_ == "POS":
        return _noun_phrase(doc[max(0, reading.first - 2)])
    token = root
    for ancestor in root.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            found = _subject_of(ancestor, reading)
            if found is not None:
                return found
            if token.dep_ in SUBJECTS:
                return _named_object(ancestor)
            if ancestor.dep_ not in {"conj", "xcomp", "advcl", "aux", "acl"}:
                return None
            if ancestor.dep_ == "acl" and ancestor.head.pos_ in NOUNS:
                return _noun_phrase(ancestor.head)
        token = ancestor
    if root.dep_ in {"appos", "npadvmod", "nmod"} and root.head.pos_ in NOUNS and root.head.i < reading.first:
        return _noun_phrase(root.head)
    return None


def _subject_of(verb: Token, reading: Reading) -> Phrase | None:
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.i < reading.first and not child.like_num:
            if child.tag_ in {"WDT", "WP"}:
                return _noun_phrase(verb.head) if verb.head.pos_ in NOUNS else None
            return _noun_phrase(child) if child.pos_ in NOUNS else None
    return None


def _named_object(verb: Token) -> Phrase | None:
    """ "46 percent would choose Marlow": Marlow."""
    for token in verb.subtree:
        if token.i > verb.i and token.pos_ == "PROPN" and token.dep_ not in {"compound", "amod"}:
            return _noun_phrase(token)
    return None


def _rival(doc: Doc, reading: Reading, last: Reading | None) -> Phrase | None:
    """ "Marlow leads Teller by 49 percent to 47 percent": the second figure is Teller's."""
    if last is None or doc.text[last.number.end : reading.number.start].strip() != "to":
        return None
    for ancestor in doc[last.first : last.last].root.ancestors:
        for child in ancestor.children:
            if child.dep_ in {"dobj", "dative"} and child.pos_ == "PROPN" and child.i < last.first:
                return _noun_phrase(child)
    return None


def _name_before(doc: Doc, reading: Reading) -> Phrase | None:
    """ "Marlow 3 percent and Teller 2 percent": the name right before the number."""
    token = doc[reading.first - 1]
    if reading.first > 0 and token.pos_ == "PROPN" and token.ent_type_ not in TIMES:
        return _noun_phrase(token)
    return None


def _noun_phrase(head: Token) -> Phrase:
    """A noun with what stands before it."""
    left = [child for child in head.lefts if child.dep_ in {"compound", "amod", "poss", "nmod", "nummod"}]
    start = min((token.left_edge.i for token in left), default=head.i)
    return Phrase(start=start, end=head.i + 1, head=head.i)
