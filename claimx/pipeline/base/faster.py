"""Put the faster parts in the place of those of the base model."""

from importlib import import_module

from spacy.language import Language
from spacy.pipeline import AttributeRuler, EntityRecognizer

from claimx.pipeline.base.blas import faster_ops, run_with
from claimx.pipeline.base.names import Network


def run_faster(nlp: Language) -> Language:
    """Let a base model run faster; what it annotates stays the same.

    The parts that are replaced stay in the pipeline, disabled. A model that is built otherwise keeps its own.

    Args:
        nlp: A loaded pipeline; it is changed in place.

    Returns:
        The same object.
    """
    import_module("claimx.pipeline.base.attributes")  # registers its factory
    run_with(nlp, faster_ops())
    pipes = dict(nlp.pipeline)
    recognizer, ruler = pipes.get("ner"), pipes.get("attribute_ruler")
    if isinstance(recognizer, EntityRecognizer) and Network.of(recognizer):
        nlp.add_pipe("claimx_names", name="names", after="ner")
        nlp.disable_pipe("ner")
    if isinstance(ruler, AttributeRuler):
        nlp.add_pipe("claimx_attributes", name="attributes", after="attribute_ruler")
        nlp.disable_pipe("attribute_ruler")
    return nlp
