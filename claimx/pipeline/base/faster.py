"""Put the faster parts in the place of those of the base model."""

from importlib import import_module

from spacy.language import Language
from spacy.pipeline import AttributeRuler, DependencyParser, EntityRecognizer, Lemmatizer, Tok2Vec

from claimx.pipeline.base.blas import faster_ops, run_with
from claimx.pipeline.base.encoder import Encoder
from claimx.pipeline.base.names import Network
from claimx.pipeline.base.parse import ParagraphParser


def run_faster(nlp: Language) -> Language:
    """Let a base model run faster; what it annotates stays the same, but for a defect that `parse` tells of.

    The parts that are replaced stay in the pipeline, disabled. A model that is built otherwise keeps its own.

    Args:
        nlp: A loaded pipeline; it is changed in place.

    Returns:
        The same object.
    """
    for module in ("attributes", "lemmas", "vectors"):  # they register their factories
        import_module(f"claimx.pipeline.base.{module}")
    run_with(nlp, faster_ops())
    pipes = dict(nlp.pipeline)
    vectors, parser = pipes.get("tok2vec"), pipes.get("parser")
    recognizer, ruler, lemmatizer = pipes.get("ner"), pipes.get("attribute_ruler"), pipes.get("lemmatizer")
    if isinstance(vectors, Tok2Vec) and Encoder.of(vectors.model):
        nlp.add_pipe("claimx_vectors", name="vectors", after="tok2vec")
        nlp.disable_pipe("tok2vec")
    if isinstance(parser, DependencyParser) and ParagraphParser.can_run(parser):
        nlp.add_pipe("claimx_parse", name="parse", after="parser")
        nlp.disable_pipe("parser")
    if isinstance(recognizer, EntityRecognizer) and Network.of(recognizer):
        nlp.add_pipe("claimx_names", name="names", after="ner")
        nlp.disable_pipe("ner")
    if isinstance(ruler, AttributeRuler):
        nlp.add_pipe("claimx_attributes", name="attributes", after="attribute_ruler")
        nlp.disable_pipe("attribute_ruler")
    if isinstance(lemmatizer, Lemmatizer) and lemmatizer.mode == "rule" and not lemmatizer.overwrite:
        nlp.add_pipe("claimx_lemmas", name="lemmas", after="lemmatizer")
        nlp.disable_pipe("lemmatizer")
    return nlp
