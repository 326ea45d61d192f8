"""SECURITY.md names tests and modules that are there, and limits that are in force."""

import re
from pathlib import Path

import pytest

from claimx.codec.values import MAX_ITEMS, MAX_LINE_BYTES, MAX_WHOLE_BYTES
from claimx.opening import PIPE_PATIENCE
from claimx.sources import bounds, gunzip, html, pdf
from claimx.sources.interface import MAX_ARTICLE_CHARS, MAX_FILE_BYTES, MAX_REDIRECTS, MAX_SECONDS
from claimx.sources.tables import MAX_BYTES
from claimx.toml_text import MAX_DOTS, MAX_TOML_BYTES
from claimx.workflow.limits import MAX_CLAIMS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([\w./-]+/[\w./-]*)(?:::(\w+))?`", PAGE)))
TABLE = PAGE.partition("| promise |")[2].partition("\n\n")[0]
PROMISES = [row.strip("| ").split(" | ") for row in TABLE.splitlines()[2:]]


@pytest.mark.parametrize(("path", "test"), NAMED, ids="::".join)
def test_what_is_named_is_there(path: str, test: str) -> None:
    assert (ROOT / path).exists()
    assert not test or f"def {test}(" in (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(("promise", "where", "shown"), PROMISES, ids=lambda cell: cell[:30])
def test_each_promise_has_its_place_and_its_tests(promise: str, where: str, shown: str) -> None:
    tests = re.findall(r"`(tests/[\w./]+\.py)::(\w+)`", shown)

    assert promise
    assert where
    assert tests


def test_all_promises_are_looked_at() -> None:
    assert len(PROMISES) > 15
    assert len(NAMED) > 2 * len(PROMISES)


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
        f"{MAX_LINE_BYTES // 1024**2} MiB; {MAX_WHOLE_BYTES // 1024**2} MiB; {MAX_ITEMS:,} values",
        f"what is found in one of them | {bounds.MAX_ANSWER_BYTES // 1024**2} MiB",
        f"{MAX_TOML_BYTES // 1024**2} MiB and {MAX_DOTS} dots in a line of keys; {MAX_BYTES // 1024**2} MiB",
        f"nobody writes | {PIPE_PATIENCE:g} seconds",
    ],
)
def test_a_limit_is_the_one_in_force(limit: str) -> None:
    assert limit in PAGE
