"""`claimx config`: which settings are in force, and where each is from."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from claimx.cli import options
from claimx.cli.exits import ExitCode
from claimx.cli.settings import ConfigFile, Isolated, read_settings_in_force, settings_with_origin
from claimx.cli.streams import output, wants_table

EXAMPLES = """\
claimx config show
claimx config show -f json"""

HELP = """Show the settings that claimx check goes by, each with the file or the variable that it is from."""


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
    settings = list(settings_with_origin(read_settings_in_force(config, isolated=isolated)))
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
