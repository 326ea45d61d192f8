"""SECURITY.md names tests and modules that are there, and limits that are in force."""

import re
from pathlib import Path

import pytest

from claimx.opening import PIPE_PATIENCE
from claimx.sources import bounds, gunzip, html, pdf
from claimx.sources.interface import MAX_ARTICLE_CHARS, MAX_FILE_BYTES, MAX_REDIRECTS, MAX_SECONDS
from claimx.sources.tables import MAX_BYTES
from claimx.toml_text import MAX_DOTS, MAX_TOML_BYTES
from claimx.workflow.limits import MAX_CLAIMS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
TESTS = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")}
NAMES = sorted(set(re.findall(r"`([\w./]+(?:\.py|/)?(?:::\w+)?)`", PAGE)))
FILES = [name for name in NAMES if ".py" in name or name.startswith(("tests/", "claimx/", "fuzz/"))]


@pytest.mark.parametrize("name", FILES)
def test_what_is_named_is_there(name: str) -> None:
    path, _, test = name.partition("::")
    beside = [folder / path for folder in (ROOT, ROOT / "fuzz" / "targets", ROOT / "claimx" / "sources")]

    assert any(each.exists() for each in beside) or path in TESTS
    assert not test or f"def {test}(" in TESTS[Path(path).name]


@pytest.mark.parametrize(
    "limit",
    [
        f"{MAX_FILE_BYTES // 1024**2} MiB | `--max-file-bytes`",
        f"{MAX_ARTICLE_CHARS:,} characters",
        f"figures in an article | {MAX_CLAIMS:,}",
        f"{gunzip.MAX_RATIO} times its size, the first {gunzip.FREE_BYTES // 1024**2} MiB",
        f"tags of a page | {html.MAX_TAGS:,}",
        f"{pdf.MAX_PAGES:,}; {pdf.MAX_OPERATORS:,}",
        f"{bounds.MAX_SECONDS} seconds of processor time, {bounds.MAX_MEMORY // 1024**3} GiB of address space",
        f"{MAX_SECONDS:g} seconds, {MAX_REDIRECTS} redirects",
        f"{bounds.MAX_WALL_SECONDS} seconds in any case",
        f"what is found in one of them | {bounds.MAX_ANSWER_BYTES // 1024**2} MiB",
        f"{MAX_TOML_BYTES // 1024**2} MiB and {MAX_DOTS} dots in a line of keys; {MAX_BYTES // 1024**2} MiB",
        f"nobody writes | {PIPE_PATIENCE:g} seconds",
    ],
)
def test_a_limit_is_the_one_in_force(limit: str) -> None:
    assert limit in PAGE
