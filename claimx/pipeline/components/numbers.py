"""Numbers (not written yet: passes the document on)."""

from spacy.language import Language
from spacy.tokens import Doc


class Numbers:
    """Passes the document on."""

    def __call__(self, doc: Doc) -> Doc:
        """Return the document."""
        return doc


@Language.factory("claimx_numbers", assigns=["doc._.claimx"])
def make_numbers(nlp: Language, name: str) -> Numbers:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return Numbers()
