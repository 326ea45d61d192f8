"""Whose sum, share or measure a figure is: what a number names that no noun after it says."""

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimx.pipeline.clauses import SUBJECTS
from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import NOUNS, TIMES, Phrase, counted_phrase

PLACING = frozenset({"of", "from", "off", "below", "above", "outside"})
SHARED_OUT = frozenset({"votes", "money"})
"""Metrics of shares that belong to a subject: a candidate's votes, a firm's revenue."""

PASSED_ON = frozenset({"conj", "xcomp", "advcl", "aux", "acl"})
"""Relations through which a verb has the subject of the verb above it."""

BEFORE_BOUND = frozenset({"compound", "amod", "poss", "nmod", "nummod"})
WORTH_REACH, PLACE_REACH, QUAKE_REACH = 3, 5, 5


class SubjectReader:
    """Names whose figure it is.

    Attributes:
        worth: Words between a thing and its price.
        quakes: Words for quakes.
    """

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        self.worth = words["worth"]
        self.quakes = words["quakes"]

    def read(self, doc: Doc, readings: list[Reading]) -> list[Reading]:
        """Give sums, shares and measures the phrase that says of whom or what they are.

        "loot worth $3 million" the loot; "Marlow leads with 44 percent" Marlow; "12 miles north of Orsk" Orsk;
        "(£4 million)" what the sum before the bracket is for.

        Args:
            doc: The document.
            readings: Readings in order of their numbers, with their metrics.
        """
        done: list[Reading] = []
        for reading in readings:
            counts = reading.number.kind == "count" and reading.metric not in {"votes", "measure"}
            if reading.metric is None or counts:
                done.append(reading)
            elif reading.metric == "measure":
                done.append(self._of_measure(doc, reading))
            else:
                phrase = self._phrase(doc, reading, done[-1] if done else None)
                done.append(reading if phrase is None else replace(reading, antecedent=phrase))
        return done

    def _phrase(self, doc: Doc, reading: Reading, last: Reading | None) -> Phrase | None:
        if reading.number.kind == "money":
            return self._of_sum(doc, reading, last)
        if reading.metric in SHARED_OUT:
            named = _rival(doc, reading, last) or _name_before(doc, reading)
            return named or _subject(doc, reading) or _own(doc, reading)
        bare = reading.number.kind == "percent" and reading.phrase.head is None
        return (_name_before(doc, reading) or _subject(doc, reading)) if bare else None

    def _of_measure(self, doc: Doc, reading: Reading) -> Reading:
        """What is measured, in place of the unit: the place of a distance, the quake, the thing that is so long."""
        if reading.unit == "magnitude":
            phrase = self._quake(doc, reading)
        else:
            phrase = _placed(doc, reading) or _after(doc, reading) or _beyond_unit(doc, reading)
            phrase = phrase or _subject(doc, reading)
        nothing = Phrase(start=reading.last, end=reading.last, head=None)
        return replace(reading, phrase=nothing, antecedent=phrase)

    def _quake(self, doc: Doc, reading: Reading) -> Phrase | None:
        for token in doc[max(0, reading.first - QUAKE_REACH) : reading.last + QUAKE_REACH]:
            if token.lower_ in self.quakes:
                return Phrase(start=token.i, end=token.i + 1, head=token.i)
        return None

    def _of_sum(self, doc: Doc, reading: Reading, last: Reading | None) -> Phrase | None:
        if last is not None and _is_conversion(reading, last):
            return last.named if last.named.head is not None else None
        found = _after(doc, reading) or _own(doc, reading)
        return found or self._worth(doc, reading) or _subject(doc, reading)

    def _worth(self, doc: Doc, reading: Reading) -> Phrase | None:
        """The noun before, as in "jewels worth $3 million", "a loss of $3 million"."""
        for index in range(reading.first - 1, max(0, reading.first - 1 - WORTH_REACH), -1):
            token = doc[index]
            if token.lower_ in self.worth:
                before = token.head.pos_ in NOUNS and token.head.i < index
                noun = token.head if before else doc[index - 1]
                return _noun_phrase(noun) if noun.pos_ in NOUNS else None
        root = doc[reading.first : reading.last].root
        return _noun_phrase(root.head) if root.dep_ == "appos" and root.head.pos_ in NOUNS else None


def _is_conversion(reading: Reading, last: Reading) -> bool:
    """Whether a sum gives the one before it in another currency: "€5 million ($5.4 million)"."""
    between = reading.text[last.number.end : reading.number.start]
    return last.number.kind == "money" and between.strip() in {"(", ";", "/"}


def _own(doc: Doc, reading: Reading) -> Phrase | None:
    """The noun phrase right after the number: "a $7 billion purchase"."""
    head = reading.phrase.head
    return None if head is None or doc[head].ent_type_ in TIMES else reading.phrase


