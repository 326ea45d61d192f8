"""Nothing that is read can become code: no pickle, no evaluation, no YAML, no shell."""

import ast
from pathlib import Path

import pytest

import claimx

PACKAGE = Path(claimx.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
CALLS = frozenset({"eval", "exec", "compile", "__import__", "os.system", "os.popen", "input"})
LIBRARIES = frozenset({"pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal", "yaml", "xmlrpc"})


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_makes_no_code_of_what_it_reads(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert not {name.name.partition(".")[0] for name in node.names} & LIBRARIES
        elif isinstance(node, ast.ImportFrom):
            assert (node.module or "").partition(".")[0] not in LIBRARIES
        elif isinstance(node, ast.Call):
            assert ast.unparse(node.func) not in CALLS
            assert not any(word.arg == "shell" for word in node.keywords)
