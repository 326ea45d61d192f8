"""Certainty (not written yet: passes the document on)."""

from spacy.language import Language
from spacy.tokens import Doc


class Certainty:
    """Passes the document on."""

    def __call__(self, doc: Doc) -> Doc:
        """Return the document."""
        return doc


@Language.factory("claimx_certainty", assigns=["doc._.claimx"])
def make_certainty(nlp: Language, name: str) -> Certainty:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return Certainty()
