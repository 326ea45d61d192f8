"""A module does one thing and a function fits on a screen; past these caps neither is true."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "claimx").rglob("*.py"))
LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "common", "misc", "base_utils"}


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of code: a signature or docstring that explains much makes no function long."""
    first = function.body[1] if ast.get_docstring(function) and len(function.body) > 1 else function.body[0]
    return (function.end_lineno or 0) - first.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_module_is_small_and_its_name_says_something(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    assert path.stem not in NAMES_THAT_SAY_NOTHING
    functions = [
        node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert {f.name: body_lines(f) for f in functions if body_lines(f) > LONGEST_FUNCTION} == {}
