"""Completion for three shells: it is printed, installed, and completes commands, options and their values."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CLAIMX = Path(sys.executable).with_name("claimx")
INSTALLED = {
    "bash": ".bash_completions/claimx.sh",
    "zsh": ".zfunc/_claimx",
    "fish": ".config/fish/completions/claimx.fish",
}
NAMED = "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION"
"""Makes the shell an argument, where it would else be told by the parent process."""

pytestmark = pytest.mark.skipif(not CLAIMX.exists(), reason="claimx is not installed as a command")


def run(*arguments: str, home: Path, **variables: str) -> str:
    environment = {**os.environ, "HOME": str(home), "ZDOTDIR": str(home), **variables}
    done = subprocess.run([CLAIMX, *arguments], capture_output=True, text=True, env=environment, check=True)
    return done.stdout


@pytest.mark.parametrize("shell", INSTALLED)
def test_it_is_shown_and_installed(shell: str, tmp_path: Path) -> None:
    shown = run("--show-completion", shell, home=tmp_path, **{NAMED: "1"})
    run("--install-completion", shell, home=tmp_path, **{NAMED: "1"})

    assert f"complete_{shell}" in shown
    assert (tmp_path / INSTALLED[shell]).read_text(encoding="utf-8").strip() == shown.strip()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("claimx com", ["compare"]),
        ("claimx compare --fail", ["--fail-on"]),
        ("claimx compare --fail-on ", ["error", "warning", "note", "never"]),
        ("claimx extract -f j", ["json", "jsonl"]),
        ("claimx baseline ", ["update", "audit"]),
    ],
)
@pytest.mark.parametrize("shell", INSTALLED)
def test_what_is_offered(shell: str, line: str, offered: list[str], tmp_path: Path) -> None:
    asked = {
        "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]

    said = run(home=tmp_path, _CLAIMX_COMPLETE=f"complete_{shell}", **asked)

    words = said.replace('"', " ").replace("\t", " ").replace(":", " ").split()
    assert [each for each in words if each in offered] == offered


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_itself_completes_with_what_is_installed(tmp_path: Path) -> None:
    run("--install-completion", "bash", home=tmp_path, **{NAMED: "1"})
    path = os.pathsep.join((str(CLAIMX.parent), os.environ["PATH"]))
    script = (
        f". {tmp_path}/.bashrc; complete -p claimx; COMP_WORDS=(claimx report --refer); COMP_CWORD=2;"
        ' _claimx_completion claimx; echo "${COMPREPLY[@]}"'
    )

    done = subprocess.run(
        ["/bin/bash", "--norc", "-c", script],
        capture_output=True, text=True, env={**os.environ, "PATH": path, "HOME": str(tmp_path)}, check=True,
    )  # fmt: skip

    assert done.stdout.splitlines()[-1] == "--reference"
    assert "claimx" in done.stdout.splitlines()[0]
