"""Every code that the program can say has a page, and every page's example is true."""

import re
from pathlib import Path

import pytest
from code_examples import codes_of

import claimx
from claimx.lexicon.codes import CodePage, code_pages
from claimx.workflow import Extractor

PACKAGE = Path(claimx.__file__).parent
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
PAGES = code_pages()
FINDINGS = [page for page in PAGES.values() if page.is_finding]
CODE = re.compile(r'"(CX\d{3})"')


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(model=None)


def test_every_code_in_the_program_has_a_page_and_every_page_a_use() -> None:
    used = {code for file in PACKAGE.rglob("*.py") for code in CODE.findall(file.read_text(encoding="utf-8"))}

    assert used == set(PAGES)


def test_the_readme_lists_every_finding() -> None:
    for page in FINDINGS:
        assert page.id in README


@pytest.mark.model
@pytest.mark.parametrize("page", FINDINGS, ids=lambda page: page.id)
def test_the_example_of_a_page_gives_its_code(page: CodePage, extractor: Extractor, tmp_path: Path) -> None:
    assert page.id in codes_of(page.example, extractor, tmp_path)


@pytest.mark.model
@pytest.mark.parametrize("page", FINDINGS, ids=lambda page: page.id)
def test_the_look_alike_of_a_page_does_not(page: CodePage, extractor: Extractor, tmp_path: Path) -> None:
    assert page.id not in codes_of(page.silent, extractor, tmp_path)
