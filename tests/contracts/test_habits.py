"""What people expect of a command-line tool, each habit with the tests that show it; and what only this file shows."""

import inspect
import re
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from claimx.cli.main import build_app

TESTS = Path(__file__).parents[1]
APP = build_app(rich=False)
GROUP = typer.main.get_command(APP)

DEFINED = {
    name
    for file in TESTS.rglob("test_*.py")
    for name in re.findall(r"^def (test_\w+)\(", file.read_text(encoding="utf-8"), re.MULTILINE)
}
HABITS = {
    "data on standard output and nothing else there": "test_a_pipe_that_nobody_reads",
    "no input on a terminal is help, never a hang": "test_a_person_without_input_gets_help_and_does_not_wait",
    "a bad record is said, and the run goes on": "test_what_cannot_be_read_is_said_and_ends_with_2",
    "one name and meaning for an option in every command": "test_an_option_means_the_same_everywhere",
    "compare takes articles or extractions": "test_extract_into_compare",
    "codes are stable and each has a page": "test_every_code_in_the_program_has_a_page_and_every_page_a_use",
    "the exit code goes by --fail-on": "test_options_come_before_settings",
    "a finding shows both sentences with the figures marked": "test_each_finding_has_an_anchor_and_both_sentences",
    "words judge nobody": "test_every_verdict_has_words_that_judge_nobody",
    "colour adds nothing": "test_colour_adds_codes_and_no_words",
    "help leads with examples": "test_help_leads_with_examples",
    "-h is --help": "test_help_has_a_short_name",
    "--version and --help load nothing heavy": "test_help_loads_neither_spacy_nor_pydantic_nor_rich",
    "it is said where a setting is from": "test_config_says_what_is_in_force_and_where_it_is_from",
    "the same input gives the same bytes": "test_two_runs_under_two_hash_seeds_give_the_same_bytes",
    "nothing is fetched at run time": "test_a_file_is_read_without_a_network",
    "a page in one file, without network": "test_the_page_needs_nothing_from_elsewhere",
    "the last line sums up": "test_comparison",
    "files are written whole or not at all": "test_a_file_stays_as_it_was_where_nothing_can_be_written",
    "accepted findings stay accepted when lines move": "test_case",
    "SARIF, JUnit, GitLab and GitHub are told what they show": "test_form",
    "the JSON has a published schema": "test_extractions_and_error_records",
}


def commands() -> list[tuple[str, typer.core.TyperCommand]]:
    found = []
    for name, command in GROUP.commands.items():
        inner = getattr(command, "commands", None)
        found += [(f"{name} {each}", inner[each]) for each in inner] if inner else [(name, command)]
    return found


@pytest.mark.parametrize("habit", HABITS)
def test_the_test_of_a_habit_is_there(habit: str) -> None:
    assert HABITS[habit] in DEFINED


@pytest.mark.parametrize(("name", "command"), commands(), ids=lambda each: each if isinstance(each, str) else "")
def test_help_leads_with_examples(name: str, command: typer.core.TyperCommand) -> None:
    assert name
    first = inspect.cleandoc(command.help or "").replace("\b", "").strip().splitlines()[0]

    assert first.startswith(("claimx ", "cat "))


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
