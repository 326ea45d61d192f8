"""Events (not written yet: passes the document on)."""

from spacy.language import Language
from spacy.tokens import Doc


class Events:
    """Passes the document on."""

    def __call__(self, doc: Doc) -> Doc:
        """Return the document."""
        return doc


@Language.factory("claimx_events", assigns=["doc._.claimx"])
def make_events(nlp: Language, name: str) -> Events:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return Events()
