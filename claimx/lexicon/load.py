"""Read lexicon files; what is wrong in one is said with the file and the entry."""

import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

from pydantic import ValidationError

from claimx.errors import LexiconError
from claimx.lexicon.entry import Entry

EntryT = TypeVar("EntryT", bound=Entry)


def lexicon_folder(language: str = "en") -> Traversable:
    """The folder of TOML files that ships for a language."""
    return files("claimx.lexicon") / "data" / language


def read_entries(file: Traversable, kind: type[EntryT]) -> tuple[EntryT, ...]:
    """Read the `[[entry]]` tables of one TOML file.

    Args:
        file: The TOML file.
        kind: The type that its entries must have.

    Returns:
        The entries in the file's order.

    Raises:
        LexiconError: If the file is missing or no TOML, or an entry lacks a field, has an unknown one or a known id.
    """
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8")).get("entry", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as err:
        raise LexiconError(f"{file.name}: {err}", remedy="mend the TOML of this file") from err
    entries: dict[str, EntryT] = {}
    for number, table in enumerate(tables, 1):
        name = table.get("id", f"number {number}") if isinstance(table, dict) else f"number {number}"
        try:
            entry = kind.model_validate(table)
        except ValidationError as err:
            raise problem_with(err, f"{file.name}, entry {name}", kind) from err
        if entry.id in entries:
            raise LexiconError(f"{file.name}, entry {entry.id}: the id occurs twice", remedy="rename one of the two")
        entries[entry.id] = entry
    return tuple(entries.values())


def problem_with(err: ValidationError, place: str, kind: type[Entry]) -> LexiconError:
    """Say the first thing that is wrong with an entry.

    Args:
        err: What its type says.
        place: File and entry.
        kind: The type.
    """
    problem = err.errors(include_url=False)[0]
    where = ".".join(str(part) for part in problem["loc"]) or "the entry"
    match problem["type"]:
        case "missing":
            remedy = f"add {where} to this entry"
        case "extra_forbidden":
            remedy = f"its fields are {', '.join(kind.model_fields)}"
        case _:
            remedy = str(problem.get("ctx", {}).get("remedy", "mend this entry"))
    return LexiconError(f"{place}: {where}: {problem['msg']}", remedy=remedy)
