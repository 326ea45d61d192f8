"""Scope (not written yet: passes the document on)."""

from spacy.language import Language
from spacy.tokens import Doc


class Scope:
    """Passes the document on."""

    def __call__(self, doc: Doc) -> Doc:
        """Return the document."""
        return doc


@Language.factory("claimx_scope", assigns=["doc._.claimx"])
def make_scope(nlp: Language, name: str) -> Scope:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return Scope()
