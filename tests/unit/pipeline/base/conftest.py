"""The base model as spaCy runs it, and with the faster parts."""

import pytest
from spacy.language import Language

from claimx.pipeline.base.faster import run_faster
from claimx.pipeline.model import load_base_model


@pytest.fixture(scope="package")
def stock() -> Language:
    return load_base_model()


@pytest.fixture(scope="package")
def faster() -> Language:
    return run_faster(load_base_model())
