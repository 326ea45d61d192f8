"""Find the number expressions of an article with the words of the lexicon."""

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from claimx.lexicon.lexicon import load_lexicon
from claimx.pipeline.layers import Context, Layers, update
from claimx.pipeline.number_words import number_words, outlet_currencies
from claimx.pipeline.wording import Wording
from claimx.textual.numbers import NumberMention, NumberWords, find_numbers
from claimx.textual.outlets import OutletCurrencies, outlet_currency


@cache
def english_number_words(home: str | None = None) -> NumberWords:
    """The number words of the English lexicon.

    Args:
        home: Currency of the outlet's country, where it is known.
    """
    return number_words(load_lexicon().numbers, home)


class Numbers:
    """Writes `Layers.numbers`.

    Args:
        outlets: What outlets mean by signs of money that several countries share.
    """

    def __init__(self, outlets: OutletCurrencies) -> None:
        self._outlets = outlets

    def __call__(self, doc: Doc) -> Doc:
        """Find the numbers of a document, unless they were given with it."""
        if Layers.of(doc).numbers:
            return doc
        return update(doc, numbers=self.find(Wording.of(doc).text, Layers.of(doc).context))

    def find(self, text: str, context: Context) -> tuple[NumberMention, ...]:
        """Find the numbers of a text of which this is known."""
        home = outlet_currency(context.source, context.url, self._outlets)
        return find_numbers(text, english_number_words(home))


@Language.factory("claimx_numbers", assigns=["doc._.claimx"])
def make_numbers(nlp: Language, name: str) -> Numbers:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return Numbers(outlet_currencies(load_lexicon().numbers))
