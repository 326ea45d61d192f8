"""What all records share: they are frozen, strict about their fields, and named by their content."""

import hashlib
import json
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PlainSerializer, WithJsonSchema

SCHEMA_VERSION = "1.0"


class Record(BaseModel):
    """An immutable value that reads and writes the JSON of the contract; unknown fields are refused."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True, validate_default=True
    )

    def model_post_init(self, _: object, /) -> None:
        """Let all records of a kind share one set of the names of their fields.

        Which fields were given and which left out is never asked of a record, and a set of its own for each span took
        two fifths of the memory of a million claims.
        """
        object.__setattr__(self, "__pydantic_fields_set__", _names_of_fields(type(self)))


@cache
def _names_of_fields(record: type[Record]) -> set[str]:
    return set(record.model_fields)


def _to_decimal(value: object) -> object:
    """Floats by their shortest decimal, so that 33.33 is 33.33 and not the nearest binary fraction."""
    if isinstance(value, bool):
        msg = "a number is wanted, not true or false"
        raise ValueError(msg)  # noqa: TRY004 - pydantic turns ValueError, not TypeError, into a validation error
    return Decimal(repr(value)) if isinstance(value, float) else value


MAX_DIGITS = 60
"""Before or behind the point. "1E+9999999" is a line of JSON, and writing the number out takes hours."""
EXACT_DIGITS = 15
"""So many of any fraction come through JSON as they are."""


def _is_bounded(value: Decimal) -> Decimal:
    """Hold a number to what can be written, and a fraction to what is read again: 999999999999999987.5 is 10¹⁸."""
    digits = len(value.as_tuple().digits)
    if value and (abs(value.adjusted()) > MAX_DIGITS or digits > MAX_DIGITS):
        msg = f"a number may have no more than {MAX_DIGITS} digits"
        raise ValueError(msg)
    if digits > EXACT_DIGITS and value != value.to_integral_value():
        return Decimal(repr(float(value)))
    return value


def _to_json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal,
    BeforeValidator(_to_decimal),
    AfterValidator(_is_bounded),
    PlainSerializer(_to_json_number, return_type=int | float, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
"""An exact decimal; in JSON a number, without a point where it is whole."""


@lru_cache(maxsize=256)
def _to_confidence(value: Decimal) -> Decimal:
    """Two decimals from the start: what is compared in one run must be what would have been written between two."""
    if not 0 <= value <= 1:
        msg = "a confidence lies between 0 and 1"
        raise ValueError(msg)
    return Decimal(repr(round(float(value), 2))).normalize()


Confidence = Annotated[
    Decimal,
    BeforeValidator(_to_decimal),
    AfterValidator(_to_confidence),
    PlainSerializer(float, return_type=float, when_used="json"),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1}),
]
"""How sure a rule is, 0 to 1, two decimals."""

Level = Literal["error", "warning", "note"]


_WRITER = json.JSONEncoder(ensure_ascii=False)


def content_id(prefix: str, *parts: object) -> str:
    """Name a thing by what it is: the same parts give the same id on every machine.

    Args:
        prefix: One or two letters that tell the kind of thing.
        *parts: What identifies it; anything that `str` renders the same everywhere.

    Returns:
        The prefix, a hyphen and 12 hexadecimal digits.
    """
    joined = _WRITER.encode([str(part) for part in parts])
    return f"{prefix}-{hashlib.sha256(joined.encode()).hexdigest()[:12]}"


def text_sha256(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, in hexadecimal; lone surrogates are kept as they are."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def distinct(ids: Iterable[str]) -> bool:
    """Whether no id occurs twice."""
    seen = list(ids)
    return len(seen) == len(set(seen))
