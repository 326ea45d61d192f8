"""What people expect of a command-line tool: habits.toml names the tests of each; what no other file shows is here."""

import inspect
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

import claimx
from claimx.cli.main import build_app
from claimx.lexicon.codes import code_pages
from claimx.records import Extraction

TESTS = Path(__file__).parents[1]
PACKAGE = Path(claimx.__file__).parent
CLAIMX = [sys.executable, "-m", "claimx"]
APP = build_app(rich=False)
GROUP = typer.main.get_command(APP)

HABITS = tomllib.loads((Path(__file__).parent / "habits.toml").read_text(encoding="utf-8"))
SHOWN = [(each["says"], test) for kind in ("rule", "must") for each in HABITS[kind] for test in each["tests"]]
JUDGING = re.compile(r"\b(false|wrong|lie|lies|incorrect|untrue|fake|mistaken)\b", re.IGNORECASE)


def commands() -> list[tuple[str, typer.core.TyperCommand]]:
    found = []
    for name, command in GROUP.commands.items():
        inner = getattr(command, "commands", None)
        found += [(f"{name} {each}", inner[each]) for each in inner] if inner else [(name, command)]
    return found


@pytest.mark.parametrize(("says", "test"), SHOWN)
def test_the_test_of_a_habit_is_there(says: str, test: str) -> None:
    file, _, name = test.partition("::")
    text = (TESTS / file).read_text(encoding="utf-8")

    assert re.search(r"^ *def test_" if name == "*" else rf"^ *def {name}\(", text, re.MULTILINE), says


def test_twenty_rules_have_their_tests() -> None:
    assert [each["number"] for each in HABITS["rule"]] == list(range(1, 21))
    assert all(each["tests"] for kind in HABITS.values() for each in kind)


def test_the_commands_are_those_that_people_look_for() -> None:
    assert {"extract", "compare", "diff", "check", "report", "show", "explain", "schema", "baseline", "config"} <= set(
        GROUP.commands
    )


def test_no_page_of_a_code_judges() -> None:
    said = [page.says for page in code_pages().values() if page.is_finding]
    written = [file.read_text(encoding="utf-8") for file in (PACKAGE / "compare").glob("*.py")]
    messages = [found for text in written for found in re.findall(r'f?"([^"\n]*\b(?:gives|differ)\b[^"\n]*)"', text)]

    assert said
    assert messages
    assert [each for each in (*said, *messages) if JUDGING.search(each)] == []


def test_help_that_is_piped_is_plain() -> None:
    done = subprocess.run([*CLAIMX, "compare", "--help"], capture_output=True, text=True, check=True)

    assert "\x1b" not in done.stdout
    assert not set("│╭╰─") & set(done.stdout)


def test_the_version_is_there_at_once() -> None:
    """By the time of the processor, which a machine with other work to do does not lengthen."""
    spent = []
    for _ in range(3):
        before = os.times()
        subprocess.run([*CLAIMX, "--version"], capture_output=True, check=True)
        after = os.times()
        spent.append(after.children_user + after.children_system - before.children_user - before.children_system)

    assert min(spent) < 0.3


def test_the_json_names_what_made_it(extract: Callable[..., Extraction]) -> None:
    made_by = extract("Rain fell.").producer

    assert made_by.version == version("claimx")
    assert made_by.model
    assert made_by.lexicon


@pytest.mark.parametrize(("name", "command"), commands(), ids=lambda each: each if isinstance(each, str) else "")
def test_help_leads_with_examples(name: str, command: typer.core.TyperCommand) -> None:
    assert name
    examples = inspect.cleandoc(command.help or "").replace("\b", "").strip().partition("\n\n")[0].splitlines()

    assert all("claimx " in line for line in examples)
    assert len(examples) >= (3 if " " not in name else 2)


@pytest.mark.parametrize(("name", "command"), commands(), ids=lambda each: each if isinstance(each, str) else "")
def test_every_option_has_help(name: str, command: typer.core.TyperCommand) -> None:
    for parameter in command.params:
        if parameter.name != "help":
            assert getattr(parameter, "help", None), f"{name}: {parameter.name}"


def test_an_option_means_the_same_everywhere() -> None:
    """Its short name and whether it takes a value; the help may speak of the command."""
    meanings: dict[str, set[tuple[object, ...]]] = {}
    for _, command in commands():
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("--"):
                    meanings.setdefault(option, set()).add((tuple(parameter.opts), getattr(parameter, "is_flag", None)))

    assert {option: found for option, found in meanings.items() if len(found) > 1} == {}


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_help_has_a_short_name(name: str) -> None:
    runner = CliRunner()

    short, whole = (runner.invoke(APP, [*name.split(), option]) for option in ("-h", "--help"))

    assert short.exit_code == whole.exit_code == 0
    assert short.stdout == whole.stdout
