"""Attribution (not written yet: passes the document on)."""

from spacy.language import Language
from spacy.tokens import Doc


class Attribution:
    """Passes the document on."""

    def __call__(self, doc: Doc) -> Doc:
        """Return the document."""
        return doc


@Language.factory("claimx_attribution", assigns=["doc._.claimx"])
def make_attribution(nlp: Language, name: str) -> Attribution:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return Attribution()
