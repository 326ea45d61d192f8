"""Commands whose options are in groups: typer sees each option, and the function gets each group whole."""

import inspect
from dataclasses import dataclass
from typing import Annotated

import typer
from typer.testing import CliRunner

from claimx.cli.derived import with_groups, with_options_decided
from claimx.cli.exits import ExitCode


@dataclass(frozen=True, kw_only=True)
class Size:
    width: Annotated[int, typer.Option("--width", help="How wide.")] = 3
    height: Annotated[int, typer.Option("--height", help="How high.")] = 4


@dataclass(frozen=True, kw_only=True)
class Look:
    colour: Annotated[str, typer.Option("--colour")] = "red"


def draw(name: Annotated[str, typer.Argument()], *, size: Size, bold: bool = False, look: Look) -> ExitCode:
    typer.echo(f"{name} {size.width}x{size.height} {look.colour} {bold}")
    return ExitCode.OK


def run(command: object, *arguments: str) -> str:
    app = typer.Typer()
    app.command()(command)
    return CliRunner().invoke(app, [*arguments]).stdout.strip()


def test_each_field_is_an_option_in_the_place_of_its_group():
    assert [*inspect.signature(with_groups(draw)).parameters] == ["name", "width", "height", "bold", "colour"]


def test_the_function_gets_its_groups():
    command = with_groups(draw)

    assert run(command, "box") == "box 3x4 red False"
    assert run(command, "box", "--height", "9", "--colour", "blue", "--bold") == "box 3x9 blue True"


def test_an_option_of_a_group_may_be_decided():
    command = with_options_decided(with_groups(draw), width=7)

    assert "width" not in inspect.signature(command).parameters
    assert run(command, "box", "--height", "1") == "box 7x1 red False"
