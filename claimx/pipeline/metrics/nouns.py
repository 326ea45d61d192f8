"""What sort of thing a counted noun is, and the unit that it gives."""

from typing import Literal, get_args

from spacy.tokens import Doc, Token

from claimx.lexicon.metrics import MetricLexicon
from claimx.lexicon.populations import Populations
from claimx.pipeline.phrases import Phrase

NounClass = Literal["person", "animal", "uncounted", "thing"]
CLASSES: tuple[NounClass, ...] = get_args(NounClass)
PERSON_ENDINGS = ("men", "women", "man", "woman", "ists", "ist", "icians", "ician", "crats", "ologists", "folk")
SHORTEST = 4
"""Endings say nothing of words no longer than this: "list"."""

MISREAD = {"doses": "dose", "bases": "base"}
"""Plurals that the model makes "dos" and "basis" of."""

PEOPLE = "people"


class NounClasses:
    """Classifies nouns by the lexicon, by the endings of words for people, and by named peoples.

    Attributes:
        lexicon: Class of each noun form.
        populations: Words for groups of people and peoples.
    """

    def __init__(self, lexicon: MetricLexicon, populations: Populations) -> None:
        self.lexicon = lexicon
        self.populations = populations

    def of(self, token: Token) -> NounClass:
        """The class of a noun where it stands."""
        word = token.lower_
        known = self.lexicon.nouns.get(word)
        for name in CLASSES:
            if name == known:
                return name
        people = word in self.populations.words or (token.ent_type_ == "NORP" and token.tag_ != "JJ")
        ending = len(word) > SHORTEST and word.endswith(PERSON_ENDINGS)
        return "person" if people or ending else "thing"


def unit_of(doc: Doc, phrase: Phrase) -> str:
    """The counted noun in the singular, with the nouns before it: "rocket launcher"."""
    if phrase.head is None:
        return "item"
    head = doc[phrase.head]
    first = phrase.head
    while first - 1 >= phrase.start and doc[first - 1].pos_ == "NOUN" and doc[first - 1].dep_ == "compound":
        first -= 1
    before = [token.lower_ for token in doc[first : phrase.head]]
    if head.lower_ in MISREAD:
        return " ".join([*before, MISREAD[head.lower_]])
    last = head.lemma_.lower() if head.pos_ == "NOUN" else _singular(head.lower_)
    return " ".join([*before, last])


def _singular(word: str) -> str:
    """The singular of a noun written as a name: "Shootings"."""
    if len(word) < SHORTEST or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]
