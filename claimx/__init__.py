"""claimx reads news articles, tags who said what and every figure, and compares the figures across outlets.

Nothing heavy is imported before it is used: the records when one is named, spaCy when an article is read.

Example:
    >>> import claimx
    >>> article = claimx.make_article("At least 12 people were killed, police said.", source="The Post")
    >>> extractions = list(claimx.extract(article, "herald.txt"))
    >>> comparison = claimx.compare(*extractions, "agency.jsonl")
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from claimx.errors import ClaimxError

if TYPE_CHECKING:
    from claimx.compare import CompareSettings
    from claimx.records import Article, Comparison, ErrorRecord, Extraction, make_article
    from claimx.workflow.library import compare, extract, read_articles

    __version__: str

__all__ = [
    "Article",
    "ClaimxError",
    "CompareSettings",
    "Comparison",
    "ErrorRecord",
    "Extraction",
    "__version__",
    "compare",
    "extract",
    "make_article",
    "read_articles",
]

_HOMES = {
    "Article": "claimx.records",
    "CompareSettings": "claimx.compare",
    "Comparison": "claimx.records",
    "ErrorRecord": "claimx.records",
    "Extraction": "claimx.records",
    "compare": "claimx.workflow.library",
    "extract": "claimx.workflow.library",
    "make_article": "claimx.records",
    "read_articles": "claimx.workflow.library",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used."""
    if name == "__version__":
        from importlib.metadata import version

        return version("claimx")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    msg = f"module 'claimx' has no attribute {name!r}"
    raise AttributeError(msg)


class _Package(ModuleType):
    """This package: `claimx.compare` stays the function, where importing the package of that name would replace it."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
