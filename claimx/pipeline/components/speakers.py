"""Speakers (not written yet: passes the document on)."""

from spacy.language import Language
from spacy.tokens import Doc


class Speakers:
    """Passes the document on."""

    def __call__(self, doc: Doc) -> Doc:
        """Return the document."""
        return doc


@Language.factory("claimx_speakers", assigns=["doc._.claimx"])
def make_speakers(nlp: Language, name: str) -> Speakers:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return Speakers()
