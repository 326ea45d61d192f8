"""JSON Schema of what claimx writes, generated from the records so that it cannot say anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from claimx.codec.documents import KINDS
from claimx.records.base import SCHEMA_VERSION

if TYPE_CHECKING:
    from pydantic_core import core_schema

SchemaName = Literal["extraction", "comparison", "error"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

LEFT_OUT_WHEN_NULL = frozenset({"in", "quantities", "pairs"})
"""Keys that the records leave out when they hold nothing; every other key is always written."""


class _WrittenSchema(GenerateJsonSchema):
    """Describes the fields of a record as they are written, where its serializer only leaves some of them out."""

    def ser_schema(
        self, schema: core_schema.SerSchema | core_schema.IncExSeqSerSchema | core_schema.IncExDictSerSchema
    ) -> JsonSchemaValue | None:
        """As usual, but look through the wrapping serializers of records, which return plain mappings."""
        return None if schema["type"] == "function-wrap" else super().ser_schema(schema)

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """As usual, and say which keys are always there."""
        described = super().model_schema(schema)
        described["required"] = [key for key in described["properties"] if key not in LEFT_OUT_WHEN_NULL]
        return described


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
