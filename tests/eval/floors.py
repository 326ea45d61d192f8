"""Floors under the measured figures: they may rise by themselves and fall only with a reason."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

MARGIN = 0.003
"""How far below its floor a share may be: sums of floats come out a little different on another processor."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one set of articles.

    Attributes:
        data: Hash of the data that they were measured on.
        figures: The floors, by name of the figure.
        reasons: Why a floor was lowered, by name.
    """

    data: str
    figures: Mapping[str, float]
    reasons: Mapping[str, str] = field(default_factory=dict)


def read_floors(path: Path) -> dict[str, Floors]:
    """Read `floors.json`; nothing where there is no file yet."""
    if not path.exists():
        return {}
    tables = json.loads(path.read_text(encoding="utf-8"))
    return {name: Floors(table["data"], table["floors"], table.get("lowered", {})) for name, table in tables.items()}


def write_floors(path: Path, floors: Mapping[str, Floors]) -> None:
    """Write `floors.json`."""
    tables = {
        name: {"data": entry.data, "floors": dict(entry.figures)}
        | ({"lowered": dict(entry.reasons)} if entry.reasons else {})
        for name, entry in floors.items()
    }
    path.write_text(json.dumps(tables, indent=2) + "\n", encoding="utf-8")


def below(figures: Mapping[str, float], floors: Floors | None) -> dict[str, float]:
    """The figures that are below their floor, with the floor; a count has no margin."""
    if floors is None:
        return {}
    return {
        name: floor
        for name, floor in floors.figures.items()
        if figures.get(name, 0) < floor - (MARGIN if isinstance(floor, float) else 0)
    }


def floor_under(value: float) -> float:
    """The floor that a measured figure earns: a count itself, a share cut to three decimals."""
    return value if isinstance(value, int) else math.floor(value * 1000) / 1000


def raised(
    figures: Mapping[str, float], old: Floors | None, *, data: str, allow_regression: str | None
) -> tuple[Floors, list[str]]:
    """Move floors up to what was measured.

    Args:
        figures: What was measured.
        old: The floors so far.
        data: Hash of the data that it was measured on.
        allow_regression: Why floors may be lowered; without it they stay where they are.

    Returns:
        The new floors, and the names of figures whose floor would have to be lowered but was not.
    """
    new: dict[str, float] = {}
    reasons = dict(old.reasons) if old else {}
    refused: list[str] = []
    for name, value in figures.items():
        earned, before = floor_under(value), old.figures.get(name) if old else None
        if before is None or earned >= before:
            new[name] = earned
            if before is not None and earned > before:
                reasons.pop(name, None)
        elif allow_regression:
            new[name], reasons[name] = earned, allow_regression
        else:
            new[name] = before
            refused.append(name)
    return Floors(data, new, {name: why for name, why in reasons.items() if name in new}), refused
