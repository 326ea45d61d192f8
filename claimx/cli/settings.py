"""Which settings are in force for a command: those of a file that is named or found, or none."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from claimx.workflow.config import Configured

VARIABLES = {"format": "CLAIMX_FORMAT", "fail-on": "CLAIMX_FAIL_ON"}
"""Settings that the environment overrides."""

ConfigFile = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="Take the settings of FILE, not of the nearest one.")
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Take no settings from any file.")]


def read_settings_in_force(named: Path | None, *, isolated: bool) -> "Configured":
    """Read the settings that hold here.

    Args:
        named: The file of `--config`.
        isolated: Whether no file is looked for.

    Raises:
        ConfigError: If they are not what they must be.
    """
    from claimx.workflow.config import Config, Configured, find_config, read_config

    if isolated and named is None:
        return Configured(Config())
    path = named or find_config(Path.cwd())
    return read_config(path) if path else Configured(Config())


def settings_with_origin(configured: "Configured") -> Iterator[tuple[str, object, str]]:
    """Name, value and origin of each setting, those of `compare` one by one; then where extractions are kept.

    Args:
        configured: The settings of a file, or those by default.
    """
    from claimx.cache_folder import CACHE_VARIABLE
    from claimx.workflow.cache import extractions_folder

    values = configured.config.model_dump(mode="json", by_alias=True)
    numbers = values.pop("compare")
    for name, value in values.items():
        variable = VARIABLES.get(name, "")
        if os.environ.get(variable):
            yield name, os.environ[variable], variable
        else:
            yield name, value, configured.origin_of(name.replace("-", "_"))
    given = configured.config.compare.model_fields_set
    for name, value in numbers.items():
        yield f"compare.{name.replace('_', '-')}", value, str(configured.file) if name in given else "default"
    yield "cache", str(extractions_folder()), CACHE_VARIABLE if os.environ.get(CACHE_VARIABLE) else "default"
