"""Articles in: one reader for each input format, and what is known of an article beside its text."""

from claimx.sources.discover import Found, discover
from claimx.sources.formats import Format, collection_reader_of, format_of, reader_of, suffix_of
from claimx.sources.interface import Details, Limits, Loaded, Page
from claimx.sources.jsonl import FieldMap, article_of
from claimx.sources.manifest import Manifests
from claimx.sources.metadata import load_article, parse_published, without_surrogates

__all__ = [
    "Details",
    "FieldMap",
    "Format",
    "Found",
    "Limits",
    "Loaded",
    "Manifests",
    "Page",
    "article_of",
    "collection_reader_of",
    "discover",
    "format_of",
    "load_article",
    "parse_published",
    "reader_of",
    "suffix_of",
    "without_surrogates",
]
