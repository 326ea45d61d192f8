"""`claimx manual`: every command and every option, in docs/commands.md and as a man page, as --help says them."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from claimx.cli.main import build_app

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
GROFF = shutil.which("groff")
APP = build_app(rich=False)


def run(*arguments: str) -> str:
    result = CliRunner().invoke(APP, list(arguments), env={"COLUMNS": "200"})
    assert result.exit_code == 0
    return result.stdout


def commands(name: str = "claimx", command: object = None) -> dict[str, object]:
    command = command or typer.main.get_command(APP)
    below = getattr(command, "commands", {})
    found = {name: command}
    for each, inner in below.items():
        if not inner.hidden:
            found |= commands(f"{name} {each}", inner)
    return found


GROUPS = {name for name, command in commands().items() if hasattr(command, "commands")}


def sections() -> dict[str, str]:
    parts = re.split(r"^## (.+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_the_page_of_commands_is_what_the_command_prints() -> None:
    """CLAIMX_UPDATE_GOLDEN=1 writes it anew, and so does `claimx manual -f markdown -o docs/commands.md`."""
    now = run("manual", "-f", "markdown")
    if os.environ.get("CLAIMX_UPDATE_GOLDEN") and not os.environ.get("CI"):
        PAGE.write_text(now, encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == now


@pytest.mark.parametrize("name", commands())
def test_each_command_has_a_section_with_every_option_that_its_help_names(name: str) -> None:
    section = sections()[name]
    said = run(*name.split()[1:], "--help").partition("\nOptions:\n")[2]
    named = set(re.findall(r"^  +(--?[a-zA-Z][\w-]*(?:, --[\w-]+)?)", said, re.MULTILINE)) - {"-h, --help"}

    assert named or name in GROUPS
    for options in named:
        assert f"`{options}" in section, options
    assert set(re.findall(r"^\| `(--?[\w-]+(?:, --[\w-]+)?)", section, re.MULTILINE)) == named


def test_nothing_is_documented_that_is_not_there() -> None:
    assert set(sections()) == {*commands(), "Exit codes", "Environment"}


def test_the_man_page_names_every_command_and_its_source_is_whole() -> None:
    source = run("manual")

    assert re.findall(r"^\.SS (.+)$", source, re.MULTILINE) == [name for name in commands() if name != "claimx"]
    assert source.isascii()
    assert not re.search(r"(?<!\\)-", re.sub(r"^\..*$", "", source, flags=re.MULTILINE))


@pytest.mark.skipif(GROFF is None, reason="troff is not installed")
def test_troff_finds_nothing_wrong_with_it() -> None:
    done = subprocess.run(
        [GROFF or "", "-man", "-ww", "-Tutf8"], input=run("manual"), capture_output=True, text=True, check=True
    )

    assert done.stderr == ""
    assert "EXIT STATUS" in re.sub(r".\x08", "", done.stdout)
