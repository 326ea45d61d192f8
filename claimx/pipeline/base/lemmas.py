"""The lemmatizer of the base model, asked once for each form of a word."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

import numpy as np
from spacy.attrs import LEMMA
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc, Token

if TYPE_CHECKING:
    from thinc.types import Ints2d

ASKED = ("ORTH", "POS", "MORPH", "LEMMA")
"""What a lemma hangs on, and whether there is one."""


class Lemmas:
    """Writes the lemmas of the lemmatizer that it is made of.

    Args:
        lemmatizer: The lemmatizer of a base model, which goes by rules.
    """

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self.lemmatizer = lemmatizer
        self.strings = lemmatizer.vocab.strings
        self.cache: dict[tuple[int, ...], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Write the lemma of each token that has none."""
        if not len(doc):
            return doc
        lemmas: list[int] = []
        for index, (*form, lemma) in enumerate(doc.to_array(list(ASKED)).tolist()):
            # What is kept is the lemma's text: its number is forgotten by the vocabulary after an article.
            lemmas.append(lemma or self.strings.add(self.cache.get(tuple(form)) or self._asked(doc[index], form)))
        doc.from_array([LEMMA], cast("Ints2d", np.array(lemmas, dtype=np.uint64)))
        return doc

    def _asked(self, token: Token, form: Iterable[int]) -> str:
        """The lemma of a form that is met for the first time."""
        self.cache[tuple(form)] = lemma = str(self.lemmatizer.lemmatize(token)[0])
        return lemma


@Language.factory("claimx_lemmas", assigns=["token.lemma"])
def make_lemmas(nlp: Language, name: str) -> Lemmas:  # noqa: ARG001 - the signature of a factory
    """Build the component from the lemmatizer that the pipeline has.

    Raises:
        ValueError: If there is none, or it looks at more than one token.
    """
    lemmatizer = nlp.get_pipe("lemmatizer")
    if not isinstance(lemmatizer, Lemmatizer) or lemmatizer.mode != "rule" or lemmatizer.overwrite:
        raise ValueError("the lemmatizer does not go by rules as that of the base model")
    return Lemmas(lemmatizer)
