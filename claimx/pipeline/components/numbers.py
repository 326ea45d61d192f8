"""Find the number expressions of an article with the words of the lexicon."""

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from claimx.lexicon.lexicon import load_lexicon
from claimx.pipeline.layers import update
from claimx.pipeline.number_words import number_words
from claimx.textual.numbers import NumberWords, find_numbers


@cache
def english_number_words() -> NumberWords:
    """The number words of the English lexicon."""
    return number_words(load_lexicon().numbers)


class Numbers:
    """Writes `Layers.numbers`.

    Args:
        words: The words to go by.
    """

    def __init__(self, words: NumberWords) -> None:
        self._words = words

    def __call__(self, doc: Doc) -> Doc:
        """Find the numbers of a document."""
        return update(doc, numbers=find_numbers(doc.text, self._words))


@Language.factory("claimx_numbers", assigns=["doc._.claimx"])
def make_numbers(nlp: Language, name: str) -> Numbers:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return Numbers(english_number_words())
