"""Metrics (not written yet: passes the document on)."""

from spacy.language import Language
from spacy.tokens import Doc


class Metrics:
    """Passes the document on."""

    def __call__(self, doc: Doc) -> Doc:
        """Return the document."""
        return doc


@Language.factory("claimx_metrics", assigns=["doc._.claimx"])
def make_metrics(nlp: Language, name: str) -> Metrics:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return Metrics()
