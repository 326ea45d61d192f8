"""`claimx report` is `compare` with its form decided."""

import pytest
import typer

from claimx.cli.compare import compare
from claimx.cli.derived import with_options_decided
from claimx.cli.main import build_app


def options_of(name: str) -> set[str]:
    command = typer.main.get_command(build_app(rich=False)).commands[name]
    return {option for parameter in command.params for option in parameter.opts}


def test_report_has_the_options_of_compare_but_those_it_decides() -> None:
    decided = {"-f", "--format", "--fail-on", "--exit-zero", "--pairs", "--limit", "--color"}
    assert options_of("compare") - options_of("report") == decided
    assert options_of("report") <= options_of("compare")


@pytest.mark.parametrize("command", ["extract", "compare", "check", "report"])
def test_how_an_address_is_fetched_can_be_said_wherever_one_is_read(command: str) -> None:
    assert {"--timeout", "--max-redirects"} <= options_of(command)


def test_an_option_that_is_not_there_cannot_be_decided() -> None:
    with pytest.raises(TypeError, match="colour"):
        with_options_decided(compare, colour="blue")
