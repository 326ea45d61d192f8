"""The targets, a module each; every one has a folder of the same name in the corpus."""

import importlib
import importlib.util
from typing import cast

from fuzz.target import Target

NAMES = (
    "numbers",
    "quotemarks",
    "dates",
    "layout",
    "names",
    "terminal",
    "text",
    "html",
    "markup",
    "jsonl",
    "extraction",
    "feed",
    "warc",
    "pdf",
    "docx",
    "gunzip",
    "settings",
    "sidefiles",
    "toml",
    "baseline",
    "codec",
    "compare",
    "figures",
    "extract",
)
"""The parts that depend on nothing but a string first, then the readers, and the whole at the end."""

EXTRAS = {"feed": "feedparser", "warc": "fastwarc", "pdf": "pypdf", "docx": "docx"}
"""Libraries of an extra that a target cannot do without."""


def target_of(name: str) -> Target:
    """The target of a name."""
    return cast("Target", importlib.import_module(f"{__name__}.{name}").TARGET)


def missing(name: str) -> str | None:
    """The library that a target needs and that is not installed; None where it can run."""
    library = EXTRAS.get(name)
    return library if library and importlib.util.find_spec(library) is None else None
