"""Every command of the documentation is run as it stands, block after block, in a folder that holds the samples.

README.md too, but for the two lines that install claimx, which CI runs.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
NAMES = sorted(page.name for page in DOCS.glob("*.md"))
PAGES = ["README.md", *(f"docs/{name}" for name in NAMES)]
INSTALLS = "python3 -m venv .venv"
BLOCK = re.compile(
    r"^(?:<!-- ends with (?P<code>\d) -->\n)?```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
NEEDED = {"jq": "jq", "sqlite-utils": "sqlite-utils"}


@dataclass
class Block:
    """A run of commands, the code that it ends with, and words that it prints, in their order."""

    commands: str
    code: int
    printed: list[str]


def blocks_of(page: str) -> Iterator[Block]:
    last = None
    for found in BLOCK.finditer((ROOT / page).read_text(encoding="utf-8")):
        if found["text"].startswith(INSTALLS):
            continue
        if found["kind"] == "sh":
            if last:
                yield last
            last = Block(found["text"], int(found["code"] or 0), [])
        elif found["kind"] == "text" and last:
            last.printed = found["text"].splitlines()
    if last:
        yield last


@pytest.mark.model
@pytest.mark.parametrize("page", [page for page in PAGES if list(blocks_of(page))])
def test_commands_do_what_the_page_says(page: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {**os.environ, "PATH": path, "COLUMNS": "100", "CLAIMX_FORMAT": "", "CLAIMX_FAIL_ON": ""}
    environment = {name: value for name, value in environment.items() if value}
    for block in blocks_of(page):
        for word, tool in NEEDED.items():
            if re.search(rf"\b{word}\b", block.commands) and not shutil.which(tool, path=path):
                pytest.skip(f"needs {tool}")
        for package in re.findall(r'python3 -c "import (\w+)', block.commands):
            pytest.importorskip(package)
        ended = subprocess.run(
            ["/bin/bash", "-euo", "pipefail", "-c", block.commands],
            capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=120, check=False,
        )  # fmt: skip
        assert ended.returncode == block.code, f"{block.commands}\n{ended.stderr}"
        rest = ended.stdout
        for line in block.printed:
            _, found, rest = rest.partition(line)
            assert found, f"{line!r} is not printed by:\n{block.commands}\n{ended.stdout}"


def test_every_page_is_in_the_index() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")

    assert set(re.findall(r"\]\((\w+\.md)\)", index)) == set(NAMES) - {"README.md"}
