"""Documents of a newer minor version: what this version does not know is dropped, and said."""

import re
from collections.abc import Mapping
from copy import deepcopy

from pydantic import ValidationError

from claimx.records.base import SCHEMA_VERSION, Record

VERSION = re.compile(r"(\d{1,6})\.(\d{1,6})", re.ASCII)


def major_of(version: object) -> int | None:
    """The major number of `1.0`; None where it is no version."""
    numbers = _numbers(version)
    return numbers[0] if numbers else None


def is_newer(version: object) -> bool:
    """Whether a version is later than the one that this claimx writes."""
    numbers, ours = _numbers(version), _numbers(SCHEMA_VERSION)
    return numbers is not None and ours is not None and numbers > ours


def drop_unknown_fields(
    value: Mapping[str, object], kind: type[Record]
) -> tuple[Mapping[str, object], tuple[str, ...]]:
    """Take out of a JSON object every field, at any depth, that a record does not have.

    Args:
        value: The object; it is not changed.
        kind: The record that it shall become.

    Returns:
        The object without those fields, and the fields as dotted paths with `*` for an index, sorted.
    """
    try:
        kind.model_validate(value)
    except ValidationError as err:
        unknown = [each["loc"] for each in err.errors(include_url=False) if each["type"] == "extra_forbidden"]
    else:
        return value, ()
    upgraded = deepcopy(dict(value))
    for location in unknown:
        _remove(upgraded, location)
    return upgraded, tuple(sorted({_dotted(location) for location in unknown}))


def _numbers(version: object) -> tuple[int, int] | None:
    match = VERSION.fullmatch(version) if isinstance(version, str) else None
    return (int(match[1]), int(match[2])) if match else None


def _remove(value: object, location: tuple[int | str, ...]) -> None:
    *parents, name = location
    for step in parents:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
    if isinstance(value, dict):
        value.pop(name, None)


def _dotted(location: tuple[int | str, ...]) -> str:
    return ".".join("*" if isinstance(part, int) else part for part in location)
