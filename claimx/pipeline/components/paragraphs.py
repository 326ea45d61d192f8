"""Paragraphs (not written yet: passes the document on)."""

from spacy.language import Language
from spacy.tokens import Doc


class Paragraphs:
    """Passes the document on."""

    def __call__(self, doc: Doc) -> Doc:
        """Return the document."""
        return doc


@Language.factory("claimx_paragraphs", assigns=["doc._.claimx"])
def make_paragraphs(nlp: Language, name: str) -> Paragraphs:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return Paragraphs()
