"""`claimx schema`: the JSON Schema of what claimx writes."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from claimx.cli import options
from claimx.cli.exits import ExitCode
from claimx.cli.streams import output

EXAMPLES = """\
claimx schema extraction > extraction.schema.json
claimx schema comparison | jq .properties
claimx schema error -o error.schema.json"""

HELP = """Print the JSON Schema (2020-12) of one kind of document that claimx writes."""


class Kind(StrEnum):
    """A kind of document."""

    EXTRACTION = "extraction"
    COMPARISON = "comparison"
    ERROR = "error"


def schema(
    kind: Annotated[Kind, typer.Argument(help="What extract writes, what compare writes, or an input not read.")],
    *,
    out: options.Output = None,
) -> ExitCode:
    """Run the command; the arguments are its options."""
    from claimx.codec import json_schema

    described = json.dumps(json_schema(kind.value), ensure_ascii=False, indent=2)
    with output(out) as stream:
        stream.write(described.encode() + b"\n")
        stream.flush()
    return ExitCode.OK
