"""Settings of a project: the nearest `claimx.toml`, or `[tool.claimx]` in `pyproject.toml`."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from claimx.compare.settings import CompareSettings
from claimx.errors import ClaimxError, located
from claimx.sources.discover import ADDRESS, STDIN
from claimx.toml_text import read_toml

OWN, SHARED = "claimx.toml", "pyproject.toml"

TOML_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
"""Where the reader of TOML puts the place of an error."""

PATHS = ("articles", "drafts", "manifest", "references", "baseline", "corrections", "previous", "lexicon")
"""Settings that name files, and are read from where the settings stand."""


class ConfigError(ClaimxError):
    """Settings that do not hold what they must; names file and key."""

    code = "CX975"


def _written(name: str) -> str:
    return name.replace("_", "-")


class Config(BaseModel):
    """What a project says of its comparison.

    Attributes:
        articles: Files, folders and patterns; addresses are fetched only for who names them after the command.
        drafts: One's own texts, each held against the articles.
        manifest: As for `--manifest`.
        fields: As for `--fields`.
        lexicon: Folders with words of other domains.
        metrics: Compare only these.
        where: Compare only figures of these places.
        events: Compare only figures of these events.
        since: Compare only figures of this day or later.
        revisions: Whether the articles are versions of one another.
        references: Official series and lists of approved figures.
        baseline: Accepted findings.
        corrections: Corrections by hand.
        previous: An earlier run.
        select: Codes, or beginnings of codes, that count; all where empty.
        ignore: Codes, or beginnings of codes, that do not.
        fail_on: The weakest findings that end with exit code 1.
        format: How the result is written.
        compare: The numbers that decide something.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=_written)

    articles: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    manifest: str | None = None
    fields: str = ""
    lexicon: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    since: str | None = None
    revisions: bool = False
    references: tuple[str, ...] = ()
    baseline: str | None = None
    corrections: str | None = None
    previous: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Literal["error", "warning", "note", "never"] = "error"
    format: str = "auto"
    compare: CompareSettings = CompareSettings()


@dataclass(frozen=True, slots=True)
class Configured:
    """Settings and where they are from.

    Attributes:
        config: The settings, whose paths lead from the current folder.
        file: The file; None where there is none and all are as by default.
    """

    config: Config
    file: Path | None = None

    def origin_of(self, name: str) -> str:
        """Where one setting is from: the file, or "default"."""
        return str(self.file) if self.file is not None and name in self.config.model_fields_set else "default"


def find_config(start: Path) -> Path | None:
    """The nearest file with settings: in a folder itself, else in the folders above.

    Args:
        start: The folder.
    """
    for folder in (start, *start.parents):
        if (folder / OWN).is_file():
            return folder / OWN
        if (folder / SHARED).is_file() and _table(folder / SHARED) is not None:
            return folder / SHARED
    return None


def read_config(path: Path) -> Configured:
    """Read settings.

    Args:
        path: A `claimx.toml`, or a `pyproject.toml` with `[tool.claimx]`.

    Raises:
        ConfigError: If it is no TOML, or a key is unknown or holds what it must not.
    """
    table = _table(path, named=True)
    if table is None:
        raise ConfigError(f"{path}: there is no [tool.claimx]", remedy="add it, or name a claimx.toml")
    numbers = table.get("compare")
    if isinstance(numbers, dict):
        table = {**table, "compare": {key.replace("-", "_"): value for key, value in numbers.items()}}
    try:
        config = Config.model_validate(table)
    except ValidationError as err:
        raise _problem(path, err) from err
    return Configured(config.model_copy(update=_from_here(config, path.parent)), path)


def _table(path: Path, *, named: bool = False) -> Mapping[str, object] | None:
    try:
        document = read_toml(path)
    except (OSError, ValueError, RecursionError) as err:  # a number of 5,000 digits is one that Python does not read
        if path.name == SHARED and not named:
            return None  # another tool's to complain about
        raise _unreadable(path, err) from err
    if path.name != SHARED:
        return document
    tools = document.get("tool")
    own = tools.get("claimx") if isinstance(tools, dict) else None
    return own if isinstance(own, dict) else None


def _unreadable(path: Path, err: OSError | ValueError | RecursionError) -> ConfigError:
    """What keeps a file from being read, with its line where it has one: `claimx.toml:3: Invalid value`."""
    if isinstance(err, OSError):
        what = located(f"it cannot be read: {err.strerror or err}", str(path))
        return ConfigError(what, remedy="give the path of a claimx.toml or a pyproject.toml")
    if isinstance(err, UnicodeDecodeError):
        return ConfigError(located("this is not UTF-8", str(path)), remedy="save it as UTF-8")
    place = TOML_PLACE.search(str(err))
    what = TOML_PLACE.sub("", str(err)) + (f", column {place['column']}" if place and place["column"] else "")
    line = int(place["line"]) if place and place["line"] else None
    return ConfigError(located(f"this is not TOML: {what}", str(path), line), remedy="mend the TOML of this file")


def _problem(path: Path, err: ValidationError) -> ConfigError:
    problem = err.errors(include_url=False)[0]
    key = _written(".".join(str(part) for part in problem["loc"]))
    if problem["type"] == "extra_forbidden":
        known = (CompareSettings if key.startswith("compare.") else Config).model_fields
        listed = ", ".join(map(_written, known))
        return ConfigError(f"{path}: there is no setting {key}", remedy=f"the settings are {listed}")
    return ConfigError(f"{path}: {key}: {problem['msg']}", remedy="claimx config show lists what is in force")


def _from_here(config: Config, folder: Path) -> Mapping[str, object]:
    """The settings that name files, as paths from the current folder."""

    def lead(name: str) -> str:
        if ADDRESS.match(name):  # whoever may change a repository is not to choose what its CI server fetches
            raise ConfigError(f"{folder}: an address in settings: {name}", remedy="name it after claimx check")
        return name if name == STDIN else os.path.relpath(folder / name)

    found: dict[str, object] = {}
    for name in PATHS:
        if name in config.model_fields_set:
            value: str | Iterable[str] | None = getattr(config, name)
            found[name] = lead(value) if isinstance(value, str) else tuple(lead(each) for each in value or ())
    return found
