"""Composition: inputs into articles, articles into extractions, extractions into a comparison."""

from claimx.sources import Limits
from claimx.workflow.beside import Beside
from claimx.workflow.comparing import Compared, compare
from claimx.workflow.files import ByteStream
from claimx.workflow.reading import Item, ReadSettings, read_inputs
from claimx.workflow.run import Extracting, Extractor, ExtractSettings, extract

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
