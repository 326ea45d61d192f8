"""Ctrl-C ends a command as an interruption, whatever a library makes of it."""

import signal

import pytest
import typer
from pydantic import BaseModel, field_serializer
from typer.testing import CliRunner

from claimx.cli.interrupts import noted_interrupts
from claimx.cli.main import CommandLine


class Slow(BaseModel):
    """A record in whose writing the user presses Ctrl-C."""

    number: int

    @field_serializer("number")
    def write(self, number: int) -> int:
        signal.raise_signal(signal.SIGINT)
        return number


def test_an_interrupt_that_a_library_turns_into_another_error_is_still_one():
    app = typer.Typer(cls=CommandLine)
    app.command("write")(lambda: Slow(number=1).model_dump_json() and None)
    app.command("other")(lambda: None)

    result = CliRunner().invoke(app, ["write"])

    assert (result.exit_code, result.stderr) == (130, "claimx: interrupted\n")


def test_the_handler_before_is_put_back():
    before = signal.getsignal(signal.SIGINT)

    with noted_interrupts() as interrupts, pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)

    assert interrupts.seen
    assert signal.getsignal(signal.SIGINT) is before
