"""Every pattern that claimx compiles, and where: `python compiled_patterns.py` writes them as JSON.

It is a process of its own, for it catches them while the modules are imported for the first time.
"""

import ast
import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

TAKERS = {f"re.{name}" for name in ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")}
"""Functions that take a pattern as it is written."""


def compiled(package: Path) -> Iterator[tuple[str | bytes, int, str, int]]:
    """Pattern, flags, file and line of each that is compiled while all is imported, and articles are read and compared.

    Args:
        package: The folder of claimx.
    """
    found: set[tuple[str | bytes, int, str, int]] = set()
    real = re._compile

    def record(pattern: str | bytes | re.Pattern[str], flags: int) -> object:
        frame: FrameType | None = sys._getframe(1)
        while frame and Path(frame.f_code.co_filename).parent.name == "re":
            frame = frame.f_back
        if not isinstance(pattern, re.Pattern) and frame and Path(frame.f_code.co_filename).is_relative_to(package):
            file = Path(frame.f_code.co_filename).relative_to(package).as_posix()
            found.add((pattern, int(flags), file, frame.f_lineno))
        return real(pattern, flags)

    re._compile = record
    for module in pkgutil.walk_packages([str(package)], "claimx."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    _use_everything()
    yield from found


def _use_everything() -> None:
    from claimx.compare import compare_extractions
    from claimx.compare.events import kinds_of, names_several
    from claimx.lexicon.correction_notes import correction_patterns
    from claimx.lexicon.wholes import read_wholes
    from claimx.pipeline.read import Reader
    from claimx.records import make_article
    from claimx.report.html import render_html
    from claimx.report.table import render_comparison

    one = """OSTRAVA — At least 12 people were killed and 30 hurt, eight of them children, on 3 May 2031, police said.

“Nobody could leave,” said Ada Ruiz, a spokeswoman for the Orlen Rescue Service, told AFP on Tuesday."""
    other = """Of the 12 who died in Ostrava three were firefighters, 25 percent, the ministry said two days later.

By agencies. The figure was corrected from 14. Another five are missing; $3 million was spent."""
    reader = Reader(quantities=True, tagger=False)
    read = [
        reader.read_one(
            make_article(text, source=f"Post {number}", published=f"2031-05-0{number}", url="https://p.example")
        )
        for number, text in enumerate((one, other), 4)
    ]
    compared = compare_extractions(read)
    kinds_of("two quakes")
    names_several("a series of blasts")
    correction_patterns()
    for entry in read_wholes():
        entry.states("a town of nine people", 10, 14)
    render_html(compared, read)
    render_comparison(compared, read, width=100, color=True)


def name_of(tree: ast.Module, line: int) -> str:
    """What a pattern that is made on a line is called: the constant, the `re.match(` that takes it, or the function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.lineno <= line <= (node.end_lineno or 0):
            called = ast.unparse(node.func)
            if called in TAKERS:
                return called
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.lineno <= line <= (node.end_lineno or 0):
            return ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
    inside = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.lineno <= line <= (node.end_lineno or 0)
    ]
    return max(inside, key=lambda node: node.lineno).name if inside else ""


def main() -> None:
    """Write a list of [pattern, whether it is of bytes, flags, file, name]."""
    import claimx

    package = Path(claimx.__file__).parent
    trees: dict[str, ast.Module] = {}
    rows = []
    for pattern, flags, file, line in compiled(package):
        tree = trees.setdefault(file, ast.parse((package / file).read_text(encoding="utf-8")))
        is_bytes = isinstance(pattern, bytes)
        written = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
        rows.append([written, is_bytes, flags, file, name_of(tree, line)])
    json.dump(sorted(rows), sys.stdout)


if __name__ == "__main__":
    main()
