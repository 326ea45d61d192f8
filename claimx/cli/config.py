"""`claimx config`: which settings are in force, and where each is from."""

import json
import os
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli import options
from claimx.cli.exits import ExitCode
from claimx.cli.settings import ConfigFile, Isolated, read_settings_in_force
from claimx.cli.streams import output, wants_table

if TYPE_CHECKING:
    from claimx.workflow.config import Configured

EXAMPLES = """\
claimx config show
claimx config show -f json"""

HELP = """Show the settings that claimx check goes by, each with the file or the variable that it is from."""

VARIABLES = {"format": "CLAIMX_FORMAT", "fail-on": "CLAIMX_FAIL_ON"}
"""Settings that the environment overrides."""


class ConfigFormat(StrEnum):
    """What is written; `auto` is text on a terminal and JSON elsewhere."""

    AUTO = "auto"
    TEXT = "text"
    JSON = "json"


def show(
    *,
    form: Annotated[
        ConfigFormat, typer.Option("-f", "--format", help="auto is text on a terminal, json elsewhere.")
    ] = ConfigFormat.AUTO,
    out: options.Output = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> ExitCode:
    """Run the command; the arguments are its options.

    Raises:
        ConfigError: If the settings are not what they must be.
    """
    settings = list(_settings(read_settings_in_force(config, isolated=isolated)))
    as_text = form is ConfigFormat.TEXT or (form is ConfigFormat.AUTO and wants_table(out))
    if as_text:
        text = "".join(
            f"{name} = {json.dumps(value, ensure_ascii=False)}  # {origin}\n" for name, value, origin in settings
        )
    else:
        listed = {name: {"value": value, "origin": origin} for name, value, origin in settings}
        text = json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
    with output(out) as stream:
        stream.write(text.encode())
        stream.flush()
    return ExitCode.OK


def _settings(configured: "Configured") -> Iterator[tuple[str, object, str]]:
    """Name, value and origin of each setting, those of `compare` one by one."""
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
