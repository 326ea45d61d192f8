"""Composition: inputs into articles, articles into extractions, extractions into a comparison."""

from claimx.sources import Limits
from claimx.workflow.beginning import ByteStream
from claimx.workflow.beside import Beside
from claimx.workflow.comparing import Compared, compare
from claimx.workflow.extracting import extract
from claimx.workflow.extractor import Extracting, Extractor, ExtractSettings
from claimx.workflow.reading import Item, ReadSettings, read_inputs

__all__ = [
    "Beside",
    "ByteStream",
    "Compared",
    "ExtractSettings",
    "Extracting",
    "Extractor",
    "Item",
    "Limits",
    "ReadSettings",
    "compare",
    "extract",
    "read_inputs",
]
