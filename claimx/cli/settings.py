"""Which settings are in force for a command: those of a file that is named or found, or none."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from claimx.workflow.config import Configured

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
