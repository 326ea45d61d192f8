"""Quotes (not written yet: passes the document on)."""

from spacy.language import Language
from spacy.tokens import Doc


class Quotes:
    """Passes the document on."""

    def __call__(self, doc: Doc) -> Doc:
        """Return the document."""
        return doc


@Language.factory("claimx_quotes", assigns=["doc._.claimx"])
def make_quotes(nlp: Language, name: str) -> Quotes:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return Quotes()
