"""Let a Doc with layers go through `Doc.to_bytes`, and so through `nlp.pipe(n_process=2)` and a DocBin."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal

import srsly

from claimx.pipeline import layers
from claimx.textual.numbers import NumberMention

_NAME = "claimx.layers"
_DECIMAL = "__claimx_decimal__"
_TYPE = "__claimx_type__"

_TYPES = {
    kind.__name__: kind
    for kind in (NumberMention, *(each for each in vars(layers).values() if isinstance(each, type)))
    if is_dataclass(kind)
}


def _encode(value: object, chain: Callable[[object], object] | None = None) -> object:
    """Write a layer as a mapping of its fields, a decimal as its text."""
    if isinstance(value, Decimal):
        return {_DECIMAL: str(value)}
    if is_dataclass(value) and type(value).__name__ in _TYPES:
        return {_TYPE: type(value).__name__} | {each.name: getattr(value, each.name) for each in fields(value)}
    return value if chain is None else chain(value)


def _decode(value: object, chain: Callable[[object], object] | None = None) -> object:
    """Build a layer of such a mapping; msgpack gives lists for tuples."""
    if isinstance(value, dict) and _DECIMAL in value:
        return Decimal(value[_DECIMAL])
    if isinstance(value, dict) and value.get(_TYPE) in _TYPES:
        given = {key: _tuples(each) for key, each in value.items() if key != _TYPE}
        return _TYPES[value[_TYPE]](**given)
    return value if chain is None else chain(value)


def _tuples(value: object) -> object:
    return tuple(_tuples(each) for each in value) if isinstance(value, list) else value


def register_packing() -> None:
    """Teach msgpack the layers; calling it again changes nothing."""
    srsly.msgpack_encoders.register(_NAME, func=_encode)
    srsly.msgpack_decoders.register(_NAME, func=_decode)
