"""Parts (not written yet: passes the document on)."""

from spacy.language import Language
from spacy.tokens import Doc


class Parts:
    """Passes the document on."""

    def __call__(self, doc: Doc) -> Doc:
        """Return the document."""
        return doc


@Language.factory("claimx_parts", assigns=["doc._.claimx"])
def make_parts(nlp: Language, name: str) -> Parts:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return Parts()
