"""claimx's own JSON, in and out: the only place that knows how records are written down."""

from claimx.codec.documents import Decoded, Document, decode_document, is_document, read_documents
from claimx.codec.schema import SchemaName, json_schema
from claimx.codec.values import JsonValue, read_values
from claimx.codec.write import ByteSink, JsonForm, encode, write_comparison, write_extractions

__all__ = [
    "ByteSink",
    "Decoded",
    "Document",
    "JsonForm",
    "JsonValue",
    "SchemaName",
    "decode_document",
    "encode",
    "is_document",
    "json_schema",
    "read_documents",
    "read_values",
    "write_comparison",
    "write_extractions",
]
