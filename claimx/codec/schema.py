"""JSON Schema of what claimx writes, generated from the records so that it cannot say anything else."""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import TYPE_CHECKING, Literal

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from claimx.codec.documents import KINDS
from claimx.records.base import SCHEMA_VERSION

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo
    from pydantic_core import core_schema

SchemaName = Literal["extraction", "comparison", "error"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

ATTRIBUTE = re.compile(r"^    (\w+): (.+(?:\n {5,}.+)*)", re.MULTILINE)
"""An entry of the Attributes section of a docstring, with the lines that go on further in."""

LEFT_OUT_WHEN_NULL = frozenset(
    (
        *("in", "quantities", "pairs", "figures", "new", "differs", "found_by", "tier"),
        *("draft", "referenced", "dated_articles", "corrections", "baseline", "previous"),
    )
)
"""Keys that the records leave out when they hold nothing; every other key is always written."""


class _WrittenSchema(GenerateJsonSchema):
    """Describes the fields of a record as they are written, where its serializer only leaves some of them out."""

    def ser_schema(
        self, schema: core_schema.SerSchema | core_schema.IncExSeqSerSchema | core_schema.IncExDictSerSchema
    ) -> JsonSchemaValue | None:
        """As usual, but look through the wrapping serializers of records, which return plain mappings."""
        return None if schema["type"] == "function-wrap" else super().ser_schema(schema)

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """As usual, and say which keys are always there and, in the words of the record, what they hold."""
        described = super().model_schema(schema)
        properties: dict[str, JsonSchemaValue] = described["properties"]
        described["required"] = [key for key in properties if key not in LEFT_OUT_WHEN_NULL]
        described["description"] = cleandoc(schema["cls"].__doc__ or "").partition("\nAttributes:\n")[0].strip()
        meanings = _meanings(schema["cls"])
        for key, described_property in properties.items():
            described_property.pop("title", None)
            if key in meanings:
                described_property["description"] = meanings[key]
        return described


def _meanings(record: type[object]) -> dict[str, str]:
    """What the docstrings of a record and of those that it extends say of each key."""
    meanings: dict[str, str] = {}
    for kind in reversed(record.__mro__):
        attributes = cleandoc(kind.__dict__.get("__doc__") or "").partition("\nAttributes:\n")[2]
        for match in ATTRIBUTE.finditer(attributes):
            fields: dict[str, FieldInfo] = getattr(kind, "model_fields", {})
            alias = fields[match[1]].alias if match[1] in fields else None
            meanings[alias or match[1]] = " ".join(match[2].split())
    return meanings


def json_schema(name: SchemaName) -> dict[str, object]:
    """Describe one kind of document as JSON Schema 2020-12.

    Args:
        name: Which kind.

    Returns:
        The schema as JSON values; the same on every call.
    """
    kind = KINDS[f"claimx.{name}"]
    described = kind.model_json_schema(by_alias=True, mode="serialization", schema_generator=_WrittenSchema)
    return {"$schema": DIALECT, "$id": f"urn:claimx:schema:{name}:{SCHEMA_VERSION}", **described}
