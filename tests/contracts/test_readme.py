"""README.md promises nothing that the commands and the library do not keep."""

import json
import re
import shlex
from pathlib import Path

import pytest
import typer

import claimx
from claimx.cli.exits import ExitCode
from claimx.cli.main import build_app
from claimx.report.wording import VERDICTS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
PAGES = (
    *(f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")),
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "models/README.md",
    "samples/README.md",
)


def blocks(language: str) -> list[str]:
    return [text for kind, text in BLOCKS if kind == language]


def commands_shown() -> list[list[str]]:
    """The arguments of each `claimx` in the shell and CI examples, up to a pipe or the next command."""
    lines = [line for kind in ("sh", "yaml") for text in blocks(kind) for line in text.splitlines()]
    found = []
    for line in lines:
        words = list(shlex.shlex(line.removeprefix("- run: "), posix=True, punctuation_chars="|&"))
        ends = [place for place, word in enumerate(words) if set(word) <= set("|&")] + [len(words)]
        for begin, end in zip([0, *(end + 1 for end in ends)], ends, strict=False):
            if begin < end and words[begin].rpartition("/")[2] == "claimx":
                found.append(words[begin + 1 : end])
    return found


def test_set_up_is_two_lines_that_make_their_own_environment() -> None:
    first, second = blocks("sh")[0].splitlines()
    for line in (first, second):
        assert line.startswith("python3 -m venv .venv && .venv/bin/pip install -q ")
    assert first.endswith(" && .venv/bin/claimx compare samples -f table --fail-on never")
    assert second.endswith(" && .venv/bin/pytest")


def test_ci_runs_the_two_lines_of_the_readme() -> None:
    wanted = re.search(r"grep -E '(\^python3[^']*)' README.md", (ROOT / ".ci" / "run").read_text())
    assert wanted
    assert re.findall(wanted[1] + ".*", README, re.MULTILINE) == blocks("sh")[0].splitlines()


@pytest.mark.parametrize("arguments", commands_shown(), ids=" ".join)
def test_commands_and_options_exist(arguments: list[str]) -> None:
    command = typer.main.get_command(build_app(rich=False))
    while hasattr(command, "commands"):
        command, arguments = command.commands[arguments[0]], arguments[1:]
    known = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    assert {word for word in arguments if word.startswith("-") and word != "-"} <= known


def test_every_option_named_in_the_text_exists() -> None:
    group = typer.main.get_command(build_app(rich=False))
    parameters = [parameter for command in group.commands.values() for parameter in command.params]
    known = {name for each in parameters for name in (*each.opts, *each.secondary_opts)}
    assert set(re.findall(r"`(--[a-z][a-z-]*)", README)) <= known


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (ROOT / page).parent.joinpath(target).exists(), target


def test_every_exit_code_is_explained() -> None:
    explained = {int(code) for row in re.findall(r"^\| ([\d, ]+) \|", README, re.MULTILINE) for code in row.split(", ")}
    assert explained == {code.value for code in ExitCode}


def test_every_code_of_a_finding_is_explained() -> None:
    modules = (path.read_text(encoding="utf-8") for path in (ROOT / "claimx" / "compare").glob("*.py"))
    given = {code for text in modules for code in re.findall(r'"(CX[1-8]\d\d)"', text)}
    rows = re.findall(r"^\| (CX[\dCX, ]+) \|", README, re.MULTILINE)
    assert given == {code for row in rows for code in row.split(", ")}


def test_every_verdict_is_explained() -> None:
    explained = dict(re.findall(r"^\| ([A-Z ]+) \| `(\w+)` \|", README, re.MULTILINE))
    assert explained == {shown: verdict for verdict, shown in VERDICTS.items() if verdict != "single"}


def test_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    exec(blocks("python")[0], {})  # noqa: S102 - the page's own example
    assert capsys.readouterr().err == ""


def part_of(shown: object, found: object) -> bool:
    """Whether what is shown is what is found, with parts left out."""
    if isinstance(shown, dict):
        return isinstance(found, dict) and all(key in found and part_of(shown[key], found[key]) for key in shown)
    if isinstance(shown, list):
        return isinstance(found, list) and all(any(part_of(each, other) for other in found) for each in shown)
    return shown == found


def test_json_example_is_a_part_of_the_real_output() -> None:
    text = (ROOT / "samples" / "1-meridian.txt").read_text(encoding="utf-8")
    article = claimx.make_article(text, source="Meridian News Agency", published="2025-11-18")
    [found] = claimx.extract(article)
    shown = json.loads(blocks("json")[0])
    real = json.loads(found.model_dump_json())
    for key, value in shown.items():
        assert part_of(value, real[key]), key
