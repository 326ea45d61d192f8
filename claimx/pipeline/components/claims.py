"""Claims (not written yet: passes the document on)."""

from spacy.language import Language
from spacy.tokens import Doc


class Claims:
    """Passes the document on."""

    def __call__(self, doc: Doc) -> Doc:
        """Return the document."""
        return doc


@Language.factory("claimx_claims", assigns=["doc._.claimx"])
def make_claims(nlp: Language, name: str) -> Claims:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return Claims()
