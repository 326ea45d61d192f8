"""The token vectors that tagger and parser of the base model share."""

from spacy.language import Language
from spacy.pipeline import Tok2Vec
from spacy.tokens import Doc

from claimx.pipeline.base.encoder import Encoder


class TokenVectors:
    """Writes `doc.tensor` as the pipe that it is made of does.

    Args:
        encoder: The network of that pipe.
    """

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder

    def __call__(self, doc: Doc) -> Doc:
        """Write the vectors of a document whose tokens are set."""
        if len(doc):
            doc.tensor = self.encoder(doc)  # type: ignore[assignment]  # the stub knows one width of number
        return doc


@Language.factory("claimx_vectors", assigns=["doc.tensor"])
def make_vectors(nlp: Language, name: str) -> TokenVectors:  # noqa: ARG001 - the signature of a factory
    """Build the component from the token vectors that the pipeline has.

    Raises:
        ValueError: If there are none, or they are built in another way than the base model's.
    """
    pipe = nlp.get_pipe("tok2vec")
    encoder = Encoder.of(pipe.model) if isinstance(pipe, Tok2Vec) else None
    if encoder is None:
        raise ValueError("the token vectors are not built as those of the base model")
    return TokenVectors(encoder)