def _after(doc: Doc, reading: Reading) -> Phrase | None:
    """What stands after "in" or "of": "$2 million in gems", "€3 million worth of gems", "two tons of rice"."""
    index = reading.last
    if reading.number.kind == "measure" and reading.phrase.head is not None:
        index = reading.phrase.end
    if index < len(doc) and doc[index].lower_ == "worth":
        index += 1
    if index >= len(doc) or doc[index].lower_ not in {"in", "of"}:
        return None
    phrase = counted_phrase(doc, index + 1)
    other = phrase.head is None or doc[phrase.head].ent_type_ in {*TIMES, "GPE", "LOC"}
    return None if other else phrase


def _beyond_unit(doc: Doc, reading: Reading) -> Phrase | None:
    """The noun after a unit: "a 100-foot cliff", "175 kilometres per hour winds"."""
    head = reading.phrase.head
    if head is None:
        return None
    if head > reading.phrase.start:
        return Phrase(start=head, end=head + 1, head=head)
    start = reading.phrase.end
    if start + 1 < len(doc) and doc[start].lower_ in {"per", "an", "a"}:
        start += 2
    phrase = counted_phrase(doc, start)
    return phrase if phrase.head is not None else None


def _placed(doc: Doc, reading: Reading) -> Phrase | None:
    """The place that a distance is from: "12 miles north of Orsk"."""
    for token in doc[reading.last + 1 : reading.last + PLACE_REACH]:
        if token.lower_ in PLACING:
            start = token.i + 1
            while start < len(doc) and doc[start].pos_ == "DET":
                start += 1
            phrase = counted_phrase(doc, start)
            return phrase if phrase.head is not None else None
    return None


def _rival(doc: Doc, reading: Reading, last: Reading | None) -> Phrase | None:
    """The loser's name, as in "Marlow leads Teller by 51 percent to 44 percent": the second figure is Teller's."""
    if last is None or reading.text[last.number.end : reading.number.start].strip() != "to":
        return None
    for ancestor in doc[last.first : last.last].root.ancestors:
        for child in ancestor.children:
            if child.dep_ in {"dobj", "dative"} and child.pos_ == "PROPN" and child.i < last.first:
                return _noun_phrase(child)
    return None


def _name_before(doc: Doc, reading: Reading) -> Phrase | None:
    """The name right before the number: "Marlow 3 percent and Teller 2 percent"."""
    token = doc[reading.first - 1]
    named = reading.first > 0 and token.pos_ == "PROPN" and token.ent_type_ not in TIMES
    return _noun_phrase(token) if named else None


def _subject(doc: Doc, reading: Reading) -> Phrase | None:
    """Whose figure it is: an owner ("Teller's 47 percent"), the subject of the clause, or a name in it."""
    root = doc[reading.first : reading.last].root
    owner = next((child for child in root.children if child.dep_ == "poss" and child.i < reading.first), None)
    if owner is None and reading.first > 1 and doc[reading.first - 1].tag_ == "POS":
        owner = doc[reading.first - 2]
    if owner is not None:
        return _noun_phrase(owner)
    return _subject_above(root, reading)


def _subject_above(root: Token, reading: Reading) -> Phrase | None:
    token = root
    for verb in root.ancestors:
        if verb.pos_ in {"VERB", "AUX"}:
            found = _named_object(verb) if token.dep_ in SUBJECTS else _subject_of(verb, reading)
            if found is not None or verb.dep_ not in PASSED_ON:
                return found
            if verb.dep_ == "acl" and verb.head.pos_ in NOUNS:
                return _noun_phrase(verb.head)
        token = verb
    beside = root.dep_ in {"appos", "npadvmod", "nmod"} and root.head.pos_ in NOUNS and root.head.i < reading.first
    return _noun_phrase(root.head) if beside else None


def _subject_of(verb: Token, reading: Reading) -> Phrase | None:
    """The subject of a verb; a relative pronoun stands for the noun before it."""
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.i < reading.first and not child.like_num:
            noun = verb.head if child.tag_ in {"WDT", "WP"} else child
            return _noun_phrase(noun) if noun.pos_ in NOUNS else None
    return None


def _named_object(verb: Token) -> Phrase | None:
    """A name after the verb whose subject is the share: "41 percent would choose Marlow"."""
    for token in verb.subtree:
        if token.i > verb.i and token.pos_ == "PROPN" and token.dep_ not in {"compound", "amod"}:
            return _noun_phrase(token)
    return None


def _noun_phrase(head: Token) -> Phrase:
    """A noun with what stands before it."""
    left = [child for child in head.lefts if child.dep_ in BEFORE_BOUND]
    start = min((token.left_edge.i for token in left), default=head.i)
    return Phrase(start=start, end=head.i + 1, head=head.i)
