"""The workflows that README.md and docs/ci.md give for CI are run step by step, and so is the hook before a commit."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

yaml = pytest.importorskip("yaml")

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RADIO = "A storm killed 31 people in Faro on March 3."
PAPER = "The storm of March 3 killed 12 people in Faro."


def blocks(page: str) -> list[Any]:
    return [yaml.safe_load(text) for text in BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))]


def workflow_steps() -> list[dict[str, Any]]:
    (workflow,) = (each for each in blocks("docs/ci.md") if isinstance(each, dict) and "jobs" in each)
    (job,) = workflow["jobs"].values()
    assert isinstance(job["runs-on"], str)
    steps: list[dict[str, Any]] = job["steps"]
    return steps


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A checkout with the samples and settings that name them."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    (tmp_path / "claimx.toml").write_text('articles = ["samples/"]\n', encoding="utf-8")
    return tmp_path


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a step as a runner does; from no index, so that what it installs must be what is here already."""
    summary = folder / "summary.md"
    environment = {
        **os.environ, "PATH": os.pathsep.join((str(BIN), os.environ["PATH"])), "CI": "true",
        "GITHUB_STEP_SUMMARY": str(summary), "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }  # fmt: skip
    for name in ("CLAIMX_FORMAT", "CLAIMX_FAIL_ON"):
        environment.pop(name, None)
    return subprocess.run(
        ["/bin/bash", "-e", "-o", "pipefail", "-c", command],
        capture_output=True, text=True, cwd=folder, env=environment, timeout=300, check=False,
    )  # fmt: skip


def shell_steps(steps: list[dict[str, Any]]) -> Iterator[str]:
    return (step["run"] for step in steps if "run" in step)


@pytest.mark.model
def test_the_steps_of_the_workflow_run_and_leave_what_later_steps_take(project: Path) -> None:
    steps = workflow_steps()
    annotations = ""
    for command in shell_steps(steps):
        done = run(command, project)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        annotations += done.stdout

    uploaded = [step["with"]["sarif_file"] for step in steps if "upload-sarif" in step.get("uses", "")]
    assert uploaded
    for name in uploaded:
        assert json.loads((project / name).read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "::warning file=samples/" in annotations
    assert (project / "summary.md").read_text(encoding="utf-8").startswith("**8 articles")


def test_the_actions_of_the_workflow_are_those_that_github_and_its_scanner_publish() -> None:
    used = [step["uses"] for step in workflow_steps() if "uses" in step]

    assert all(re.fullmatch(r"(actions|github)/[\w/-]+@v\d+", each) for each in used), used
    assert all(set(step) <= {"uses", "with", "run", "name", "if"} for step in workflow_steps())


@pytest.mark.model
def test_the_steps_of_the_readme_fail_where_figures_cannot_both_hold(tmp_path: Path) -> None:
    (steps,) = (each for each in blocks("README.md") if isinstance(each, list))
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "radio.txt").write_text(RADIO, encoding="utf-8")
    (tmp_path / "desk" / "paper.txt").write_text(PAPER, encoding="utf-8")
    (tmp_path / "desk" / "manifest.toml").write_text(
        "".join(f'["{name}.txt"]\nsource = "{name}"\npublished = "2026-03-04"\n' for name in ("radio", "paper")),
        encoding="utf-8",
    )
    (tmp_path / "claimx.toml").write_text('articles = ["desk"]\n', encoding="utf-8")

    ended = [run(command, tmp_path) for command in shell_steps(steps)]

    assert [each.returncode for each in ended] == [0, 1]
    assert "::error file=desk/" in ended[-1].stdout


def test_the_hook_is_the_one_that_the_page_names() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (shown,) = (each for each in blocks("docs/ci.md") if isinstance(each, dict) and "repos" in each)

    assert [each["id"] for each in shown["repos"][0]["hooks"]] == [hook["id"]]
    assert (hook["require_serial"], hook["pass_filenames"], hook["language"]) == (True, False, "python")


def test_the_checks_before_a_commit_are_those_of_ci() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    before_a_commit = [hook for hook in config["repos"][0]["hooks"] if "stages" not in hook]

    assert len(before_a_commit) == 4
    for hook in before_a_commit:
        assert f".venv/bin/{hook['entry']}" in ci, hook["entry"]


@pytest.mark.model
def test_the_hook_stops_a_commit(tmp_path: Path) -> None:
    """As pre-commit runs it, with the environment that is here in the place of one made anew."""
    pytest.importorskip("pre_commit")
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    local = {"repos": [{"repo": "local", "hooks": [{**hook, "language": "system"}]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(json.dumps(local), encoding="utf-8")
    (tmp_path / "radio.txt").write_text(RADIO, encoding="utf-8")
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf-8")
    (tmp_path / "manifest.toml").write_text(
        "".join(f'["{name}.txt"]\nsource = "{name}"\npublished = "2026-03-04"\n' for name in ("radio", "paper")),
        encoding="utf-8",
    )
    (tmp_path / "claimx.toml").write_text('articles = ["."]\n', encoding="utf-8")
    assert run("git init -q && git add -A", tmp_path).returncode == 0

    stopped = run(f"{sys.executable} -m pre_commit run --all-files", tmp_path)
    (tmp_path / "paper.txt").write_text(PAPER.replace("12", "31"), encoding="utf-8")
    passed = run(f"git add -A && {sys.executable} -m pre_commit run --all-files", tmp_path)

    assert (stopped.returncode, passed.returncode) == (1, 0), stopped.stdout + passed.stdout
    assert "CANNOT BOTH HOLD" in stopped.stdout
