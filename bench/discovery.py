"""Which benchmarks there are: the modules of this folder that define `measure`."""

import ast
from pathlib import Path

HERE = Path(__file__).parent


def benchmarks(folder: Path = HERE) -> dict[str, str]:
    """The names of the benchmarks, sorted, each with the first line of its docstring; nothing is imported.

    Args:
        folder: Where the modules are.
    """
    found = {}
    for file in sorted(folder.glob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        if any(isinstance(node, ast.FunctionDef) and node.name == "measure" for node in tree.body):
            found[file.stem] = (ast.get_docstring(tree) or "").partition("\n")[0]
    return found
