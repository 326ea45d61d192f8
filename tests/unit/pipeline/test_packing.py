from decimal import Decimal

import spacy
from spacy.tokens import Doc

from claimx.pipeline.layers import Candidate, Context, Layers, Offsets, Scope, ensure_extension, update
from claimx.pipeline.packing import register_packing


def test_layers_survive_bytes() -> None:
    ensure_extension()
    register_packing()
    nlp = spacy.blank("en")
    candidate = Candidate(0, 0, 4, "killed", "people", counted=Offsets(5, 8), confidence=Decimal("0.9"))
    layers = {"context": Context(published="2024-01-02"), "candidates": (candidate,), "scopes": (Scope(groups=("a",)),)}
    doc = update(nlp("Nine men drowned."), **layers)

    assert Layers.of(Doc(nlp.vocab).from_bytes(doc.to_bytes())) == Layers(**layers)
